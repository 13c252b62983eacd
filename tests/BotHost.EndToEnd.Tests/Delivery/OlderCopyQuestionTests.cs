using BotHost.Announcements.Platforms;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>An older copy of the ledger is put back after posts went out: what it does not know is asked about, post by post, and never posted twice by itself.</summary>
public sealed class OlderCopyQuestionTests
{
    [Fact]
    public async Task The_report_says_that_the_posts_may_be_there_and_no_button_posts_several()
    {
        await using var stage = await PutBackAsync(new TalkBuilder());
        await stage.PassAsync();

        Assert.Equal(["discord", "telegram"], stage.Posts);
        var reports = stage.ReportsOn("discord");
        Assert.Equal(3, reports.Count);
        Assert.StartsWith("# 2 posts may be there already\n\nAn older copy of the ledger was put back, or an exported one imported.", reports[0], StringComparison.Ordinal);
        Assert.StartsWith("# Is it there already? announce of asian-talk-176 in announcements\n\nIt was due Wednesday, 30 December 2026, 10:00", reports[1], StringComparison.Ordinal);
        Assert.Contains("Look into news first", reports[2], StringComparison.Ordinal);
        Assert.DoesNotContain(reports, report => report.Contains("silent", StringComparison.Ordinal));
        Assert.Equal(
            ["They are all there", "It is missing, post it", "It is there", "It is missing, post it", "It is there"], stage.Discord.AllActions.Select(button => button.Label));
    }

    [Fact]
    public async Task What_is_missing_is_posted_and_what_is_there_is_not()
    {
        await using var stage = await PutBackAsync(new TalkBuilder(), lost: "telegram");
        Assert.Equal(["discord"], stage.Posts);

        var there = await stage.PressAsync(stage.Discord.AllActions.First(button => button.Label == "It is there"));
        await stage.PressAsync(stage.Discord.AllActions.Last(button => button.Verb == "post-missing"));
        await stage.PassAsync();
        await stage.PassAsync();

        Assert.True(there.ReplacesPressed);
        Assert.Equal(["discord", "telegram"], stage.Posts);
        Assert.Equal(
            ["Sent: ", $"Skipped: is there already, says discord:{CatalogueBuilder.DiscordModerator}"],
            stage.Rig.Index.Rows.Where(row => row.Key.Step == "announce").Select(row => $"{row.State}: {row.Reason}").Order(StringComparer.Ordinal));
        Assert.Equal(3, stage.ReportsOn("discord").Count);
    }

    [Fact]
    public async Task One_press_says_that_all_of_them_are_there()
    {
        await using var stage = await PutBackAsync(new TalkBuilder());

        await stage.PressAsync(stage.Discord.AllActions.First(button => button.Label == "They are all there"));
        await stage.PassAsync();
        var late = await stage.PressAsync(stage.Discord.AllActions.Last(button => button.Verb == "post-missing"));
        await stage.PassAsync();

        Assert.False(late.ReplacesPressed);
        Assert.Equal(["discord", "telegram"], stage.Posts);
        Assert.Equal(3, stage.ReportsOn("discord").Count);
    }

    [Fact]
    public async Task Of_many_ten_are_asked_about_at_a_time()
    {
        await using var stage = await PutBackAsync([.. Enumerable.Range(1, 6).Select(number => new TalkBuilder($"talk-{number}"))]);
        var asked = stage.ReportsOn("discord").Count;

        await stage.PressAsync(stage.Discord.AllActions.First(button => button.Label == "It is there"));
        await stage.PassAsync();

        Assert.Equal((11, 12), (asked, stage.ReportsOn("discord").Count));
    }

    private static Task<ReportStage> PutBackAsync(TalkBuilder talk, string lost) => PutBackAsync([talk], lost);

    private static async Task<ReportStage> PutBackAsync(params TalkBuilder[] talks) => await PutBackAsync(talks, lost: null);

    private static async Task<ReportStage> PutBackAsync(TalkBuilder[] talks, string? lost)
    {
        var stage = new ReportStage();
        await stage.StartAsync(ReportStage.Catalogue(talks));
        await stage.PassAsync();
        await stage.StopAsync((ledger, copy) => File.Copy(ledger, copy));

        await stage.StartAsync(ReportStage.Catalogue(talks));
        if (lost is not null)
        {
            stage.Faults[lost] = new Outcome.NotSent("no route");
        }

        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();
        stage.Faults.Clear();
        await stage.StopAsync((ledger, copy) => File.Copy(copy, ledger, overwrite: true));

        stage.Clock.Advance(Duration.FromHours(1));
        stage.Discord.AllActions.Clear();
        await stage.StartAsync(ReportStage.Catalogue(talks));
        await stage.PassAsync();
        return stage;
    }
}
