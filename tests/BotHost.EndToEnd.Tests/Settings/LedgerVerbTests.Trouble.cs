using BotHost.EndToEnd.Tests.Processes;

namespace BotHost.EndToEnd.Tests.Settings;

/// <content>What goes wrong around the ledger, and what the operator reads then.</content>
public sealed partial class LedgerVerbTests
{
    [Fact]
    public async Task An_export_comes_in_by_standard_input_as_well()
    {
        using (await HoldAsync())
        {
            await RunAsync("ledger", "export", "ledger.jsonl");
        }

        var export = await File.ReadAllTextAsync(_folder["ledger.jsonl"], Cancel);
        var import = await FeedAsync(export, "ledger", "import", "-");
        var spoiled = await FeedAsync("oh", "ledger", "import", "-");
        var again = await RunWithAsync(Elsewhere, "ledger", "export");

        Assert.Equal((0, $"Imported 3 posts into the ledger {_folder["other/bothost.db"]}."), import);
        Assert.Equal((1, "standard input:1: this is no exported ledger; name a file that `bothost ledger export` has written\nNothing was imported: 1 problem in standard input."), spoiled);
        Assert.Equal((0, export.TrimEnd('\n')), again);
    }

    [Fact]
    public async Task A_file_with_a_problem_in_every_line_is_told_by_the_first_of_them()
    {
        using (await HoldAsync())
        {
            await RunAsync("ledger", "export", "ledger.jsonl");
        }

        var header = (await File.ReadAllLinesAsync(_folder["ledger.jsonl"], Cancel))[0];
        await File.WriteAllLinesAsync(_folder["spoiled.jsonl"], [header, .. Enumerable.Repeat("oh", 500)], Cancel);

        var (exitCode, output) = await RunWithAsync(Elsewhere, "ledger", "import", "spoiled.jsonl");

        var lines = output.Split('\n');
        Assert.Equal((1, 22), (exitCode, lines.Length));
        Assert.StartsWith("spoiled.jsonl:2: the line cannot be understood", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("spoiled.jsonl:21: ", lines[19], StringComparison.Ordinal);
        Assert.Equal(["… and 481 more.", "Nothing was imported: 501 problems in spoiled.jsonl."], lines[20..]);
    }

    [Fact]
    public async Task A_folder_in_the_ledgers_place_is_named_by_whoever_needs_the_ledger()
    {
        Directory.CreateDirectory(_folder["data/bothost.db"]);
        await File.WriteAllTextAsync(_folder["some.jsonl"], "{\"format\":\"bothost-ledger\",\"version\":1}\n{\"thing\":\"counters\",\"deliveries\":0,\"decisions\":0}\n{\"thing\":\"end\",\"things\":1}\n", Cancel);

        var answers = new List<(int, string)>();
        foreach (var args in new string[][] { ["show"], ["export"], ["import", "some.jsonl"], ["backup", "copy.db"] })
        {
            answers.Add(await RunAsync(["ledger", .. args]));
        }

        Assert.All(answers, answer => Assert.Equal(
            (1, $"There is a folder at '{_folder["data/bothost.db"]}', and the ledger is a file. Move the folder away, or set Data__Directory to the folder in which bothost.db lies."), answer));
    }

    [Fact]
    public async Task A_data_folder_that_is_the_ledgers_file_is_named_with_the_folder_to_set()
    {
        using (await HoldAsync())
        {
        }

        var file = _folder["data/bothost.db"];
        var answers = new List<(int, string)>();
        foreach (var args in new string[][] { ["ledger", "show"], ["ledger", "backup", "copy.db"], ["plan", "--config", Repository.SampleConfig] })
        {
            answers.Add(await RunWithAsync(new() { ["Data__Directory"] = file }, args));
        }

        Assert.All(answers, answer => Assert.Equal(
            (1, $"'{file}' is a file, and the ledger lies in a folder. Set Data__Directory to the folder in which bothost.db lies or shall lie."), answer));
    }

    [Fact]
    public async Task A_file_in_which_no_bot_has_written_yet_is_no_ledger_and_gives_no_backup()
    {
        Directory.CreateDirectory(_folder["data"]);
        await File.WriteAllBytesAsync(_folder["data/bothost.db"], [], Cancel);

        var (exitCode, output) = await RunAsync("ledger", "backup", "copy.db");

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"There is no ledger at {_folder["data/bothost.db"]}", output, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["copy.db"]));
    }

    [Fact]
    public async Task A_backup_of_what_is_no_database_says_so()
    {
        Directory.CreateDirectory(_folder["data"]);
        await File.WriteAllTextAsync(_folder["data/bothost.db"], "These are the minutes of our last meeting, and they are longer than a header.", Cancel);

        var (exitCode, output) = await RunAsync("ledger", "backup", "copy.db");

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"'{_folder["data/bothost.db"]}' is not a SQLite database. Move that file away", output, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["copy.db"]));
    }

    [Fact]
    public async Task Output_that_finds_no_room_ends_with_a_sentence()
    {
        if (!File.Exists("/dev/full"))
        {
            Assert.Skip("There is no /dev/full here, which is what a full disk looks like to a program; run the tests on Linux.");
            return;
        }

        using var bot = await HoldAsync();
        foreach (var verb in new[] { "show", "export" })
        {
            await using var shell = BotProcess.Start("sh", _folder.Path, null, ["-c", $"exec dotnet '{Repository.Executable}' ledger {verb} > /dev/full"]);

            Assert.Equal(1, await shell.ExitCodeAsync(Cancel));
            Assert.StartsWith("bothost could not go on: No space left on device. Look whether there is room on the disk", shell.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", shell.Output, StringComparison.Ordinal);
        }
    }

    /// <summary>Runs it on another data folder, with a text on standard input.</summary>
    private async Task<(int ExitCode, string Output)> FeedAsync(string input, params string[] args)
    {
        await File.WriteAllTextAsync(_folder["input"], input, Cancel);
        await using var shell = BotProcess.Start(
            "sh", _folder.Path, Elsewhere, ["-c", $"exec dotnet '{Repository.Executable}' {string.Join(' ', args)} < input"]);
        var exitCode = await shell.ExitCodeAsync(Cancel);
        return (exitCode, shell.Output);
    }
}
