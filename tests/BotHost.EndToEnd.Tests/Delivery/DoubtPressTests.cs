using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.TestKit.Talks;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>What a moderator says of a post whose sending was never answered ends the doubt, once.</summary>
public sealed class DoubtPressTests
{
    [Fact]
    public async Task Send_again_sends_once_more_and_a_second_press_nothing()
    {
        await using var stage = await UnknownAsync();
        stage.Faults.Clear();

        var first = await stage.PressAsync("Send again");
        await stage.PassAsync();
        var second = await stage.PressAsync("It is there");
        await stage.PassAsync();

        Assert.Equal((true, false), (first.ReplacesPressed, second.ReplacesPressed));
        Assert.Equal(["discord", "telegram"], stage.Posts);
    }

    [Fact]
    public async Task It_is_there_ends_the_doubt_and_sends_nothing()
    {
        await using var stage = await UnknownAsync();
        stage.Faults.Clear();

        await stage.PressAsync("It is there");
        await stage.PassAsync();
        await stage.StartAsync(ReportStage.Catalogue(new TalkBuilder()));
        await stage.PassAsync();

        Assert.Equal(["discord"], stage.Posts);
        Assert.All(stage.Rig.Index.Rows.Where(row => row.Key.Step == "announce"), row => Assert.Equal(DeliveryState.Sent, row.State));
    }

    [Fact]
    public async Task What_is_unknown_once_more_is_asked_once_more()
    {
        await using var stage = await UnknownAsync();
        await stage.PressAsync("Send again");
        await stage.PassAsync();
        await stage.PassAsync();

        Assert.Equal(2, stage.ReportsOn("discord").Count);
    }

    [Fact]
    public async Task A_report_that_could_not_be_told_before_the_doubt_was_over_does_not_wake_the_bot_any_more()
    {
        await using var stage = await UnknownAsync("telegram");
        Assert.NotNull(stage.Rig.Retries.Next());

        await stage.PressAsync("It is there");
        stage.Machine.Advance(Retries.FirstDelay);
        await stage.PassAsync();

        Assert.Null(stage.Rig.Retries.Next());
    }

    [Fact]
    public async Task Status_says_which_talk_and_when_to_look_and_lists_the_talk_that_has_vanished()
    {
        await using var stage = await UnknownAsync();

        var open = Assert.Single(stage.Rig.Standing.Open);
        stage.Rig.Swap(ReportStage.Catalogue().Build());

        Assert.Equal("announce of asian-talk-176 in news (Chinese Immigration and Its Discontents)", open.Post);
        Assert.Equal("unknown, look for it at Friday, 1 January 2027, 09:00 (Tokyo, UTC+9): no answer in time", open.Word);
        Assert.Equal(["asian-talk-176, 2027-01-20 19:00 (Asia/Tokyo)"], stage.Rig.Standing.Vanished);
        Assert.False(stage.Rig.Standing.IsAsPlanned);
    }

    private static async Task<ReportStage> UnknownAsync(string? mute = null)
    {
        var stage = new ReportStage();
        if (mute is not null)
        {
            stage.ReportFaults[mute] = new Outcome.NotSent("no route");
        }

        await stage.StartAsync(ReportStage.Catalogue(new TalkBuilder()));
        await stage.PassAsync();
        stage.Faults["telegram"] = new Outcome.Unknown("no answer in time");
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();
        return stage;
    }
}
