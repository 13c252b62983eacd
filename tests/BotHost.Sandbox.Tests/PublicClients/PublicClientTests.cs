using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using BotHost.Sandbox.Tests.Scenes;

namespace BotHost.Sandbox.Tests.PublicClients;

/// <summary>Proof that our idea of the wire is not only ours: libraries of others, unmodified but for the base URL.</summary>
public sealed class PublicClientTests
{
    private static readonly string Scripts = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "PublicClients"));
    private static readonly Lazy<Task<string?>> Installed = new(InstallAsync);

    // A copy outside the source tree, kept between runs, so that only the first one downloads.
    private static readonly string Copy = Path.Combine(Path.GetTempPath(), "bothost-public-clients-" + Environment.UserName);

    [Fact]
    public async Task Discord_js_logs_in_and_sends_a_message()
    {
        await NeedClientsAsync();
        await using var scene = await Scene.StartAsync();

        var printed = await RunAsync("node", ["discord.mjs"], new()
        {
            ["DISCORD_BASE"] = new Uri(scene.Server.PageUrl, "/discord/api").ToString(),
            ["DISCORD_TOKEN"] = Sample.DiscordToken,
            ["DISCORD_CHANNEL"] = Sample.Text,
        });

        Assert.True(printed.Code == 0, printed.Text);
        var entry = Assert.Single(scene.Server.Record.OfKind(RecordKinds.MessageCreated));
        Assert.Equal((printed.Text.Trim(), Sample.Text, "Hello from discord.js\nA talk\nSent by a public library.\nWhen\n<t:1893456000:F>"), (entry.MessageId, entry.ChatId, entry.Text));
        Assert.Single(scene.Server.Record.OfKind(RecordKinds.GatewayIdentify));
        Assert.Empty(scene.Server.Record.OfKind(RecordKinds.Refused));
    }

    [Fact]
    public async Task Discord_js_opens_a_thread_and_makes_lists_and_cancels_an_event()
    {
        await NeedClientsAsync();
        await using var scene = await Scene.StartAsync();

        var printed = await RunAsync("node", ["discord-ornaments.mjs"], new()
        {
            ["DISCORD_BASE"] = new Uri(scene.Server.PageUrl, "/discord/api").ToString(),
            ["DISCORD_TOKEN"] = Sample.DiscordToken,
            ["DISCORD_CHANNEL"] = Sample.Text,
        });

        Assert.True(printed.Code == 0, printed.Text);
        var ids = printed.Text.Trim().Split(' ');
        Assert.Equal(
            [
                (RecordKinds.MessageCreated, ids[0]), (RecordKinds.ThreadCreated, ids[0]), (RecordKinds.ThreadEdited, ids[0]),
                (RecordKinds.EventCreated, ids[1]), (RecordKinds.EventEdited, ids[1]), (RecordKinds.EventCancelled, ids[1]),
            ],
            scene.Server.Record.Entries.Where(entry => entry.MessageId is not null).Select(entry => (entry.Kind, entry.MessageId!)));
        Assert.Empty(scene.Server.Record.OfKind(RecordKinds.Refused));
    }

    [Fact]
    public async Task GrammY_polls_and_answers_a_start()
    {
        await NeedClientsAsync();
        await using var scene = await Scene.StartAsync();
        scene.Server.WriteTelegram(Sample.Ann, Sample.Ann, "/start");

        var printed = await RunAsync("node", ["telegram.mjs"], new()
        {
            ["TELEGRAM_BASE"] = scene.Server.TelegramApiBaseUrl.ToString(),
            ["TELEGRAM_TOKEN"] = Sample.TelegramToken,
            ["TELEGRAM_CHAT"] = Sample.Ann.ToString(CultureInfo.InvariantCulture),
        });

        Assert.True(printed.Code == 0, printed.Text);
        var entry = Assert.Single(scene.Server.Record.OfKind(RecordKinds.MessageCreated));
        Assert.Equal((printed.Text.Trim(), "51", "Hello from grammY"), (entry.MessageId, entry.ChatId, entry.Text));
        Assert.Empty(scene.Server.Record.OfKind(RecordKinds.Refused));
    }

    private static async Task NeedClientsAsync()
    {
        var missing = await Installed.Value;
        if (missing is null)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(missing);
        }

        Assert.Skip(missing);
    }

    /// <summary>Null when both libraries are there, else what is missing and how to get it.</summary>
    private static async Task<string?> InstallAsync()
    {
        try
        {
            Directory.CreateDirectory(Copy);
            foreach (var file in Directory.GetFiles(Scripts))
            {
                File.Copy(file, Path.Combine(Copy, Path.GetFileName(file)), overwrite: true);
            }

            await RunAsync("node", ["--version"], []);
            var installed = await RunAsync("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline"], []);
            return installed.Code == 0 ? null : "npm could not install the public clients (a registry must be in reach): " + installed.Text;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node.js and npm are not installed: install the packages nodejs and npm.";
        }
    }

    private static async Task<(int Code, string Text)> RunAsync(string program, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Copy, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Scene.Stop);
        var errors = process.StandardError.ReadToEndAsync(Scene.Stop);
        await process.WaitForExitAsync(Scene.Stop);
        return (process.ExitCode, process.ExitCode == 0 ? await output : await output + await errors);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
