using System.CommandLine;
using BotHost.CommandLine;
using BotHost.EndToEnd.Tests.Processes;

namespace BotHost.EndToEnd.Tests.Settings;

/// <summary>The command line's own words, and the verbs that connect to nothing.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("run")]
    [InlineData("sandbox")]
    [InlineData("init")]
    [InlineData("check")]
    [InlineData("plan")]
    [InlineData("preview")]
    [InlineData("import")]
    [InlineData("ledger")]
    public async Task Every_verb_explains_itself(string verb)
    {
        var (exitCode, output, errors) = await InvokeAsync(verb, "--help");

        Assert.Equal(0, exitCode);
        Assert.Contains($" {verb} ", output, StringComparison.Ordinal);
        Assert.Contains("--config <DIR>", output, StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("Required command was not provided.")]
    [InlineData("There is no `bothost frobnicate`. There are run, sandbox, init, check, plan, preview, import, ledger; `bothost --help` explains them.", "frobnicate")]
    [InlineData("There is no `bothost frobnicate`.", "frobnicate", "--help")]
    [InlineData("There is no `bothost ledger prune`. There are show, export, import, backup; `bothost ledger --help` explains them.", "ledger", "prune")]
    [InlineData("Unrecognized command or argument '--cofnig'.", "run", "--cofnig", "x")]
    [InlineData("Required argument missing for command: 'preview'.", "preview")]
    [InlineData("--speed takes a number above 0 and at most 10000000, for example 86400 for a day each second.", "sandbox", "--speed", "fast")]
    [InlineData("--speed takes a number above 0 and at most 10000000, for example 86400 for a day each second.", "sandbox", "--speed", "0")]
    [InlineData("Argument 'xml' not recognized. Must be one of:", "check", "--format", "xml")]
    [InlineData("--port takes a number from 0 to 65535; 0 is any free port.", "sandbox", "--port", "99999")]
    public async Task What_cannot_be_understood_is_said_and_ends_with_2(string words, params string[] args)
    {
        var (exitCode, _, errors) = await InvokeAsync(args);

        Assert.Equal(2, exitCode);
        Assert.Contains(words, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Init_with_options_writes_what_check_passes_and_never_overwrites()
    {
        string[] init =
        [
            "init", "--config", "mine", "--community", "Town Talks", "--zone", "Europe/Paris", "--languages", "fr,en", "--discord-channel", "123456789012345678",
            "--discord-server", "123456789012345679", "--telegram-chat", "-1001234567890",
        ];

        var first = await RunAsync(init);
        var written = await File.ReadAllTextAsync(_folder[Path.Combine("mine", "bothost.yaml")], Cancel);
        var check = await RunAsync("check", "--config", "mine");
        var again = await RunAsync(init);

        Assert.Equal(0, first.ExitCode);
        Assert.Contains("and `status: confirmed`, then `bothost check --config mine`", first.Output, StringComparison.Ordinal);
        Assert.Contains("Europe/Paris", written, StringComparison.Ordinal);
        Assert.Equal(
            (
                0,
                "talks/first-talk.yaml:10:15: note: the start is to be announced: what counts from it waits; write the date once it is known [start-tba]\n"
                + "1 talk, 1 person, 2 channels in mine.\nThere is no ledger yet: this is what the files alone say.\nNothing to mend."),
            check);
        Assert.Equal((1, "'mine/bothost.yaml' is there already and stays as it is: choose another folder, or move the file away."), again);
        Assert.Equal(written, await File.ReadAllTextAsync(_folder[Path.Combine("mine", "bothost.yaml")], Cancel));
    }

    [Fact]
    public async Task Init_asks_on_standard_input_and_a_community_zone_and_languages_are_enough_for_check()
    {
        await File.WriteAllTextAsync(_folder["answers"], "mine\nTown Talks\nEurope/Paris\nfr, en\n\n\n\n", Cancel);
        await using var init = BotProcess.Start(
            "sh", _folder.Path, null, ["-c", "exec dotnet \"$0\" init < answers", Repository.Executable]);

        var exitCode = await init.ExitCodeAsync(Cancel);
        var check = await RunAsync("check", "--config", "mine");

        Assert.Equal(0, exitCode);
        Assert.Contains("Town Talks", await File.ReadAllTextAsync(_folder[Path.Combine("mine", "bothost.yaml")], Cancel), StringComparison.Ordinal);
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("note: there are no channels", check.Output, StringComparison.Ordinal);
        Assert.EndsWith("Nothing to mend.", check.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--zone", "Mars", "zone: 'Mars' is not a time zone; write a name of the tz database such as Asia/Tokyo or Europe/Berlin.")]
    [InlineData("--languages", "klingon language", "language: 'klingon language' is not a language tag; write a tag such as en, ja or zh-Hant.")]
    public async Task Init_refuses_an_answer_that_is_none_and_writes_nothing(string option, string answer, string words)
    {
        var init = await RunAsync("init", "--config", "mine", option, answer);

        Assert.Equal((1, words), init);
        Assert.False(Directory.Exists(_folder["mine"]));
    }

    [Fact]
    public async Task Preview_shows_the_post_of_each_channel()
    {
        var (exitCode, output) = await RunAsync("preview", "asian-talk-176", "--step", "hour-before", "--config", Repository.SampleConfig);

        Assert.Equal(0, exitCode);
        Assert.Contains("=== hour-before in discord-announcements (discord:910000000000000001)", output, StringComparison.Ordinal);
        Assert.Contains("=== hour-before in telegram-announcements (telegram:-1002000000001)", output, StringComparison.Ordinal);
        Assert.Contains("In 1 hour: Asian Talk 176: Chinese Immigration and Its Discontents", output, StringComparison.Ordinal);
        Assert.Contains("--- fits", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no talk 'nobody'; there are: asian-talk-176, asian-talk-177, asian-talk-178.", "nobody")]
    [InlineData("asian-talk-176 has no step 'nope'; it has: announce, day-before, hour-before, starting, thanks, week-before.", "asian-talk-176", "--step", "nope")]
    [InlineData("asian-talk-176 goes to no channel 'nope'; it goes to: discord-announcements, telegram-announcements.", "asian-talk-176", "--channel", "nope")]
    public async Task Preview_names_what_there_is_instead(string words, params string[] asked)
    {
        var preview = await RunAsync(["preview", .. asked, "--config", Repository.SampleConfig]);

        Assert.Equal((1, words), preview);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("plan")]
    public async Task A_folder_without_a_config_is_answered_with_the_way_to_one(string verb)
    {
        var (exitCode, output) = await RunAsync(verb, "--config", "nowhere");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("bothost.yaml:1:1: error: no bothost.yaml in nowhere; write one with `bothost init --config nowhere`", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> InvokeAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = await BotHostCommand.InvokeAsync(args, new InvocationConfiguration { Output = output, Error = errors });
        return (exitCode, output.ToString(), errors.ToString());
    }

    private async Task<(int ExitCode, string Output)> RunAsync(params string[] args)
    {
        await using var bot = BotProcess.Start(_folder.Path, null, args);
        var exitCode = await bot.ExitCodeAsync(Cancel);
        return (exitCode, bot.Output);
    }
}
