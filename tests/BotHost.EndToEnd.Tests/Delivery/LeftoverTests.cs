using System.Globalization;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>
/// Posts that came back or are held, and then left the plan. The sample talk starts on 20 January 2027, 10:00 UTC; it is announced on 30 December,
/// 01:00 UTC, and reminded of on 13 January, 01:00 UTC.
/// </summary>
public sealed class LeftoverTests
{
    private static readonly Outcome NoRoute = new Outcome.NotSent("no route");

    private static readonly Outcome Unanswered = new Outcome.Unknown("timeout");

    private static readonly Instant Week = Instant.FromUtc(2027, 1, 13, 1, 0);

    public static TheoryData<string, string> Changes => new()
    {
        { "cancelled", "the talk is cancelled" },
        { "postponed", "the talk is postponed" },
        { "draft", "the talk is a draft" },
        { "no channel", "its channel is no longer configured" },
        { "other tags", "its channel no longer takes the talk" },
        { "no step", "the talk's campaign has no such step any more" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_came_back_and_left_the_plan_is_skipped_with_the_reason_and_goes_out_once_when_the_plan_is_back_in_time(string change, string reason)
    {
        await using var stage = await StageAsync();
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();
        await ComeBackAsync(stage, Week);

        stage.Rig.Swap(Changed(change).Build());
        await stage.PassAsync();
        var settled = RowsOf(stage, "discord");
        stage.Rig.Swap(Catalogue().Build());
        stage.Clock.Set(Week + Duration.FromHours(1));
        await stage.PassAsync();
        await stage.PassAsync();

        Assert.Equal(["announce Sent: ", $"week-before Skipped: no longer planned: {reason}; it could not be sent before: no route"], settled);
        Assert.Equal(["discord", "discord", "telegram", "telegram"], stage.Posts);
    }

    [Fact]
    public async Task A_reminder_that_came_back_dies_with_the_start_that_it_counted_from()
    {
        await using var stage = await StageAsync();
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();
        await ComeBackAsync(stage, Week);

        stage.Rig.Swap(Catalogue(new TalkBuilder().At(2027, 2, 20, 19)).Build());
        await stage.PassAsync();

        Assert.Contains("week-before Skipped: no longer planned: the talk has another start; it could not be sent before: no route", RowsOf(stage, "discord"));
    }

    [Fact]
    public async Task What_the_plan_takes_back_too_late_stays_skipped()
    {
        await using var stage = await StageAsync();
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();
        await ComeBackAsync(stage, Week);
        stage.Rig.Swap(Changed("cancelled").Build());
        await stage.PassAsync();

        stage.Clock.Set(Week + Duration.FromHours(25));
        stage.Rig.Swap(Catalogue().Build());
        await stage.PassAsync();

        Assert.Equal(["discord", "telegram"], stage.Posts);
        Assert.Contains("week-before Skipped: no longer planned: the talk is cancelled; it could not be sent before: no route", RowsOf(stage, "discord"));
    }

    [Fact]
    public async Task A_post_of_a_vanished_talk_pauses_and_goes_on_when_the_file_is_back()
    {
        await using var stage = await StageAsync();
        await ComeBackAsync(stage, ReportStage.Announce);

        stage.Rig.Swap(ReportStage.Catalogue().Build());
        stage.Clock.Set(ReportStage.Announce + Duration.FromDays(2));
        await stage.PassAsync();
        var paused = RowsOf(stage, "discord");
        stage.Rig.Swap(Catalogue().Build());
        await stage.PassAsync();

        Assert.Equal(["announce Retry: no route"], paused);
        Assert.Equal(["discord", "telegram"], stage.Posts);
    }

    [Fact]
    public async Task A_reminder_of_a_vanished_talk_is_skipped_when_the_talk_would_be_over()
    {
        await using var stage = await StageAsync();
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();
        await ComeBackAsync(stage, Week);
        stage.Rig.Swap(ReportStage.Catalogue().Build());

        stage.Clock.Set(Instant.FromUtc(2027, 1, 22, 9, 59));
        await stage.PassAsync();
        var paused = RowsOf(stage, "discord")[1];
        stage.Clock.Set(Instant.FromUtc(2027, 1, 22, 10, 1));
        await stage.PassAsync();

        Assert.Equal("week-before Retry: no route", paused);
        Assert.Equal(
            "week-before Skipped: no longer planned: its talk is no longer in the files, and its time is over; it could not be sent before: no route",
            RowsOf(stage, "discord")[1]);
    }

    [Fact]
    public async Task What_nobody_knows_stays_unknown_without_its_channel()
    {
        await using var stage = await StageAsync();
        stage.Faults["discord"] = stage.Faults["telegram"] = Unanswered;
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();

        stage.Rig.Swap(Changed("no channel").Build());
        await stage.PassAsync();

        Assert.Equal(["announce Unknown: timeout"], RowsOf(stage, "discord"));
    }

    [Fact]
    public async Task What_nobody_approved_in_time_is_skipped_and_told_once()
    {
        var talk = new TalkBuilder().With(talk => talk with { NeedsApproval = true });
        await using var stage = await StageAsync(Catalogue(talk));
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();

        stage.Clock.Set(Instant.FromUtc(2027, 1, 20, 10, 1));
        await stage.PassAsync();
        await stage.PassAsync();
        await stage.StartAsync(Catalogue(talk));
        await stage.PassAsync();

        Assert.Empty(stage.Posts);
        Assert.Equal("announce Skipped: nobody released it in time", RowsOf(stage, "discord")[0]);
        Assert.Single(stage.ReportsOn("discord"), report => report.Contains("announce of asian-talk-176 in announcements: not posted: nobody released it in time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_moderator_holds_stays_held_through_a_cancellation_and_past_its_time_and_nobody_is_told()
    {
        await using var stage = await StageAsync();
        await stage.Rig.Announcements.HoldAsync(new TalkId(TalkBuilder.SampleId), "discord:1", TestContext.Current.CancellationToken);
        stage.Rig.Swap(Changed("cancelled").Build());
        await stage.PassAsync();
        var cancelled = RowsOf(stage, "discord");
        stage.Rig.Swap(Catalogue().Build());
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();
        var revived = RowsOf(stage, "discord");
        foreach (var utc in (Instant[])[Week, Instant.FromUtc(2027, 1, 20, 10, 0), Instant.FromUtc(2027, 1, 20, 10, 1), Instant.FromUtc(2027, 1, 20, 12, 30)])
        {
            stage.Clock.Set(utc);
            await stage.PassAsync();
        }

        Assert.Equal(["announce Skipped: no longer planned: the talk is cancelled; it was held: held by discord:1"], cancelled);
        Assert.Equal(["announce Held: held by discord:1"], revived);
        Assert.Equal(
            [
                "announce Skipped: held by discord:1; nobody released it in time",
                "week-before Skipped: held by discord:1, with its announcement",
                "day-before Skipped: held by discord:1, with its announcement",
                "hour-before Skipped: held by discord:1, with its announcement",
                "starting Skipped: held by discord:1, with its announcement",
            ],
            RowsOf(stage, "discord"));
        Assert.Empty(stage.Posts);
        Assert.Empty(stage.ReportsOn("discord"));
    }

    private static CatalogueBuilder Catalogue(TalkBuilder? talk = null) => ReportStage.Catalogue(talk ?? new TalkBuilder());

    private static CatalogueBuilder Changed(string change) => change switch
    {
        "no channel" => Catalogue().Channels(CatalogueBuilder.TelegramChannel),
        "other tags" => Catalogue().Channels(CatalogueBuilder.DiscordChannel with { Tags = ["history"] }, CatalogueBuilder.TelegramChannel),
        "no step" => Catalogue().With(CatalogueBuilder.StandardCampaign with
        {
            Steps = [.. CatalogueBuilder.StandardCampaign.Steps.Where(step => step.Id.Value != "week-before")],
        }),
        _ => Catalogue(new TalkBuilder().Is(Enum.Parse<TalkStatus>(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(change)))),
    };

    private static List<string> RowsOf(ReportStage stage, string platform) =>
    [
        .. stage.Rig.Index.Rows
            .Where(row => row.Key.Kind is DeliveryKind.Step && row.Key.Address.Platform.Value == platform)
            .OrderBy(row => row.Id)
            .Select(row => $"{row.Key.Step} {row.State}: {row.Reason}"),
    ];

    /// <summary>The way to both platforms is gone when something is due, and free again later.</summary>
    private static async Task ComeBackAsync(ReportStage stage, Instant due)
    {
        stage.Faults["discord"] = stage.Faults["telegram"] = NoRoute;
        stage.Clock.Set(due);
        await stage.PassAsync();
        stage.Faults.Clear();
        stage.Machine.Advance(TimeSpan.FromMinutes(10));
    }

    private static async Task<ReportStage> StageAsync(CatalogueBuilder? catalogue = null)
    {
        var stage = new ReportStage();
        await stage.StartAsync(catalogue ?? Catalogue());
        await stage.PassAsync();
        return stage;
    }
}
