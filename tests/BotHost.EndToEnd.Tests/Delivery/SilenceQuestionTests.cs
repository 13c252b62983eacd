using BotHost.Announcements.Texts;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>What a long silence held back is listed once, and one press decides all of it.</summary>
public sealed class SilenceQuestionTests
{
    [Fact]
    public async Task It_is_asked_with_one_message_however_many_restarts_there_are()
    {
        await using var stage = await SilentAsync(Duration.FromHours(30));
        await stage.PassAsync();
        await stage.StartAsync(ReportStage.Catalogue(new TalkBuilder()));
        await stage.PassAsync();

        var report = Assert.Single(stage.ReportsOn("discord"));
        Assert.StartsWith("# 2 posts are held\n", report, StringComparison.Ordinal);
        Assert.Contains("\n\nThe bot was silent for 31 hours, so this was not posted.", report, StringComparison.Ordinal);
        Assert.Contains(
            "- announce of asian-talk-176 in announcements, due Wednesday, 30 December 2026, 10:00 (Tokyo, UTC+9), makes sense until Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)\n",
            report, StringComparison.Ordinal);
        Assert.Single(stage.ReportsOn("telegram"));
        Assert.Empty(stage.Posts);
    }

    [Fact]
    public async Task Post_them_posts_what_is_in_time_and_a_second_press_nothing_more()
    {
        await using var stage = await SilentAsync(Duration.FromHours(30));

        var first = await stage.PressAsync("Post them");
        await stage.PassAsync();
        var posted = stage.Posts;
        await stage.PassAsync();

        Assert.True(first.ReplacesPressed);
        Assert.Equal(["discord", "telegram"], posted);
        Assert.Equal(posted, stage.Posts);
    }

    [Fact]
    public async Task Several_steps_of_a_talk_that_are_posted_together_give_one_post_in_each_channel()
    {
        // The announcement, and the reminder of a week before, which may be a day late.
        await using var stage = await SilentAsync(Duration.FromDays(14) + Duration.FromHours(1));
        Assert.StartsWith("# 4 posts are held\n", Assert.Single(stage.ReportsOn("discord")), StringComparison.Ordinal);

        await stage.PressAsync("Post them");
        await stage.PassAsync();
        await stage.PassAsync();

        Assert.Equal(["discord", "telegram"], stage.Posts);
        Assert.Equal(
            ["Sent: ", "Skipped: told by announce"],
            stage.Rig.Index.Rows.Where(row => row.Key.Step is "announce" or "week-before")
                .Where(row => row.Key.Target.StartsWith("discord", StringComparison.Ordinal))
                .OrderBy(row => row.Key.Step, StringComparer.Ordinal).Select(row => $"{row.State}: {row.Reason}"));
    }

    [Fact]
    public async Task What_was_released_is_not_held_again_by_another_silence_after_a_crash()
    {
        await using var stage = await SilentAsync(Duration.FromHours(30));
        await stage.PressAsync("Post them");

        stage.Clock.Advance(Duration.FromHours(30));
        await stage.StartAsync(ReportStage.Catalogue(new TalkBuilder()));
        await stage.PassAsync();

        Assert.Equal(["discord", "telegram"], stage.Posts);
        Assert.Single(stage.ReportsOn("discord"));
    }

    [Fact]
    public async Task Leave_them_out_posts_nothing_and_is_no_news()
    {
        await using var stage = await SilentAsync(Duration.FromHours(30));

        var reply = await stage.PressAsync("Leave them out");
        await stage.PassAsync();
        await stage.StartAsync(ReportStage.Catalogue(new TalkBuilder()));
        await stage.PassAsync();

        Assert.Empty(stage.Posts);
        Assert.Single(stage.ReportsOn("discord"));
        Assert.StartsWith(
            "2 posts were left out by Noor.\n\n- announce of asian-talk-176 in announcements, due Wednesday, 30 December 2026, 10:00", PlainText.Of(reply.Content, "en"), StringComparison.Ordinal);
        Assert.All(stage.Rig.Index.Rows.Where(row => row.Key.Step == "announce"), row => Assert.Equal($"left out by discord:{CatalogueBuilder.DiscordModerator}", row.Reason));
    }

    private static async Task<ReportStage> SilentAsync(Duration after)
    {
        var stage = new ReportStage();
        await stage.StartAsync(ReportStage.Catalogue(new TalkBuilder()));
        await stage.PassAsync();
        stage.Clock.Set(ReportStage.Announce + after);
        await stage.StartAsync(ReportStage.Catalogue(new TalkBuilder()));
        await stage.PassAsync();
        return stage;
    }
}
