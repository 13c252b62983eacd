using BotHost.EndToEnd.Tests.Processes;

namespace BotHost.EndToEnd.Tests.Previews;

/// <summary><c>bothost preview</c> as an organiser uses it, in the terminal and for the browser.</summary>
public sealed class PreviewVerbTests : IDisposable
{
    private const string Title = "Chinese Immigration and Its Discontents";

    // Between those of the sample: another server, and one that has quiet hours, which move the time and not the words.
    private const string MoreChannels =
        """
          - id: second-server
            platform: discord
            address: "910000000000000002"
            quiet_hours: 09:00 to 11:00

          - id: telegram-announcements
        """;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Channels_that_would_get_the_same_are_named_together()
    {
        var config = _folder.CopyOfSample();
        var file = Path.Combine(config, "bothost.yaml");
        var text = await File.ReadAllTextAsync(file, Cancel);
        await File.WriteAllTextAsync(file, text.Replace("  - id: telegram-announcements", MoreChannels, StringComparison.Ordinal), Cancel);

        var (exitCode, output) = await RunAsync("asian-talk-176", "--config", config);

        Assert.True(exitCode == 0, output);
        Assert.Contains("=== announce in discord-announcements (discord:910000000000000001), second-server (discord:910000000000000002)\n", output, StringComparison.Ordinal);
        Assert.Contains("goes out Wed 2026-12-30 10:00 (Asia/Tokyo): discord-announcements\n", output, StringComparison.Ordinal);
        Assert.Contains("goes out Wed 2026-12-30 11:00 (Asia/Tokyo): second-server\n", output, StringComparison.Ordinal);
        Assert.Contains("=== announce in telegram-announcements (telegram:-1002000000001)\n", output, StringComparison.Ordinal);
        Assert.Equal(2, output.Split("--- fits").Length - 1);
    }

    [Fact]
    public async Task Every_step_is_shown_as_it_would_read_at_its_own_time()
    {
        var (exitCode, output) = await RunAsync("asian-talk-176", "--step", "all", "--channel", "telegram-announcements", "--config", Repository.SampleConfig);

        Assert.Equal(0, exitCode);
        Assert.Equal(
            ["announce", "week-before", "day-before", "hour-before", "starting", "thanks"],
            output.Split('\n').Where(line => line.StartsWith("=== ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]));
        Assert.Contains($"Asian Talk 176 starts in 7 days.\n{Title}", output, StringComparison.Ordinal);
        // The picture comes without a sound, and the text below it with one.
        Assert.DoesNotContain("without a sound", output, StringComparison.Ordinal);
        Assert.Contains($"Asian Talk 176 is starting now.\n{Title}", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_shown_as_if_it_were_confirmed_and_called_a_draft()
    {
        var config = _folder.CopyOfSample();
        var file = Path.Combine(config, "talks", "asian-talk-176.yaml");
        var text = await File.ReadAllTextAsync(file, Cancel);
        await File.WriteAllTextAsync(file, text.Replace("status: confirmed", "status: draft", StringComparison.Ordinal), Cancel);

        var (exitCode, output) = await RunAsync("asian-talk-176", "--step", "week-before", "--config", config);

        Assert.True(exitCode == 0, output);
        Assert.Contains("DRAFT: nothing of this goes out before the talk is confirmed.", output, StringComparison.Ordinal);
        Assert.Contains("In 7 days: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_written_and_written_again_but_never_over_another_file()
    {
        await File.WriteAllTextAsync(_folder["notes.html"], "<p>mine</p>", Cancel);
        string[] asked = ["asian-talk-176", "--config", Repository.SampleConfig, "--html"];

        var first = await RunAsync([.. asked, "page.html"]);
        var again = await RunAsync([.. asked, "page.html", "--step", "all"]);
        var foreign = await RunAsync([.. asked, "notes.html"]);
        var folder = await RunAsync([.. asked, "."]);
        var nowhere = await RunAsync([.. asked, Path.Combine("no", "page.html")]);

        Assert.Equal((0, "wrote page.html: 2 posts; open it in a browser."), first);
        Assert.Equal((0, "wrote page.html: 12 posts; open it in a browser."), again);
        Assert.Equal((1, "'notes.html' is there already and no page of previews, so it stays as it is: name another file, or move this one away."), foreign);
        Assert.Equal("<p>mine</p>", await File.ReadAllTextAsync(_folder["notes.html"], Cancel));
        Assert.Equal((1, "'.' is a folder: name a file for the page, such as ./preview.html."), folder);
        Assert.Equal(1, nowhere.ExitCode);
        Assert.Contains($"{Path.DirectorySeparatorChar}no' for the page is not there", nowhere.Output, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output)> RunAsync(params string[] args)
    {
        await using var bot = BotProcess.Start(_folder.Path, null, ["preview", .. args]);
        var exitCode = await bot.ExitCodeAsync(Cancel);
        return (exitCode, bot.Output);
    }
}
