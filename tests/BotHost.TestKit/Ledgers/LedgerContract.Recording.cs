using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using NodaTime;
using Xunit;

namespace BotHost.TestKit.Ledgers;

public abstract partial class LedgerContract
{
    /// <summary>Each outcome of a first attempt, and where it leaves the delivery and its part.</summary>
    public static TheoryData<Outcome, DeliveryState, string> Outcomes => new()
    {
        { new Outcome.Sent("m1"), DeliveryState.Sent, "" },
        { new Outcome.NotSent("no route"), DeliveryState.Retry, "no route" },
        { new Outcome.Deferred(TimeSpan.FromSeconds(3), "rate limit"), DeliveryState.Retry, "rate limit" },
        { new Outcome.Rejected(RejectionScope.Message, "too long", "shorten it"), DeliveryState.Failed, "too long; shorten it" },
        { new Outcome.Rejected(RejectionScope.Target, "no such chat", ""), DeliveryState.Failed, "no such chat" },
        { new Outcome.Unknown("connection reset"), DeliveryState.Unknown, "connection reset" },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task An_outcome_leaves_the_delivery_and_its_part_in_its_state(Outcome outcome, DeliveryState state, string reason)
    {
        var granted = await GrantAsync();

        await Ledger.RecordAsync(granted.Attempt, outcome, Noon + Duration.FromSeconds(2), Cancellation);

        var row = await RowAsync();
        Assert.Equal((state, reason, Noon + Duration.FromSeconds(2)), (row.State, row.Reason, row.ChangedAt));
        var effect = Assert.Single(row.Effects);
        Assert.Equal((state, reason), (effect.State, effect.Reason));
        Assert.Equal(outcome is Outcome.Sent ? "m1" : null, effect.Receipt);
    }

    [Fact]
    public async Task A_delivery_of_two_messages_is_sent_when_both_are()
    {
        await AttemptAsync(new Outcome.Sent("m1"), ClaimOf(part: 1, parts: 2));
        var between = await RowAsync();
        await AttemptAsync(new Outcome.Sent("m2"), ClaimOf(part: 2, parts: 2, payload: "more"));

        var row = await RowAsync();

        Assert.Equal((DeliveryState.Retry, "1 of 2 messages sent, the next is pending"), (between.State, between.Reason));
        Assert.Equal((DeliveryState.Sent, 2), (row.State, row.Attempts));
        Assert.Equal([(1, "text", "m1"), (2, "more", "m2")], row.Effects.Select(effect => (effect.Part, effect.Payload, effect.Receipt!)));
    }

    [Fact]
    public async Task The_first_message_is_not_claimed_again_while_the_second_is_pending()
    {
        await AttemptAsync(new Outcome.Sent("m1"), ClaimOf(part: 1, parts: 2));
        await AttemptAsync(new Outcome.NotSent("no route"), ClaimOf(part: 2, parts: 2));

        var refused = await RefuseAsync(ClaimOf(part: 1, parts: 2));

        Assert.Equal(DeliveryState.Sent, refused.State);
    }

    [Fact]
    public async Task Recording_an_attempt_twice_counts_once()
    {
        var attempt = await AttemptAsync(new Outcome.Sent("m1"));

        await Ledger.RecordAsync(attempt, new Outcome.Unknown("late"), Noon, Cancellation);

        var row = await RowAsync();
        Assert.Equal((DeliveryState.Sent, "m1"), (row.State, Assert.Single(row.Effects).Receipt));
    }

    [Fact]
    public async Task Recording_an_attempt_that_is_not_the_current_one_changes_nothing()
    {
        var old = await AttemptAsync(new Outcome.NotSent("no route"));
        await GrantAsync();

        await Ledger.RecordAsync(old, new Outcome.Sent("m0"), Noon, Cancellation);
        await Ledger.RecordAsync(new AttemptId(old.Delivery + 1, 1, 1), new Outcome.Sent("m0"), Noon, Cancellation);

        Assert.Equal((DeliveryState.Sending, 2), ((await RowAsync()).State, (await RowAsync()).Attempts));
    }

    /// <summary>What a repeat may come to without settling whether the first attempt was taken.</summary>
    public static TheoryData<Outcome> RepeatsWithoutReceipt =>
    [
        new Outcome.NotSent("no route"),
        new Outcome.Deferred(TimeSpan.FromSeconds(3), "rate limit"),
        new Outcome.Rejected(RejectionScope.Target, "no rights", "give them back"),
        new Outcome.Unknown("no answer again"),
    ];

    [Theory]
    [MemberData(nameof(RepeatsWithoutReceipt))]
    public async Task A_repeat_that_was_not_taken_leaves_the_first_attempt_as_unknown_as_it_was(Outcome outcome)
    {
        await AttemptAsync(new Outcome.Unknown("no answer"));
        await AttemptAsync(outcome, ClaimOf(repeat: true));

        var withoutRepeat = await RefuseAsync(ClaimOf(payload: "newer text"));

        Assert.Equal(DeliveryState.Unknown, withoutRepeat.State);
        Assert.Equal(DeliveryState.Unknown, (await RowAsync()).State);
        await GrantAsync(ClaimOf(repeat: true));
    }

    [Fact]
    public async Task A_repeat_that_the_platform_took_settles_the_delivery()
    {
        await AttemptAsync(new Outcome.Unknown("no answer"));

        await AttemptAsync(new Outcome.Sent("m1"), ClaimOf(repeat: true));

        Assert.Equal(DeliveryState.Sent, (await RowAsync()).State);
    }
}
