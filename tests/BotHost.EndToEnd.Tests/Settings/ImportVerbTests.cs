using BotHost.Announcements.Texts;
using BotHost.Composition;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Announcements;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.EndToEnd.Tests.Settings;

/// <summary>The import as an organiser runs it.</summary>
public sealed class ImportVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_announcement_becomes_files_once_and_the_words_say_what_is_missing()
    {
        var config = await StartAsync(RealAnnouncements.Read("harbour-evenings").Replace("Stream:", "Remark:", StringComparison.Ordinal));

        var first = await RunAsync("import", "pasted.txt", "--config", config);
        var again = await RunAsync("import", "pasted.txt", "--config", config);

        Assert.Equal(0, first.ExitCode);
        Assert.StartsWith(
            $"wrote {config}/talks/harbour-evenings-8.yaml\nwrote {config}/people/ines-faria.yaml\nwrote {config}/people/tomasz-wilk.yaml\nchanged {config}/bothost.yaml\nFound: series Harbour Evenings, number 8,",
            first.Output,
            StringComparison.Ordinal);
        Assert.Contains("\nNot found: no online link.\n", first.Output, StringComparison.Ordinal);
        Assert.Equal((1, "There is a talk 'harbour-evenings-8' already, and it stays as it is: say --id ID for another one."), again);
    }

    [Fact]
    public async Task What_check_would_say_of_the_new_files_is_printed_and_fails_nothing()
    {
        var config = await StartAsync(RealAnnouncements.Read("asian-talk-176"));

        var (exitCode, output) = await RunAsync("import", "pasted.txt", "--config", config, "--id", "asian-talk-176b");

        Assert.Equal(0, exitCode);
        Assert.Contains("\nNot found: no start: wrote `start: TBA`; no place; no online link.\n", output, StringComparison.Ordinal);
        Assert.Matches("talks/asian-talk-176b.yaml:[0-9]+:8: warning: the start is to be announced, and nothing says why", output);
    }

    [Fact]
    public async Task The_first_announcement_imported_into_a_fresh_config_is_read_like_a_copy_editor_would()
    {
        await File.WriteAllTextAsync(_folder["pasted.txt"], RealAnnouncements.Read("asian-talk-176"), Cancel);
        await RunAsync("init", "--config", "mine", "--community", "Asian Talk", "--zone", "Asia/Tokyo", "--languages", "en", "--discord-channel", "910000000000000001", "--discord-server", "900000000000000001", "--telegram-chat", "-1002000000001");
        await RunAsync("import", "pasted.txt", "--config", "mine", "--id", "asian-talk-176");

        var (exitCode, output) = await RunAsync("check", "--config", "mine");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            [
                "talks/asian-talk-176.yaml:3:1: warning: the talk has no place and no link to join; add place: or online:, or give its series a place [missing-place]",
                "talks/asian-talk-176.yaml:7:38: warning: 'Masumoto' looks like 'Masutomo' (Takehiro Masutomo) in another spelling; write 'Masutomo', or add the spelling to the person's aliases [name-spelling]",
                "talks/asian-talk-176.yaml:9:8: warning: the start is to be announced, and nothing says why; give a reason for people: start: {tba: after the summer} [tba-without-reason]",
                "talks/asian-talk-176.yaml:31:37: warning: 'Yudai Masutomo' is not 'Takehiro Masutomo', who is listed; correct the name, add 'Yudai Masutomo' to the person's aliases, or list the other person too [other-given-name]",
            ],
            output.Split('\n').Where(line => line.StartsWith("talks/asian-talk-176", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_shipped_config_gives_nothing()
    {
        var (exitCode, output) = await RunAsync("check", "--config", Path.Combine(Repository.Root, "config"), "--format", "json");

        Assert.Equal((0, "[]"), (exitCode, output.Trim()));
    }

    [Fact]
    public async Task A_dry_run_of_standard_input_prints_the_files_and_writes_none()
    {
        var config = await StartAsync(RealAnnouncements.Read("yoru-no-hanashi"));
        await using var import = BotProcess.Start(
            "sh", _folder.Path, null, ["-c", $"exec dotnet \"$0\" import - --dry-run --series yoru-no-hanashi --config {config} < pasted.txt", Repository.Executable]);

        var exitCode = await import.ExitCodeAsync(Cancel);

        Assert.Equal(0, exitCode);
        Assert.StartsWith("=== talks/yoru-no-hanashi-5.yaml\n", import.Output, StringComparison.Ordinal);
        Assert.Contains("=== people/yoru-no-hanashi-5-guest.yaml\n", import.Output, StringComparison.Ordinal);
        Assert.Contains("=== bothost.yaml, below series:\n  yoru-no-hanashi:\n    name: 夜のはなし\n", import.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder[Path.Combine("config", "talks", "yoru-no-hanashi-5.yaml")]));
    }

    [Theory]
    [InlineData("There is no file 'nowhere.txt'.", "nowhere.txt")]
    [InlineData("'config' is a folder: name the file with the announcement, or - for standard input.", "config")]
    public async Task What_cannot_be_read_is_said(string words, string file)
    {
        var config = await StartAsync("x");

        var import = await RunAsync("import", file, "--config", config);

        Assert.Equal((1, words), import);
    }

    [Fact]
    public async Task A_folder_without_a_config_is_answered_with_the_way_to_one()
    {
        await StartAsync("Asian Talk 1\nA Title\n");

        var (exitCode, output) = await RunAsync("import", "pasted.txt", "--config", "nowhere");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("bothost.yaml:1:1: error: no bothost.yaml in nowhere; write one with `bothost init --config nowhere`", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_are_shown_the_words_that_were_pasted()
    {
        string[] lines =
        [
            "2 * 3 * 4 is 24, and _this_ is not slanted, nor *this*.",
            "# no heading",
            "1985. No list.",
            "> no quote",
            "A <tag>, <b>no</b> HTML, &amp; no entity, `no code`, ~~no line~~, snake_case_word.",
            "[no](link) and [no][reference] and \\ a backslash\\",
            "[no]: https://example.org/definition is no definition",
            "+ 5 degrees",
            "=====  and a | b | c",
            "--- | ---",
            "(see https://example.org/a_(b)_c?x=*1*&y=2#z) https://example.org/under_score_/x_y.",
            "「*夜*」の_はなし_。",
        ];
        var config = await StartAsync("Asian Talk 300\nA Title\n\n" + string.Join("\n\n", lines) + "\n");

        var (exitCode, output) = await RunAsync("import", "pasted.txt", "--config", config);

        var yaml = await File.ReadAllTextAsync(_folder[Path.Combine("config", "talks", "asian-talk-300.yaml")], Cancel);
        var summary = string.Join('\n', yaml.Split("summary: |\n")[1].Split('\n').Select(line => line.Length > 2 ? line[2..] : ""));
        using var room = Rooms.ReadingRoom();
        var shown = PlainText.Of(room.Services.GetRequiredService<IMarkdownReader>().Read(summary), "en");
        Assert.True(exitCode == 0, output);
        Assert.Equal(string.Join("\n\n", lines).Replace("+ 5", "- 5", StringComparison.Ordinal), shown);
    }

    /// <summary>The sample's config beside a pasted text; the config's folder, as the process sees it.</summary>
    private async Task<string> StartAsync(string announcement)
    {
        _folder.CopyOfSample();
        await File.WriteAllTextAsync(_folder["pasted.txt"], announcement, Cancel);
        return "config";
    }

    private async Task<(int ExitCode, string Output)> RunAsync(params string[] args)
    {
        await using var bot = BotProcess.Start(_folder.Path, null, args);
        var exitCode = await bot.ExitCodeAsync(Cancel);
        return (exitCode, bot.Output);
    }
}
