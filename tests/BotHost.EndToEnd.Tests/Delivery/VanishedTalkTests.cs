using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>An announced talk whose file is gone is asked about, and never cancelled by itself.</summary>
public sealed class VanishedTalkTests
{
    [Fact]
    public async Task The_moderators_are_asked_once_and_when_the_file_comes_back_nothing_is_posted_twice()
    {
        await using var stage = await AnnouncedAsync(new TalkBuilder());
        stage.Rig.Swap(ReportStage.Catalogue().Build());
        await stage.PassAsync();
        await stage.PassAsync();
        await stage.StartAsync(ReportStage.Catalogue());
        stage.Clock.Set(Instant.FromUtc(2027, 1, 13, 1, 0));
        await stage.PassAsync();
        var whileGone = stage.Posts;

        stage.Rig.Swap(ReportStage.Catalogue(new TalkBuilder()).Build());
        await stage.PassAsync();
        await stage.PassAsync();

        Assert.Equal(["discord", "telegram"], whileGone);
        // The announcement, and the reminder of a week before.
        Assert.Equal(["discord", "discord", "telegram", "telegram"], stage.Posts);
        var report = Assert.Single(stage.ReportsOn("discord"));
        Assert.StartsWith("# An announced talk is no longer in the files\n", report, StringComparison.Ordinal);
        Assert.EndsWith("- Chinese Immigration and Its Discontents (asian-talk-176), 2027-01-20 19:00 (Asia/Tokyo)", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_talks_it_is_said_in_the_plural()
    {
        await using var stage = await AnnouncedAsync(new TalkBuilder(), new TalkBuilder("second"), new TalkBuilder("third"), new TalkBuilder("fourth"));
        stage.Rig.Swap(ReportStage.Catalogue(new TalkBuilder(), new TalkBuilder("second")).Build());
        await stage.PassAsync();

        var report = Assert.Single(stage.ReportsOn("discord"));
        Assert.StartsWith("# 2 announced talks are no longer in the files\n\nTheir posts stay as they are, and nothing more is posted. What became of them? ", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("it has another id, and says which it had")]
    [InlineData("it is over")]
    public async Task Nobody_is_asked_about_a_talk_that_is_known_or_over(string why)
    {
        await using var stage = await AnnouncedAsync(new TalkBuilder());
        if (why == "it is over")
        {
            stage.Clock.Set(Instant.FromUtc(2027, 1, 20, 10, 1));
            stage.Rig.Swap(ReportStage.Catalogue().Build());
        }
        else
        {
            stage.Rig.Swap(ReportStage.Catalogue(new TalkBuilder("renamed").With(talk => talk with { PreviousIds = [new TalkId(TalkBuilder.SampleId)] })).Build());
        }

        await stage.PassAsync();

        Assert.Empty(stage.ReportsOn("discord"));
    }

    private static async Task<ReportStage> AnnouncedAsync(params TalkBuilder[] talks)
    {
        var stage = new ReportStage();
        await stage.StartAsync(ReportStage.Catalogue(talks));
        await stage.PassAsync();
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();
        return stage;
    }
}
