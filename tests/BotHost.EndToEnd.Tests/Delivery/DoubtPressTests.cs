using BotHost.Announcements.Delivery;
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

    private static async Task<ReportStage> UnknownAsync()
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
