using System.Globalization;
using BotHost.EndToEnd.Tests.Processes;

namespace BotHost.EndToEnd.Tests.Settings;

/// <summary>What <c>run</c> says to whom it does not start, as a real process; no platform is listening.</summary>
public sealed class BadConfigTests : IDisposable
{
    // Milliseconds: a process that should have ended and did not must not hold up the run.
    private const int Deadline = 180_000;

    private static readonly Dictionary<string, string> OneToken = new()
    {
        ["Discord__Token"] = "some.token",
        ["Discord__ApiBaseUrl"] = "http://127.0.0.1:9/api",
        ["Telegram__ApiBaseUrl"] = "http://127.0.0.1:9",
    };

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = Deadline)]
    public async Task Three_mistakes_are_three_lines_with_their_places_and_run_does_not_start()
    {
        MakeThreeMistakes(OwnConfig.Write(_folder, "both"));
        await using var bot = BotProcess.Start(_folder.Path, OneToken, "run");

        var exitCode = await bot.ExitCodeAsync(Cancel);

        Assert.Equal(1, exitCode);
        var lines = bot.Output.Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("bothost.yaml:18:9: error: ", lines[0], StringComparison.Ordinal);
        Assert.Contains("Asia/Tokio", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("talks/asian-talk-176.yaml:", lines[1], StringComparison.Ordinal);
        Assert.Contains("titel", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("talks/asian-talk-177.yaml:", lines[2], StringComparison.Ordinal);
        Assert.Contains("nobody-known", lines[2], StringComparison.Ordinal);
        Assert.Equal("The bot does not start: config has errors, and no config was accepted before. `bothost check --config config` says when it is right.", lines[3]);
        Assert.False(File.Exists(_folder[Path.Combine("data", "bothost.db")]));
    }

    [Fact(Timeout = Deadline)]
    public async Task With_a_config_accepted_before_run_lists_the_mistakes_and_starts_on_that()
    {
        var config = OwnConfig.Write(_folder, "both");
        await using (var before = BotProcess.Start(_folder.Path, OneToken, "run"))
        {
            await before.LineAsync(IsStarted, Cancel);
            Assert.Equal(0, await before.TerminateAsync(Cancel));
        }

        MakeThreeMistakes(config);
        await using var bot = BotProcess.Start(_folder.Path, OneToken, "run");

        await bot.LineAsync(IsStarted, Cancel);

        Assert.Equal(3, bot.Output.Split('\n').Count(line => line.Contains(": error: ", StringComparison.Ordinal)));
        Assert.Contains("config has errors: the bot runs on the config that was accepted before, kept in data", bot.Output, StringComparison.Ordinal);
        Assert.Equal(0, await bot.TerminateAsync(Cancel));
    }

    [Fact(Timeout = Deadline)]
    public async Task The_sample_is_refused_with_the_way_out() =>
        await AssertRefusedAsync(
            OneToken,
            $"{Repository.SampleConfig} is the sample series: `bothost init --config DIR` writes your own, `bothost sandbox` plays this one.",
            "--config",
            Repository.SampleConfig);

    [Fact(Timeout = Deadline)]
    public async Task A_second_run_on_the_same_data_names_the_first()
    {
        OwnConfig.Write(_folder, "both");
        await using var first = BotProcess.Start(_folder.Path, OneToken, "run");
        await first.LineAsync(IsStarted, Cancel);
        await using var second = BotProcess.Start(_folder.Path, OneToken, "run");

        var exitCode = await second.ExitCodeAsync(Cancel);

        Assert.Equal(1, exitCode);
        Assert.Single(second.Output.Split('\n'));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"is in use by process {first.Id} on machine"), second.Output, StringComparison.Ordinal);
        Assert.EndsWith("stop that one, or give this one a Data__Directory of its own.", second.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline)]
    public async Task A_rehearsal_on_real_platforms_is_refused()
    {
        OwnConfig.Write(_folder, "both");
        await AssertRefusedAsync(
            new Dictionary<string, string> { ["Discord__Token"] = "some.token", ["Clock__Start"] = "2026-12-30T00:59:00Z" },
            "Clock__Start is set, which is for rehearsals, but Discord__ApiBaseUrl is not an address of this machine: "
            + "take Clock__Start away, or point both platforms at a sandbox.");
    }

    [Fact(Timeout = Deadline)]
    public async Task All_settings_that_cannot_be_right_are_named_at_once()
    {
        OwnConfig.Write(_folder, "both");
        await AssertRefusedAsync(
            new Dictionary<string, string>
            {
                ["Discord__TokenFile"] = "/nowhere/token",
                ["Telegram__TokenFile"] = "/nowhere/other",
                ["Storage__Provider"] = "postgres",
            },
            "Storage__Provider is 'postgres', but this version knows 'sqlite' only. Set it to 'sqlite' or leave it out.\n"
            + "Discord__TokenFile names '/nowhere/token', which cannot be read: there is no such file; check the path and its rights.\n"
            + "Telegram__TokenFile names '/nowhere/other', which cannot be read: there is no such file; check the path and its rights.");
    }

    [Fact(Timeout = Deadline)]
    public async Task A_data_folder_that_is_a_file_is_named_with_its_setting()
    {
        OwnConfig.Write(_folder, "both");
        var file = _folder[Path.Combine("config", "bothost.yaml")];
        await using var bot = BotProcess.Start(_folder.Path, new Dictionary<string, string>(OneToken) { ["Data__Directory"] = file }, "run");

        var exitCode = await bot.ExitCodeAsync(Cancel);

        Assert.Equal(1, exitCode);
        Assert.Equal($"'{file}' is a file, and the ledger lies in a folder. Set Data__Directory to the folder in which bothost.db lies or shall lie.", bot.Output);
    }

    [Fact(Timeout = Deadline)]
    public async Task A_settings_file_that_is_no_JSON_is_named()
    {
        await File.WriteAllTextAsync(_folder["appsettings.json"], "{ \"Discord\": {", Cancel);
        await using var bot = BotProcess.Start(_folder.Path, null, "run");

        var exitCode = await bot.ExitCodeAsync(Cancel);

        Assert.Equal(1, exitCode);
        Assert.Single(bot.Output.Split('\n'));
        Assert.Contains(_folder["appsettings.json"], bot.Output, StringComparison.Ordinal);
    }

    private static bool IsStarted(string line) => line.Contains("Application started", StringComparison.Ordinal);

    private static void MakeThreeMistakes(string config)
    {
        Edit(Path.Combine(config, "bothost.yaml"), "zone: Asia/Tokyo", "zone: Asia/Tokio");
        Edit(Path.Combine(config, "talks", "asian-talk-176.yaml"), "\ntitle:", "\ntitel: misspelt\ntitle:");
        Edit(Path.Combine(config, "talks", "asian-talk-177.yaml"), "person: tama-hoshino", "person: nobody-known");
    }

    private static void Edit(string file, string part, string replacement)
    {
        var text = File.ReadAllText(file);
        Assert.Contains(part, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(part, replacement, StringComparison.Ordinal));
    }

    private async Task AssertRefusedAsync(IReadOnlyDictionary<string, string> settings, string words, params string[] args)
    {
        await using var bot = BotProcess.Start(_folder.Path, settings, ["run", .. args]);

        var exitCode = await bot.ExitCodeAsync(Cancel);

        Assert.Equal(1, exitCode);
        Assert.Equal(words, bot.Output);
        Assert.False(Directory.Exists(_folder["data"]));
    }
}
