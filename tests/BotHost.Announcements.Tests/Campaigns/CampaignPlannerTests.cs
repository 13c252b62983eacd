using System.Globalization;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Announcements.Tests.Campaigns;

public sealed class CampaignPlannerTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Fact]
    public void The_sample_campaign_is_due_at_these_instants()
    {
        var catalogue = new CatalogueBuilder().With(new TalkBuilder()).Build();

        var plan = PlanOf(catalogue);

        Assert.Equal(
            [
                "announce 2026-12-30T01:00:00Z until 2027-01-20T10:00:00Z",
                "week-before 2027-01-13T01:00:00Z until 2027-01-14T01:00:00Z",
                "day-before 2027-01-19T01:00:00Z until 2027-01-19T07:00:00Z",
                "hour-before 2027-01-20T09:00:00Z until 2027-01-20T09:50:00Z",
                "starting 2027-01-20T10:00:00Z until 2027-01-20T10:10:00Z",
                "thanks 2027-01-20T12:30:00Z until 2027-01-22T12:30:00Z",
            ],
            plan);
    }

    [Fact]
    public void Every_channel_that_takes_the_talk_gets_every_step()
    {
        var catalogue = new CatalogueBuilder().With(new TalkBuilder()).Build();

        var targets = CampaignPlanner.Plan(catalogue, Instant.MinValue, Instant.MaxValue)
            .GroupBy(planned => planned.Key.Target)
            .ToDictionary(group => group.Key, group => group.Count());

        Assert.Equal(new Dictionary<string, int> { ["discord:910000000000000001"] = 6, ["telegram:-1002000000001"] = 6 }, targets);
    }

    [Theory]
    [InlineData(TalkStatus.Draft)]
    [InlineData(TalkStatus.Postponed)]
    [InlineData(TalkStatus.Cancelled)]
    public void Only_a_confirmed_talk_is_planned(TalkStatus status)
    {
        var talk = new TalkBuilder().Build() with { Status = status };

        var plan = PlanOf(new CatalogueBuilder().With(talk).Build());

        Assert.Empty(plan);
    }

    [Fact]
    public void Without_a_start_nothing_is_due_but_an_announcement_with_a_time_of_its_own()
    {
        var talk = new TalkBuilder().Build() with { Start = new TalkStart.ToBeAnnounced("after the summer") };
        var announced = talk with { AnnounceAt = Instant.FromUtc(2027, 1, 1, 9, 0) };

        Assert.Empty(PlanOf(new CatalogueBuilder().With(talk).Build()));
        Assert.Equal(
            ["announce 2027-01-01T09:00:00Z until the end of time"],
            PlanOf(new CatalogueBuilder().With(announced).Build()));
    }

    [Fact]
    public void With_a_date_and_no_hour_the_steps_at_a_wall_clock_time_work_and_the_others_wait()
    {
        var talk = new TalkBuilder().Build() with { Start = new TalkStart.OnDate(new LocalDate(2027, 1, 20), CatalogueBuilder.Tokyo) };

        var plan = PlanOf(new CatalogueBuilder().With(talk).Build());

        Assert.Equal(
            [
                "announce 2026-12-30T01:00:00Z until 2027-01-20T15:00:00Z",
                "week-before 2027-01-13T01:00:00Z until 2027-01-14T01:00:00Z",
                "day-before 2027-01-19T01:00:00Z until 2027-01-19T07:00:00Z",
            ],
            plan);
    }

    [Theory]
    [InlineData("2027-04-01T19:00", 7, "10:00", "2027-03-25T09:00:00Z")] // before the spring change: UTC+1
    [InlineData("2027-04-01T19:00", 1, "10:00", "2027-03-31T08:00:00Z")] // after it: UTC+2
    [InlineData("2027-03-29T19:00", 1, "02:30", "2027-03-28T01:30:00Z")] // a skipped time shifts forward, to 03:30
    [InlineData("2027-11-01T19:00", 1, "02:30", "2027-10-31T00:30:00Z")] // of a doubled time the earlier one counts
    public void Days_before_are_days_of_the_wall_clock(string start, int days, string at, string expected)
    {
        var talk = new TalkBuilder().Build() with { Start = new TalkStart.At(Local(start), Berlin), Zone = Berlin };
        var step = new Step(new StepId("reminder"), StepKind.Reminder, new StepTime.DaysBefore(days, Time(at)));

        var due = Assert.IsType<StepDue.At>(StepSchedule.DueOf(new CatalogueBuilder().With(talk).Build(), talk, step));

        Assert.Equal(expected, due.Due.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_moved_talk_keeps_its_announcement_and_gets_reminders_of_its_own()
    {
        var before = new TalkBuilder().Build();
        var after = before with { Start = new TalkStart.At(new LocalDateTime(2027, 1, 27, 19, 0), CatalogueBuilder.Tokyo) };

        var shared = KeysOf(before).Intersect(KeysOf(after)).ToList();

        var key = Assert.Single(shared, key => key.Contains("discord", StringComparison.Ordinal));
        Assert.Equal("step|asian-talk-176|announce||discord:910000000000000001", key);
    }

    [Fact]
    public void Renaming_a_title_a_channel_or_a_series_changes_no_key()
    {
        var before = new CatalogueBuilder().With(new TalkBuilder()).Build();
        var after = before with
        {
            Talks = before.Talks.SetItem(new TalkId(TalkBuilder.SampleId), before.Talks[new TalkId(TalkBuilder.SampleId)] with { Title = "Another" }),
            Channels = [.. before.Channels.Select((channel, index) => channel with { Id = new ChannelId($"renamed-{index}") })],
        };

        Assert.Equal(KeysOf(before), KeysOf(after));
    }

    [Fact]
    public void The_next_instants_are_those_of_the_horizon_and_always_the_next_one()
    {
        var catalogue = new CatalogueBuilder().With(new TalkBuilder()).Build();

        var farAway = CampaignPlanner.NextInstants(catalogue, Instant.FromUtc(2026, 1, 1, 0, 0), Duration.FromHours(48));
        var close = CampaignPlanner.NextInstants(catalogue, Instant.FromUtc(2027, 1, 19, 1, 0), Duration.FromHours(48));

        Assert.Equal([Instant.FromUtc(2026, 12, 30, 1, 0)], farAway);
        Assert.Equal(
            [Instant.FromUtc(2027, 1, 20, 9, 0), Instant.FromUtc(2027, 1, 20, 10, 0), Instant.FromUtc(2027, 1, 20, 12, 30)],
            close);
    }

    private static List<string> PlanOf(TalkCatalogue catalogue) =>
    [
        .. CampaignPlanner.Plan(catalogue, Instant.MinValue, Instant.MaxValue)
            .Where(planned => planned.Channel == catalogue.Channels[0])
            .OrderBy(planned => planned.DueAt)
            .Select(planned => $"{planned.Step.Id} {planned.DueAt} until {(planned.LatestAt == Instant.MaxValue ? "the end of time" : planned.LatestAt)}"),
    ];

    private static List<string> KeysOf(Talk talk) => KeysOf(new CatalogueBuilder().With(talk).Build());

    private static List<string> KeysOf(TalkCatalogue catalogue) =>
        [.. CampaignPlanner.Plan(catalogue, Instant.MinValue, Instant.MaxValue).Select(planned => planned.Key.ToString()).Order(StringComparer.Ordinal)];

    private static LocalDateTime Local(string text) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;

    private static LocalTime Time(string text) => NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;
}
