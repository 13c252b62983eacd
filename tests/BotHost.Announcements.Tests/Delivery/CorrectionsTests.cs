using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Following;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Announcements.Tests.Delivery;

/// <summary>The talk was announced for 20 January 2027, 19:00 in Tokyo (10:00 UTC), 90 minutes long; its facts are the word "old" unless a row says otherwise.</summary>
public sealed class CorrectionsTests
{
    private static readonly Instant Start = Instant.FromUtc(2027, 1, 20, 10, 0);
    private static readonly Instant Before = Start - Duration.FromDays(3);
    private static readonly Instant Running = Start + Duration.FromHours(1);
    private static readonly Instant Over = Start + Duration.FromHours(3);
    private static readonly Instant LongOver = Start + Duration.FromDays(40);
    private static readonly RecordedFacts Old = new("""{"facts":{"title":"old"}}""", "old");
    private static readonly RecordedFacts New = new("""{"facts":{"title":"new"}}""", "new");

    public static TheoryData<string, string, Func<TalkBuilder, TalkBuilder>, Instant, string> Table => new()
    {
        { "an announcement before the talk", "announce", Same, Before, "edit as Announcement" },
        { "an announcement after the talk", "announce", Same, Over, "edit as Announcement" },
        { "an announcement of long ago", "announce", Same, LongOver, "leave: the talk is long over" },
        { "a reminder before the talk", "week-before", Same, Before, "edit as Reminder" },
        { "a reminder during the talk, when the link was wrong", "hour-before", Same, Running, "edit as Reminder" },
        { "a reminder after the talk", "week-before", Same, Over, "leave: the talk is long over" },
        { "the start's post during the talk", "starting", Same, Running, "edit as Starting" },
        { "the thanks after the talk", "thanks", Same, Over, "edit as Thanks" },
        { "the reminder of a talk that was moved to later", "week-before", talk => talk.At(2027, 3, 3, 19), Over, "edit as Reminder" },
        { "the start's post of a talk that was moved after all", "starting", talk => talk.At(2027, 3, 3, 19), Running, "edit as Reminder" },
        { "the start's post of a talk that has no date any more", "starting", talk => talk.ToBeAnnounced(), Running, "edit as Reminder" },
        { "the thanks of a talk that takes place again", "thanks", talk => talk.At(2027, 3, 3, 19), Over, "edit as Reminder" },
        { "a cancelled talk", "announce", talk => talk.Is(TalkStatus.Cancelled), Before, "edit as Announcement" },
        { "a postponed talk", "week-before", talk => talk.Is(TalkStatus.Postponed), Before, "edit as Reminder" },
        { "a talk without a date is never over", "announce", talk => talk.ToBeAnnounced(), LongOver, "edit as Announcement" },
        { "a talk on a day lasts as long as the day", "week-before", talk => talk.OnDate(2027, 1, 20), Over, "edit as Reminder" },
        { "a draft shows nothing new", "announce", talk => talk.Is(TalkStatus.Draft), Before, "leave: the talk is a draft" },
        { "a step that the campaign has no more", "gone", Same, Before, "leave: the campaign has no such step" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_post_that_told_something_else(string row, string step, Func<TalkBuilder, TalkBuilder> change, Instant now, string expected)
    {
        var correction = Decide(step, change(new TalkBuilder()).Build(), Old, New, now);

        Assert.Equal(expected, Word(correction));
        Assert.NotEmpty(row);
    }

    [Fact]
    public void A_post_that_tells_the_same_stays() => Assert.Equal("leave: it tells the same", Word(Decide("announce", new TalkBuilder().Build(), New, New, Before)));

    [Fact]
    public void A_post_of_which_nobody_knows_what_it_told_is_taken_as_it_is() =>
        Assert.IsType<Correction.Adopt>(Decide("announce", new TalkBuilder().Build(), null, New, Before));

    [Fact]
    public void A_post_that_another_version_wrote_down_in_its_own_way_is_taken_as_it_is() =>
        Assert.IsType<Correction.Adopt>(Decide("announce", new TalkBuilder().Build(), New with { Hash = "of another version" }, New, Before));

    [Fact]
    public void A_talk_that_has_vanished_is_left_alone() =>
        Assert.Equal("leave: the talk has vanished from the files", Word(Decide("announce", null, Old, New, Before)));

    [Theory]
    [InlineData(DeliveryState.Unknown)]
    [InlineData(DeliveryState.Retry)]
    [InlineData(DeliveryState.Skipped)]
    public void What_was_not_sent_is_not_edited(DeliveryState state)
    {
        var talk = new TalkBuilder().Build();

        var correction = Corrections.Decide(Row("announce", Old) with { State = state }, talk, StepOf("announce"), New, Before);

        Assert.Equal("leave: it was not sent", Word(correction));
    }

    [Fact]
    public void An_edit_mentions_nobody()
    {
        var edit = Assert.IsType<Correction.Edit>(Decide("announce", new TalkBuilder().Build(), Old, New, Before));

        Assert.True(StepOf("announce")!.Mentions);
        Assert.False(edit.Step.Mentions);
    }

    private static TalkBuilder Same(TalkBuilder talk) => talk;

    private static Correction Decide(string step, Talk? talk, RecordedFacts? told, RecordedFacts current, Instant now) =>
        Corrections.Decide(Row(step, told), talk, StepOf(step), current, now);

    private static Step? StepOf(string id) => CatalogueBuilder.StandardCampaign.Steps.FirstOrDefault(step => step.Id.Value == id);

    private static DeliveryRow Row(string step, RecordedFacts? told) => new()
    {
        Id = 1,
        Key = new DeliveryKey(DeliveryKind.Step, TalkBuilder.SampleId, step, "", "forum:1"),
        State = DeliveryState.Sent,
        DueAt = Before,
        ChangedAt = Before,
        Facts = told,
    };

    private static string Word(Correction correction) => correction switch
    {
        Correction.Edit edit => $"edit as {edit.Step.Kind}",
        Correction.Leave leave => $"leave: {leave.Reason}",
        _ => "adopt",
    };
}
