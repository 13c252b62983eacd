using System.Globalization;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Announcements.Tests.Campaigns;

/// <summary>Berlin is at UTC+1 in January. The talk starts there on Wednesday, 20 January 2027, at 19:00 (18:00 UTC) and lasts 90 minutes.</summary>
public sealed class StepFormsTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private static readonly Talk Talk = new TalkBuilder().InZone("Europe/Berlin").At(2027, 1, 20, 19).Lasting(90).Build();

    public static TheoryData<string, string, string, string> Quiet => new()
    {
        // rule, the step's kind and time, quiet hours, due
        { "what is due by day is not moved", "reminder 7 10:00", "22:00-08:00", "2027-01-13T09:00:00Z" },
        { "what is due at night waits for the morning", "reminder 7 03:00", "22:00-08:00", "2027-01-13T07:00:00Z" },
        { "so does what is due late in the evening", "reminder 7 23:30", "22:00-08:00", "2027-01-14T07:00:00Z" },
        { "the first quiet minute is quiet", "reminder 7 22:00", "22:00-08:00", "2027-01-14T07:00:00Z" },
        { "the first minute after is not", "reminder 7 08:00", "22:00-08:00", "2027-01-13T07:00:00Z" },
        { "quiet hours within one day", "reminder 7 12:30", "12:00-14:00", "2027-01-13T13:00:00Z" },
        { "a reminder that the end of the quiet hours would bring too late goes out just before them", "reminder 0 18:00", "17:30-20:00", "2027-01-20T16:29:00Z" },
        { "an announcement may wait until the start", "announcement 0 10:00", "09:00-18:00", "2027-01-20T17:00:00Z" },
        { "and not beyond it", "announcement 0 10:00", "09:00-20:00", "2027-01-20T07:59:00Z" },
        { "nobody says that it starts before it does", "starting 0 19:00", "18:30-20:00", "not planned: quiet hours until 20:00" },
    };

    [Theory]
    [MemberData(nameof(Quiet))]
    public void Quiet_hours_move_a_step_or_say_why_not(string rule, string step, string hours, string expected)
    {
        var words = step.Split(' ');
        var due = new Step(
            new StepId("step"),
            Enum.Parse<StepKind>(words[0], ignoreCase: true),
            new StepTime.DaysBefore(int.Parse(words[1], CultureInfo.InvariantCulture), At(words[2])));
        var span = hours.Split('-');
        var channel = CatalogueBuilder.DiscordChannel with { QuietHours = new QuietHours(At(span[0]), At(span[1]), Berlin) };

        var found = StepSchedule.DueOf(new CatalogueBuilder().With(Talk).Build(), Talk, due, channel);

        Assert.True(Told(found) == expected, $"{rule}: {Told(found)}");
    }

    [Theory]
    [InlineData("2027-01-15T10:00", "2027-01-15T09:00:00Z")]
    [InlineData("2027-03-28T02:30", "2027-03-28T01:30:00Z")] // a time that the clocks skip shifts forward, to 03:30
    public void An_absolute_step_is_due_on_the_talks_clock(string at, string expected)
    {
        var step = new Step(new StepId("step"), StepKind.Announcement, new StepTime.On(Local(at)));

        var found = StepSchedule.DueOf(new CatalogueBuilder().With(Talk).Build(), Talk, step);

        Assert.Equal(expected, Told(found));
    }

    [Fact]
    public void An_absolute_step_after_the_start_is_not_planned()
    {
        var step = new Step(new StepId("step"), StepKind.Reminder, new StepTime.On(new LocalDateTime(2027, 1, 21, 10, 0)));

        Assert.Equal("not planned: it would come after the start", Told(StepSchedule.DueOf(new CatalogueBuilder().With(Talk).Build(), Talk, step)));
    }

    [Fact]
    public void A_step_for_a_link_waits_until_there_is_one()
    {
        var catalogue = new CatalogueBuilder().With(Talk).Build();
        var step = new Step(new StepId("recording"), StepKind.FollowUp, new StepTime.WithLink("recording"));
        var withLink = Talk with { Links = [new TypedLink("recording", "Recording", new Uri("https://example.org/r"))] };

        Assert.Equal("waiting: no recording link", Told(StepSchedule.DueOf(catalogue, Talk, step)));
        Assert.IsType<StepDue.At>(StepSchedule.DueOf(catalogue, withLink, step));
    }

    [Fact]
    public void A_step_may_say_how_late_it_may_be_but_no_reminder_comes_after_the_start()
    {
        var catalogue = new CatalogueBuilder().With(Talk).Build();
        var step = new Step(new StepId("step"), StepKind.Reminder, new StepTime.DaysBefore(1, At("10:00")));

        var late = (StepDue.At)StepSchedule.DueOf(catalogue, Talk, step with { Lateness = Duration.FromHours(2) });
        var tooLate = (StepDue.At)StepSchedule.DueOf(catalogue, Talk, step with { Lateness = Duration.FromHours(200) });

        Assert.Equal(late.Due + Duration.FromHours(2), late.Latest);
        Assert.Equal(Instant.FromUtc(2027, 1, 20, 18, 0), tooLate.Latest);
    }

    [Fact]
    public void An_absolute_step_and_one_for_a_link_are_not_sent_again_when_the_talk_moves()
    {
        var moved = Talk with { Start = new TalkStart.At(new LocalDateTime(2027, 1, 27, 19, 0), Berlin) };
        var relative = new Step(new StepId("a"), StepKind.Reminder, new StepTime.AtStart());
        var absolute = new Step(new StepId("b"), StepKind.Reminder, new StepTime.On(new LocalDateTime(2027, 1, 15, 10, 0)));
        var link = new Step(new StepId("c"), StepKind.FollowUp, new StepTime.WithLink("recording"));

        Assert.NotEqual(Key(Talk, relative), Key(moved, relative));
        Assert.Equal(Key(Talk, absolute), Key(moved, absolute));
        Assert.Equal(Key(Talk, link), Key(moved, link));
    }

    [Fact]
    public void Another_name_of_the_same_zone_moves_no_talk()
    {
        var step = new Step(new StepId("a"), StepKind.Reminder, new StepTime.AtStart());

        Assert.Equal(Key(new TalkBuilder().InZone("Asia/Tokyo").Build(), step), Key(new TalkBuilder().InZone("Japan").Build(), step));
        Assert.NotEqual(Key(new TalkBuilder().InZone("Asia/Tokyo").Build(), step), Key(new TalkBuilder().InZone("Asia/Seoul").Build(), step));
    }

    [Fact]
    public void A_talk_keeps_its_posts_under_a_new_id()
    {
        var step = new Step(new StepId("a"), StepKind.Announcement, new StepTime.AtStart());
        var renamed = Talk with { Id = new TalkId("another"), PreviousIds = [Talk.Id, new TalkId("between")] };

        Assert.Equal(Key(Talk, step), Key(renamed, step));
    }

    [Fact]
    public void A_channel_for_trying_things_out_gets_nothing_by_itself()
    {
        var catalogue = new CatalogueBuilder().With(Talk).Channels(CatalogueBuilder.DiscordChannel with { IsTest = true }).Build();

        Assert.Empty(CampaignPlanner.Plan(catalogue, Instant.MinValue, Instant.MaxValue));
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("film", "", false)]
    [InlineData("film", "music,Film", true)]
    [InlineData("film", "music", false)]
    public void A_channel_with_tags_takes_the_talks_that_have_one_of_them(string wanted, string has, bool takes)
    {
        var channel = CatalogueBuilder.DiscordChannel with { Tags = [.. Split(wanted)] };

        Assert.Equal(takes, channel.Takes(Talk with { Tags = [.. Split(has)] }));
    }

    private static string[] Split(string words) => words.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static string Key(Talk talk, Step step) => CampaignPlanner.KeyOf(talk, step, CatalogueBuilder.DiscordChannel).ToString();

    private static string Told(StepDue due) => due switch
    {
        StepDue.At at => at.Due.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        StepDue.Waiting waiting => $"waiting: {waiting.Reason}",
        StepDue.NotPlanned not => $"not planned: {not.Reason}",
        _ => "",
    };

    private static LocalTime At(string text) => NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;

    private static LocalDateTime Local(string text) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;
}
