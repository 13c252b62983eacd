using System.Net;
using BotHost.EndToEnd.Tests.Processes;

namespace BotHost.EndToEnd.Tests.Sandbox;

[Collection(MeasuredTime.Name)]
public sealed class SampleCampaignTests(ITestOutputHelper output)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_plan_of_the_sample_is_the_table()
    {
        using var folder = new TemporaryFolder();
        await using var plan = BotProcess.Start(folder.Path, null, "plan", "--past", "--config", Repository.SampleConfig);

        var exitCode = await plan.ExitCodeAsync(Cancel);

        Assert.Equal(0, exitCode);
        Assert.Equal(Sample.Expected, PlanLines(plan.Output));
    }

    [Fact]
    public async Task The_sandbox_plays_the_sample_as_the_table_says_the_first_post_within_10_s_and_all_within_60_s()
    {
        using var folder = new TemporaryFolder();
        var slowness = await SlownessAsync(folder);
        var started = TimeProvider.System.GetTimestamp();
        await using var sandbox = BotProcess.Start(folder.Path, null, "sandbox", "--config", Repository.SampleConfig, "--port", "0");
        using var record = new SandboxRecordClient(await PageAsync(sandbox));

        await sandbox.LineAsync(line => line.Contains("Published announce of asian-talk-176", StringComparison.Ordinal), Cancel);
        var first = TimeProvider.System.GetElapsedTime(started);
        await sandbox.LineAsync(line => line.Contains("Published thanks of asian-talk-177 in telegram", StringComparison.Ordinal), Cancel);
        await sandbox.LineAsync(line => line.Contains("Published thanks of asian-talk-177 in discord", StringComparison.Ordinal), Cancel);
        var all = TimeProvider.System.GetElapsedTime(started);
        var messages = await record.MessagesAsync(Cancel);

        Assert.Equal(Sample.Messages, messages.Select(Sample.LineOf).Order(StringComparer.Ordinal).OrderBy(line => line[..20], StringComparer.Ordinal).ThenBy(Order));
        Assert.All(messages, message => Assert.Empty(message.Pings));
        slowness = Math.Max(slowness, await SlownessAsync(folder));
        output.WriteLine($"First post after {first.TotalSeconds:0.0} s, last after {all.TotalSeconds:0.0} s, slowness {slowness:0.0}.");
        Assert.True(first < TimeSpan.FromSeconds(10) * slowness, $"The first post came after {first}.");
        Assert.True(all < TimeSpan.FromSeconds(60) * slowness, $"The last post came after {all}.");
        Assert.Equal(0, await sandbox.TerminateAsync(Cancel));
    }

    [Fact]
    public async Task The_sandbox_ignores_every_setting_of_the_environment_and_connects_to_this_machine_alone()
    {
        using var folder = new TemporaryFolder();
        var foreign = folder["foreign.db"];
        await File.WriteAllTextAsync(foreign, "somebody else's", Cancel);
        var environment = new Dictionary<string, string>
        {
            ["Discord__Token"] = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GAbCdE.real-looking-token-of-a-real-looking-bot",
            ["Discord__ApiBaseUrl"] = "https://discord.com/api/v10",
            ["Telegram__Token"] = "123456789:AAF-real-looking-token-of-a-real-bot",
            ["Telegram__ApiBaseUrl"] = "https://api.telegram.org",
            ["Storage__Provider"] = "sqlite",
            ["Storage__ConnectionString"] = $"Data Source={foreign}",
            ["Data__Directory"] = folder["elsewhere"],
            ["Config__Directory"] = folder["nowhere"],
            ["Clock__Start"] = "2020-01-01T00:00:00Z",
            ["HTTP_PROXY"] = "http://127.0.0.1:9",
            ["HTTPS_PROXY"] = "http://127.0.0.1:9",
            ["ALL_PROXY"] = "http://127.0.0.1:9",
        };
        var trace = folder["trace"];
        var (program, arguments) = SystemCalls.Available
            ? ("strace", (string[])["-f", "-qq", "-e", "trace=connect,sendto", "-o", trace, "dotnet", Repository.Executable])
            : ("dotnet", [Repository.Executable]);
        await using var sandbox = BotProcess.Start(
            program, folder.Path, environment, [.. arguments, "sandbox", "--config", Repository.SampleConfig, "--port", "0"]);

        await sandbox.LineAsync(line => line.Contains("Published announce of asian-talk-176 in discord", StringComparison.Ordinal), Cancel);
        await sandbox.LineAsync(line => line.Contains("Published announce of asian-talk-176 in telegram", StringComparison.Ordinal), Cancel);
        await sandbox.LineAsync(line => line.Contains("Connected to Discord", StringComparison.Ordinal), Cancel);
        await sandbox.DisposeAsync();

        Assert.Equal("somebody else's", await File.ReadAllTextAsync(foreign, Cancel));
        Assert.False(Directory.Exists(folder["elsewhere"]));
        Assert.DoesNotContain("real-looking", sandbox.Output, StringComparison.Ordinal);
        SystemCalls.SkipIfMissing();
        var addresses = SystemCalls.InternetAddresses(await File.ReadAllTextAsync(trace, Cancel));
        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.True(IPAddress.IsLoopback(address), $"connected to {address}"));
    }

    /// <summary>How much slower this machine is, at this moment, than one that starts the program and reads the config within two seconds; at least 1.</summary>
    internal static async Task<double> SlownessAsync(TemporaryFolder folder)
    {
        var started = TimeProvider.System.GetTimestamp();
        await using var plan = BotProcess.Start(folder.Path, null, "plan", "--config", Repository.SampleConfig);
        Assert.Equal(0, await plan.ExitCodeAsync(Cancel));
        return Math.Max(1, TimeProvider.System.GetElapsedTime(started).TotalSeconds / 2);
    }

    internal static async Task<Uri> PageAsync(BotProcess sandbox)
    {
        var line = await sandbox.LineAsync(text => text.Contains("http://127.0.0.1:", StringComparison.Ordinal), Cancel);
        return new Uri(line.Split(' ', '=').First(word => word.StartsWith("http://", StringComparison.Ordinal)));
    }

    private static int Order(string line) => Sample.Messages.ToList().IndexOf(line);

    private static List<string> PlanLines(string output) =>
    [
        .. output.Split('\n')
            .Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(columns => columns.Length == 6 && columns[0] != "-")
            .Select(columns => $"{columns[0]} {columns[2]} {columns[3]} {(columns[4] == "discord-announcements" ? $"discord:{Sample.DiscordChannel}" : $"telegram:{Sample.TelegramChat}")}"),
    ];
}
