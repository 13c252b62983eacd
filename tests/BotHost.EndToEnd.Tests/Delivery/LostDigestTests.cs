using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>A digest that was due and could not go out leaves a line. It is due on Mondays at 00:00 UTC, and overtaken twelve hours later.</summary>
public sealed class LostDigestTests
{
    private static readonly Instant Sunday = Instant.FromUtc(2027, 1, 10, 12, 0);

    private static readonly Instant Due = Instant.FromUtc(2027, 1, 11, 0, 0);

    private static readonly Instant Overtaken = Instant.FromUtc(2027, 1, 11, 12, 1);

    [Fact]
    public async Task A_digest_whose_platform_refused_the_bot_all_day_is_skipped_with_that_reason_and_told_once()
    {
        await using var stage = await StageAsync();
        stage.Discord.Become(new PlatformState.Refused("401", "mend the token"));
        stage.Clock.Set(Due);
        await stage.PassAsync();
        stage.Clock.Set(Overtaken);
        stage.Discord.Become(new PlatformState.Usable());
        await stage.PassAsync();
        await stage.PassAsync();
        await stage.StartAsync(Catalogue());
        await stage.PassAsync();

        Assert.Equal(["telegram"], stage.Posts);
        Assert.Equal("Skipped: too late; it was held: discord refused the bot: 401", OnDiscord(stage));
        Assert.EndsWith(
            "- weekly of asian-talk in announcements: not posted: too late; it was held: discord refused the bot: 401",
            Assert.Single(stage.ReportsOn("telegram")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_whose_turn_comes_when_its_day_is_over_is_not_sent_and_leaves_a_line()
    {
        await using var stage = await StageAsync();
        stage.Discord.InTurn = () => stage.Clock.Set(Overtaken);
        stage.Clock.Set(Due);
        await stage.PassAsync();
        stage.Discord.InTurn = null;
        await stage.PassAsync();

        Assert.DoesNotContain("discord", stage.Posts);
        Assert.Equal("Skipped: too late", OnDiscord(stage));
    }

    [Fact]
    public async Task A_digest_that_waits_for_its_turn_while_a_talk_is_cancelled_does_not_tell_of_it()
    {
        await using var stage = await StageAsync();
        stage.Discord.InTurn = () => stage.Rig.Swap(Catalogue(Talk.Is(TalkStatus.Cancelled)).Build());
        stage.Clock.Set(Due);
        await stage.PassAsync();
        stage.Discord.InTurn = null;
        stage.Machine.Advance(TimeSpan.FromMinutes(10));
        await stage.PassAsync();

        Assert.DoesNotContain("discord", stage.Posts);
        Assert.Equal("Skipped: nothing is ahead", OnDiscord(stage));
    }

    [Fact]
    public async Task A_digest_that_fell_into_a_short_downtime_is_skipped_as_too_late()
    {
        await using var stage = await StageAsync();
        stage.Clock.Set(Overtaken);
        await stage.StartAsync(Catalogue());
        await stage.PassAsync();

        Assert.Empty(stage.Posts);
        Assert.Equal("Skipped: too late", OnDiscord(stage));
        Assert.Single(stage.ReportsOn("discord"));
    }

    [Fact]
    public async Task A_digest_that_quiet_hours_swallow_is_skipped_with_a_line()
    {
        var quiet = new QuietHours(new LocalTime(8, 0), new LocalTime(23, 0), CatalogueBuilder.Tokyo);
        await using var stage = await StageAsync(Catalogue().Channels(CatalogueBuilder.DiscordChannel with { QuietHours = quiet }));
        stage.Clock.Set(Due);
        await stage.PassAsync();
        stage.Clock.Set(Overtaken);
        await stage.PassAsync();
        await stage.PassAsync();

        Assert.Empty(stage.Posts);
        Assert.Equal("Skipped: quiet hours until it was too late", OnDiscord(stage));
        Assert.Single(stage.ReportsOn("discord"));
    }

    [Fact]
    public async Task Of_the_days_before_the_bot_knew_the_digest_nothing_is_said()
    {
        await using var stage = await StageAsync(ReportStage.Catalogue(Talk).Listed(Listing.WhenConfirmed));
        stage.Clock.Set(Overtaken);
        stage.Rig.Swap(Catalogue().Build());
        await stage.PassAsync();
        await stage.PassAsync();

        Assert.DoesNotContain(stage.Rig.Index.Rows, row => row.Key.Kind is DeliveryKind.Digest);
        Assert.DoesNotContain(stage.ReportsOn("discord"), report => report.Contains("weekly", StringComparison.Ordinal));
    }

    private static TalkBuilder Talk => new();

    private static CatalogueBuilder Catalogue(TalkBuilder? talk = null) => ReportStage.Catalogue(talk ?? Talk)
        .With(new Campaign(new CampaignId(CatalogueBuilder.CampaignId), [new Step(new StepId("weekly"), StepKind.Digest, new StepTime.Recurring(new EveryMonday()))]))
        .Listed(Listing.WhenConfirmed);

    private static string OnDiscord(ReportStage stage)
    {
        var row = stage.Rig.Index.Rows.Single(row => row.Key.Kind is DeliveryKind.Digest && row.Key.Address.Platform == CatalogueBuilder.Discord);
        return $"{row.State}: {row.Reason}";
    }

    private static async Task<ReportStage> StageAsync(CatalogueBuilder? catalogue = null)
    {
        var stage = new ReportStage();
        stage.Clock.Set(Sunday);
        await stage.StartAsync(catalogue ?? Catalogue());
        await stage.PassAsync();
        return stage;
    }
}
