using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Announcements.Tests.Delivery;

/// <summary>The talk starts on 20 January 2027, 10:00 UTC; it is announced on 30 December, 01:00 UTC.</summary>
public sealed class DeliveryPolicyTests
{
    private static readonly Instant Announce = Instant.FromUtc(2026, 12, 30, 1, 0);
    private static readonly Instant LongAgo = Instant.FromUtc(2026, 6, 1, 0, 0);

    public static TheoryData<string, string, string, string, string, string> Table => new()
    {
        // rule, step, first seen after the announcement's time by (hours), ledger born, now after the step's due time by, verdict
        { "before its time it waits", "announce", "-1000", "old", "-1", "Wait" },
        { "at its time it goes out", "announce", "-1000", "old", "0", "Send" },
        { "an announcement may be late until the start", "announce", "-1000", "old", "513", "Send" },
        { "after the start nobody announces", "announce", "-1000", "old", "514", "Expire" },
        { "a week's reminder may be a day late", "week-before", "-1000", "old", "24", "Send" },
        { "and no more", "week-before", "-1000", "old", "25", "Expire" },
        { "a day's reminder may be six hours late", "day-before", "-1000", "old", "6", "Send" },
        { "and no more than that", "day-before", "-1000", "old", "7", "Expire" },
        { "on an empty ledger what was due before it is skipped", "announce", "5", "now", "5", "Skip" },
        { "on an empty ledger what is due at its birth goes out", "announce", "0", "now", "0", "Send" },
        { "a talk new to a living ledger keeps ten quiet minutes", "announce", "5", "old", "5", "Wait" },
        { "and is then announced", "announce", "5", "old", "6", "Send" },
        { "reminders of a new talk that were due before it was known are skipped", "week-before", "340", "old", "5", "Skip" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_rule_of_lateness_and_no_flood_holds(string rule, string step, string seenAfter, string born, string nowAfter, string expected)
    {
        var planned = Planned(step);
        var seen = Announce + Hours(seenAfter);
        var known = Known(born == "now" ? seen : LongAgo, seen);

        var verdict = DeliveryPolicy.Decide(planned, known, planned.DueAt + Hours(nowAfter));

        Assert.True(verdict.GetType().Name == expected, $"{rule}: {verdict}");
    }

    [Fact]
    public void After_more_than_a_day_of_silence_what_is_overdue_waits_for_a_person()
    {
        var planned = Planned("announce");
        var started = Announce + Duration.FromHours(2);
        var silent = Known(LongAgo, LongAgo) with { Started = started, Life = new LedgerLife(LongAgo, started - Duration.FromHours(30)) };
        var alive = silent with { Life = new LedgerLife(LongAgo, started - Duration.FromHours(23)) };

        Assert.Equal(
            new Verdict.Hold("was due while the bot was silent for 30 hours; a moderator releases it"),
            DeliveryPolicy.Decide(planned, silent, started));
        Assert.IsType<Verdict.Send>(DeliveryPolicy.Decide(planned, alive, started));
    }

    [Fact]
    public void What_becomes_due_after_the_start_is_sent_however_long_the_silence_was()
    {
        var planned = Planned("announce");
        var started = Announce - Duration.FromHours(1);
        var silent = Known(LongAgo, LongAgo) with { Started = started, Life = new LedgerLife(LongAgo, started - Duration.FromDays(30)) };

        Assert.IsType<Verdict.Send>(DeliveryPolicy.Decide(planned, silent, Announce));
    }

    [Fact]
    public void A_new_channel_gets_nothing_that_was_due_before_it()
    {
        var planned = Planned("announce");
        var known = Known(LongAgo, LongAgo, channelSeen: Announce + Duration.FromHours(1));

        var verdict = DeliveryPolicy.Decide(planned, known, Announce + Duration.FromHours(2));

        Assert.Equal(new Verdict.Skip("planned after its time"), verdict);
    }

    [Theory]
    [InlineData("announce,week-before", "announce")]
    [InlineData("week-before,day-before,hour-before", "hour-before")]
    [InlineData("starting", "starting")]
    public void Of_several_steps_due_together_one_goes_out(string due, string expected)
    {
        var chosen = DueChoice.Of([.. due.Split(',').Select(Planned)]);

        Assert.Equal(expected, chosen.Step.Id.Value);
    }

    private static Duration Hours(string hours) => Duration.FromHours(int.Parse(hours, System.Globalization.CultureInfo.InvariantCulture));

    private static PlannedDelivery Planned(string step) =>
        CampaignPlanner.Plan(new CatalogueBuilder().With(new TalkBuilder()).Build(), Instant.MinValue, Instant.MaxValue)
            .First(planned => planned.Step.Id.Value == step);

    private static Knowledge Known(Instant born, Instant talkSeen, Instant? channelSeen = null) => new(
        new LedgerLife(born, LastSignOfLife: null),
        Started: born,
        SightingsOf(Planned("announce"), talkSeen, channelSeen ?? Instant.Min(born, talkSeen), Instant.Min(born, talkSeen)));

    private static Dictionary<(string Kind, string Id), Instant> SightingsOf(PlannedDelivery planned, Instant talk, Instant channel, Instant steps)
    {
        var seen = new Dictionary<(string Kind, string Id), Instant>
        {
            [("talk", planned.Talk.Id.Value)] = talk,
            [("channel", planned.Channel.Address.ToString())] = channel,
        };
        foreach (var step in CatalogueBuilder.StandardCampaign.Steps)
        {
            seen[("step", $"{CatalogueBuilder.CampaignId}/{step.Id}")] = steps;
        }

        return seen;
    }
}
