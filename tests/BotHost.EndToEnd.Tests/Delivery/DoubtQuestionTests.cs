using BotHost.Announcements.Platforms;
using BotHost.TestKit.Talks;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>A post whose sending was never answered, where the platform shows no history: only people can say whether it is there.</summary>
public sealed class DoubtQuestionTests
{
    [Fact]
    public async Task The_moderators_are_asked_once_across_restarts()
    {
        await using var stage = await UnknownAsync();
        await stage.PassAsync();
        await stage.StartAsync(ReportStage.Catalogue(new TalkBuilder()));
        await stage.PassAsync();

        var report = Assert.Single(stage.ReportsOn("discord"));
        Assert.StartsWith("# Is it there? announce of asian-talk-176 in news\n", report, StringComparison.Ordinal);
        Assert.Single(stage.ReportsOn("telegram"));
        Assert.Equal(["discord"], stage.Posts);
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
