using System.Text.Json;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Settings;

/// <summary>The ledger's verb as an operator runs it, beside a process that holds the ledger and without one.</summary>
public sealed partial class LedgerVerbTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2027, 3, 1, 12, 0);
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Where_there_is_no_ledger_that_is_said_and_none_is_made()
    {
        var show = await RunAsync("ledger", "show");
        var json = await RunAsync("ledger", "show", "--json");
        var export = await RunAsync("ledger", "export");
        var backup = await RunAsync("ledger", "backup", "copy.db");

        Assert.Equal((0, $"There is no ledger yet at {_folder["data/bothost.db"]}."), show);
        Assert.Equal((0, "[]"), json);
        Assert.All([export, backup], answer => Assert.Equal((1, $"There is no ledger at {_folder["data/bothost.db"]}: run the bot first, or set Data__Directory to the folder where it keeps its files."), answer));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_ledger_that_was_taken_away_is_missed_in_the_last_line()
    {
        Directory.CreateDirectory(_folder["data"]);
        await File.WriteAllTextAsync(_folder["data/bothost.db-latest"], "0123456789abcdef0123456789abcdef 7", Cancel);

        var plan = await RunAsync("plan", "--config", Repository.SampleConfig);
        var show = await RunAsync("ledger", "show");
        var check = await RunAsync("check", "--config", Repository.SampleConfig);
        var preview = await RunAsync("preview", "--config", Repository.SampleConfig, "asian-talk-176");

        const string remedy = "Put it back before the bot starts, or it begins with an empty one and posts nothing of the past.";
        Assert.Equal(0, plan.ExitCode);
        Assert.EndsWith($"\nThe ledger that was at {_folder["data/bothost.db"]} is gone: this is what the files alone say. {remedy}", plan.Output, StringComparison.Ordinal);
        Assert.Equal((0, $"The ledger that was at {_folder["data/bothost.db"]} is gone. {remedy}"), show);
        Assert.All([check, preview], answer => Assert.Contains(
            $"The ledger that was at {_folder["data/bothost.db"]} is gone: this is what the files alone say. {remedy}", answer.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Show_lists_posts_with_what_belongs_to_them_beside_a_running_bot()
    {
        using var bot = await HoldAsync();

        var all = await RunAsync("ledger", "show");
        var held = await RunAsync("ledger", "show", "--state", "held", "--config", "config");
        var nobody = await RunAsync("ledger", "show", "--subject", "nobody");

        Assert.Equal(
            (0,
            $"""
            #1      sent     step talk-1 announce to forum:100, due 2027-03-01T12:00:00Z
                    sent     message 1, 1 attempt, there as m1
                    retry    pin 1, not tried yet
            #2      held     step talk-2 announce to forum:100, due 2027-03-01T12:00:00Z: first start
            #3      retry    step talk-3 announce to forum:100, due 2027-03-01T12:00:00Z, deferred until 2027-03-01T12:20:00Z: the chat is busy
            3 posts of 3 in the ledger {_folder["data/bothost.db"]}.
            """.ReplaceLineEndings("\n")),
            all);
        Assert.Equal(
            (0, $"#2      held     step talk-2 announce to forum:100, due 2027-03-01T12:00:00Z: first start\n1 post of 3 in the ledger {_folder["data/bothost.db"]}."), held);
        Assert.Equal((0, $"0 posts of 3 in the ledger {_folder["data/bothost.db"]}."), nobody);
    }

    [Fact]
    public async Task Show_prints_json_for_scripts()
    {
        using var bot = await HoldAsync();

        var (exitCode, output) = await RunAsync("ledger", "show", "--json", "--subject", "talk-1");

        Assert.Equal(0, exitCode);
        var post = Assert.Single(JsonDocument.Parse(output).RootElement.EnumerateArray());
        Assert.Equal(("talk-1", "sent"), (post.GetProperty("subject").GetString(), post.GetProperty("state").GetString()));
        Assert.Equal(["m1", null], post.GetProperty("effects").EnumerateArray().Select(effect => effect.GetProperty("receipt").GetString()));
    }

    [Fact]
    public async Task What_is_exported_beside_a_running_bot_fills_another_ledger_and_comes_out_of_it_the_same()
    {
        using (await HoldAsync())
        {
            Assert.Equal((0, $"Exported the ledger {_folder["data/bothost.db"]} to ledger.jsonl."), await RunAsync("ledger", "export", "ledger.jsonl"));
            Assert.Equal((1, "There is something at 'ledger.jsonl' already, and an export overwrites nothing. Name another file."), await RunAsync("ledger", "export", "ledger.jsonl"));
        }

        var import = await RunWithAsync(Elsewhere, "ledger", "import", "ledger.jsonl");
        var twice = await RunWithAsync(Elsewhere, "ledger", "import", "ledger.jsonl");
        var again = await RunWithAsync(Elsewhere, "ledger", "export");

        Assert.Equal((0, $"Imported 3 posts into the ledger {_folder["other/bothost.db"]}."), import);
        Assert.Equal(1, twice.ExitCode);
        Assert.StartsWith($"The ledger '{_folder["other/bothost.db"]}' is not empty", twice.Output, StringComparison.Ordinal);
        Assert.Equal((0, (await File.ReadAllTextAsync(_folder["ledger.jsonl"], Cancel)).TrimEnd('\n')), again);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["ledger.jsonl"]));
        }
    }

    [Fact]
    public async Task An_import_under_a_running_bot_is_refused_and_names_it()
    {
        using var bot = await HoldAsync();
        await RunAsync("ledger", "export", "ledger.jsonl");

        var (exitCode, output) = await RunAsync("ledger", "import", "ledger.jsonl");

        Assert.Equal(1, exitCode);
        Assert.Contains($"is in use by process {Environment.ProcessId} on machine", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_spoiled_export_is_refused_with_all_its_problems_and_makes_no_ledger()
    {
        using (await HoldAsync())
        {
            await RunAsync("ledger", "export", "ledger.jsonl");
        }

        var lines = await File.ReadAllLinesAsync(_folder["ledger.jsonl"], Cancel);
        lines[1] = "oh";
        lines[4] = lines[4].Replace("\"held\"", "\"gone\"", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(_folder["spoiled.jsonl"], lines[..^1], Cancel);

        var (exitCode, output) = await RunWithAsync(Elsewhere, "ledger", "import", "spoiled.jsonl");

        Assert.Equal(1, exitCode);
        Assert.Contains("spoiled.jsonl:2: the line cannot be understood", output, StringComparison.Ordinal);
        Assert.Contains("spoiled.jsonl:5: 'gone' is not the state; known are sending, sent, retry, failed, unknown, skipped, held; put the line back as it was exported\n", output, StringComparison.Ordinal);
        Assert.Contains("the file ends too early: its last line is missing; export the ledger again, and copy the whole file\n", output, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was imported: 3 problems in spoiled.jsonl.", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["other"]));
    }

    [Theory]
    [InlineData("nowhere.jsonl", "'nowhere.jsonl' cannot be read: ")]
    [InlineData("data", "'data' cannot be read: ")]
    [InlineData("binary", "'binary' is not UTF-8 text")]
    [InlineData("empty", "empty:1: this is no exported ledger; name a file that `bothost ledger export` has written")]
    public async Task What_is_no_export_is_said(string file, string words)
    {
        Directory.CreateDirectory(_folder["data"]);
        await File.WriteAllBytesAsync(_folder["binary"], [0x80, 0x81, 0x00, 0xFF], Cancel);
        await File.WriteAllBytesAsync(_folder["empty"], [], Cancel);

        var (exitCode, output) = await RunAsync("ledger", "import", file);

        Assert.Equal(1, exitCode);
        Assert.StartsWith(words, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_beside_a_running_bot_holds_the_same_as_the_ledger()
    {
        using var bot = await HoldAsync();

        var backup = await RunAsync("ledger", "backup", "copy.db");
        var original = await RunAsync("ledger", "export");
        var copy = await RunWithAsync(
            new() { ["Storage__ConnectionString"] = $"Data Source={_folder["copy.db"]}" }, "ledger", "export");

        Assert.Equal((0, $"Copied the ledger {_folder["data/bothost.db"]} to copy.db."), backup);
        Assert.Equal(0, original.ExitCode);
        Assert.Equal(original, copy);
    }

    [Theory]
    [InlineData("Required command was not provided.", "ledger")]
    [InlineData("Argument 'lost' not recognized. Must be one of:", "ledger", "show", "--state", "lost")]
    [InlineData("Required argument missing for command: 'import'.", "ledger", "import")]
    [InlineData("Required argument missing for command: 'backup'.", "ledger", "backup")]
    public async Task What_cannot_be_understood_ends_with_2(string words, params string[] args)
    {
        var (exitCode, output) = await RunAsync(args);

        Assert.Equal(2, exitCode);
        Assert.Contains(words, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show")]
    [InlineData("export")]
    [InlineData("import")]
    [InlineData("backup")]
    public async Task Every_part_of_the_verb_explains_itself(string part)
    {
        var (exitCode, output) = await RunAsync("ledger", part, "--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("--config <DIR>", output, StringComparison.Ordinal);
    }

    private Dictionary<string, string> Elsewhere => new() { ["Data__Directory"] = _folder["other"] };

    /// <summary>Holds a ledger as a running bot does.</summary>
    private async Task<IHost> HoldAsync()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new("Data:Directory", _folder["data"])]);
        builder.AddStorage();
        var host = builder.Build();
        var ledger = host.Services.GetRequiredService<ILedger>();
        await ledger.OpenAsync(Noon, Cancel);
        var granted = (ClaimResult.Granted)await ledger.ClaimAsync(
            new Claim(KeyOf("talk-1"), 1, 1, "text", Noon, Noon, Noon) { Ornaments = [new(EffectKind.Pin, 1)] }, Cancel);
        await ledger.RecordAsync(granted.Attempt, new Outcome.Sent("m1"), Noon, Cancel);
        await ledger.SettleAsync(KeyOf("talk-2"), DeliveryState.Held, "first start", Noon, Noon, Cancel);
        await ledger.DeferAsync(KeyOf("talk-3"), Noon + Duration.FromMinutes(20), "the chat is busy", Noon, Noon, Cancel);
        return host;
    }

    private static DeliveryKey KeyOf(string talk) => new(DeliveryKind.Step, talk, "announce", "", "forum:100");

    private Task<(int ExitCode, string Output)> RunAsync(params string[] args) => RunWithAsync([], args);

    private async Task<(int ExitCode, string Output)> RunWithAsync(Dictionary<string, string> environment, params string[] args)
    {
        await using var bot = BotProcess.Start(_folder.Path, environment, args);
        var exitCode = await bot.ExitCodeAsync(Cancel);
        return (exitCode, bot.Output);
    }
}
