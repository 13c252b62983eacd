using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.TestKit.Talks;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>A report stands in a chat on each platform. What is decided in one of them is shown in both, once, and without buttons.</summary>
public sealed class DecidedReportTests
{
    private const string Decided = "It is there, says Noor: announce of asian-talk-176 in news.";

    [Fact]
    public async Task What_is_decided_in_one_chat_is_shown_by_every_copy_and_no_button_is_left()
    {
        await using var stage = await AskedAsync();

        await stage.PressAsync("It is there");
        await stage.PassAsync();
        await stage.PassAsync();

        // On Discord the announcement is message 1 and the report message 2; on Telegram the report is the only message that was taken.
        Assert.Equal([("2", Decided)], stage.Discord.Edits);
        Assert.Equal([("1", Decided)], stage.Telegram.Edits);
        Assert.Empty(stage.Discord.LastActions);
        Assert.Empty(stage.Telegram.LastActions);
    }

    [Fact]
    public async Task A_kill_right_after_the_press_leaves_no_copy_as_it_was()
    {
        await using var stage = await AskedAsync();

        await stage.PressAsync("It is there");
        await stage.StartAsync(ReportStage.Catalogue(new TalkBuilder()));
        await stage.PassAsync();
        await stage.StartAsync(ReportStage.Catalogue(new TalkBuilder()));
        await stage.PassAsync();

        Assert.Equal([("2", Decided)], stage.Discord.Edits);
        Assert.Equal([("1", Decided)], stage.Telegram.Edits);
    }

    [Fact]
    public async Task A_copy_that_still_has_its_buttons_decides_nothing_any_more()
    {
        await using var stage = await AskedAsync();
        stage.Faults.Clear();
        var there = stage.Telegram.LastActions.Single(button => button.Label == "Send again");

        await stage.PressAsync("It is there");
        var late = await stage.PressAsync(there);
        await stage.PassAsync();

        Assert.True(late.Private);
        Assert.Equal(["discord"], stage.Posts);
        Assert.Equal([("1", Decided)], stage.Telegram.Edits);
    }

    [Fact]
    public async Task An_edit_that_does_not_succeed_is_tried_again_after_its_back_off_and_holds_up_no_post()
    {
        await using var stage = await AskedAsync();
        stage.Telegram.EditAnswer = _ => new Outcome.NotSent("no route");
        await stage.PressAsync("It is there");
        stage.Faults.Clear();

        await stage.PassAsync();
        stage.Telegram.EditAnswer = null;
        stage.Clock.Set(ReportStage.Announce + NodaTime.Duration.FromDays(14));
        await stage.PassAsync();
        var before = stage.Telegram.Edits;
        var posts = stage.Posts;
        stage.Machine.Advance(Retries.FirstDelay);
        await stage.PassAsync();

        Assert.Empty(before);
        // The announcement on Discord, and the reminder of a week before on both.
        Assert.Equal(["discord", "discord", "telegram"], posts);
        Assert.Equal([("1", Decided)], stage.Telegram.Edits);
    }

    [Fact]
    public async Task The_time_that_a_platform_names_is_waited_for()
    {
        await using var stage = await AskedAsync();
        stage.Telegram.EditAnswer = _ => new Outcome.Deferred(TimeSpan.FromSeconds(40), "flood");
        await stage.PressAsync("It is there");
        await stage.PassAsync();
        stage.Telegram.EditAnswer = null;

        stage.Machine.Advance(TimeSpan.FromSeconds(39));
        await stage.PassAsync();
        var early = stage.Telegram.Edits;
        stage.Machine.Advance(TimeSpan.FromSeconds(1));
        await stage.PassAsync();

        Assert.Empty(early);
        Assert.Equal([("1", Decided)], stage.Telegram.Edits);
    }

    [Fact]
    public async Task A_copy_that_somebody_deleted_is_given_up()
    {
        await using var stage = await AskedAsync();
        var tries = 0;
        stage.Telegram.EditAnswer = _ =>
        {
            tries++;
            return new Outcome.Rejected(RejectionScope.Message, "the message is gone", "nothing is to be done");
        };
        await stage.PressAsync("It is there");
        await stage.PassAsync();
        stage.Machine.Advance(TimeSpan.FromDays(2));
        await stage.PassAsync();

        Assert.Equal(1, tries);
        Assert.Null(stage.Rig.Retries.Next());
    }

    [Fact]
    public async Task Of_two_chats_that_approve_and_decline_the_first_decides()
    {
        await using var stage = new ReportStage();
        await stage.StartAsync(ReportStage.Catalogue(new TalkBuilder().With(talk => talk with { NeedsApproval = true })));
        await stage.PassAsync();
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();
        var onTelegram = stage.Telegram.AllActions.Where(button => button.Label == "Post it").ToList();
        var onDiscord = stage.Discord.AllActions.Where(button => button.Label == "Leave it out").ToList();

        // One post in each channel waits; each is declined in one chat, and approved in the other.
        foreach (var (decline, approve) in onDiscord.Zip(onTelegram))
        {
            await stage.PressAsync(decline);
            Assert.True((await stage.PressAsync(approve)).Private);
        }

        await stage.PassAsync();

        Assert.Equal(2, onDiscord.Count);
        Assert.Empty(stage.Posts);
        Assert.Equal(
            ["Left out by Noor.\n\n- announce of Chinese Immigration and Its Discontents in announcements", "Left out by Noor.\n\n- announce of Chinese Immigration and Its Discontents in news"],
            stage.Telegram.Edits.Select(edit => edit.Text).Order(StringComparer.Ordinal));
        Assert.All(stage.Rig.Index.Rows.Where(row => row.Key.Step == "announce"), row => Assert.Equal(DeliveryState.Skipped, row.State));
    }

    [Fact]
    public async Task An_approval_that_nobody_gave_in_time_loses_its_buttons_everywhere_also_after_a_restart()
    {
        var catalogue = ReportStage.Catalogue(new TalkBuilder().With(talk => talk with { NeedsApproval = true }));
        await using var stage = new ReportStage();
        await stage.StartAsync(catalogue);
        await stage.PassAsync();
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();
        var early = stage.Discord.Edits;

        // The talk has begun: nothing of it is announced any more.
        stage.Clock.Set(NodaTime.Instant.FromUtc(2027, 1, 20, 10, 1));
        await stage.StartAsync(catalogue);
        await stage.PassAsync();
        await stage.PassAsync();

        Assert.Empty(early);
        string[] expected =
        [
            "Nobody decided in time, so it was not posted.\n\n- announce of Chinese Immigration and Its Discontents in announcements",
            "Nobody decided in time, so it was not posted.\n\n- announce of Chinese Immigration and Its Discontents in news",
        ];
        Assert.Equal(expected, stage.Discord.Edits.Select(edit => edit.Text).Order(StringComparer.Ordinal));
        Assert.Equal(expected, stage.Telegram.Edits.Select(edit => edit.Text).Order(StringComparer.Ordinal));
    }

    /// <summary>The announcement on Telegram was never answered, and both chats are asked about it.</summary>
    private static async Task<ReportStage> AskedAsync()
    {
        var stage = new ReportStage();
        await stage.StartAsync(ReportStage.Catalogue(new TalkBuilder()));
        await stage.PassAsync();
        stage.Faults["telegram"] = new Outcome.Unknown("no answer in time");
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();
        return stage;
    }
}
