using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using NodaTime;
using Xunit;

namespace BotHost.TestKit.Ledgers;

public abstract partial class LedgerContract
{
    [Fact]
    public async Task A_settled_delivery_is_remembered_with_its_reason_and_no_message()
    {
        var changed = await Ledger.SettleAsync(Key, DeliveryState.Held, "first start", Noon - Duration.FromDays(1), Noon, Cancellation);

        Assert.True(changed);
        var row = await RowAsync();
        Assert.Equal((DeliveryState.Held, "first start", Noon - Duration.FromDays(1), 0), (row.State, row.Reason, row.DueAt, row.Attempts));
        Assert.Empty(row.Effects);
    }

    [Fact]
    public async Task Settling_the_same_way_again_changes_nothing_and_another_way_does()
    {
        await Ledger.SettleAsync(Key, DeliveryState.Held, "first start", Noon, Noon, Cancellation);
        var later = Noon + Duration.FromHours(1);

        var same = await Ledger.SettleAsync(Key, DeliveryState.Held, "first start", Noon, later, Cancellation);
        var unchanged = await RowAsync();
        var other = await Ledger.SettleAsync(Key, DeliveryState.Skipped, "too late", Noon, later, Cancellation);

        Assert.Equal((false, Noon), (same, unchanged.ChangedAt));
        Assert.True(other);
        Assert.Equal((DeliveryState.Skipped, "too late", later), ((await RowAsync()).State, (await RowAsync()).Reason, (await RowAsync()).ChangedAt));
    }

    [Fact]
    public async Task A_claim_that_was_given_back_can_be_settled()
    {
        await AttemptAsync(new Outcome.NotSent("no route"));

        Assert.True(await Ledger.SettleAsync(Key, DeliveryState.Skipped, "too late", Noon, Noon, Cancellation));

        Assert.Equal(DeliveryState.Skipped, (await RowAsync()).State);
    }

    [Fact]
    public async Task Settling_never_overwrites_what_is_on_its_way_sent_or_unknown()
    {
        var granted = await GrantAsync();
        var whileSending = await Ledger.SettleAsync(Key, DeliveryState.Skipped, "too late", Noon, Noon, Cancellation);
        await Ledger.RecordAsync(granted.Attempt, new Outcome.Unknown("no answer"), Noon, Cancellation);
        var whileUnknown = await Ledger.SettleAsync(Key, DeliveryState.Skipped, "too late", Noon, Noon, Cancellation);
        await AttemptAsync(new Outcome.Sent("m1"), ClaimOf(repeat: true));
        var whenSent = await Ledger.SettleAsync(Key, DeliveryState.Failed, "too late", Noon, Noon, Cancellation);

        Assert.Equal([false, false, false], [whileSending, whileUnknown, whenSent]);
        Assert.Equal(DeliveryState.Sent, (await RowAsync()).State);
    }

    [Theory]
    [InlineData(DeliveryState.Sending)]
    [InlineData(DeliveryState.Sent)]
    [InlineData(DeliveryState.Retry)]
    [InlineData(DeliveryState.Unknown)]
    public async Task A_state_that_only_an_attempt_can_bring_is_not_settled(DeliveryState state)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Ledger.SettleAsync(Key, state, "because", Noon, Noon, Cancellation));

        Assert.Empty(await Ledger.ReadAsync(null, Cancellation));
    }

    [Theory]
    [InlineData(DeliveryState.Skipped)]
    [InlineData(DeliveryState.Held)]
    [InlineData(DeliveryState.Failed)]
    public async Task A_settled_delivery_can_be_claimed_once_it_is_released(DeliveryState state)
    {
        await Ledger.SettleAsync(Key, state, "because", Noon, Noon, Cancellation);

        Assert.True(await Ledger.ReleaseAsync(Key, Cancellation));

        Assert.Empty(await Ledger.ReadAsync(null, Cancellation));
        Assert.Equal(1, (await GrantAsync()).Attempt.Attempt);
    }

    [Fact]
    public async Task A_late_word_about_a_released_attempt_does_not_touch_the_new_one()
    {
        var old = await AttemptAsync(new Outcome.Rejected(RejectionScope.Message, "too long", "shorten it"));
        await Ledger.ReleaseAsync(Key, Cancellation);
        await GrantAsync();

        await Ledger.RecordAsync(old, new Outcome.Rejected(RejectionScope.Message, "too long", "shorten it"), Noon, Cancellation);

        Assert.Equal(DeliveryState.Sending, (await RowAsync()).State);
    }

    [Fact]
    public async Task Releasing_a_half_sent_delivery_frees_the_rest_and_not_the_message_that_stands_in_the_chat()
    {
        await AttemptAsync(new Outcome.Sent("m1"), ClaimOf(part: 1, parts: 2));
        await AttemptAsync(new Outcome.Rejected(RejectionScope.Message, "too long", "shorten it"), ClaimOf(part: 2, parts: 2, payload: "much more"));

        Assert.True(await Ledger.ReleaseAsync(Key, Cancellation));

        Assert.Equal(DeliveryState.Sent, (await RefuseAsync(ClaimOf(part: 1, parts: 2))).State);
        Assert.Equal(2, (await GrantAsync(ClaimOf(part: 2, parts: 2, payload: "much more"))).Attempt.Attempt);
    }

    [Fact]
    public async Task What_is_not_settled_is_not_released()
    {
        var withoutRow = await Ledger.ReleaseAsync(Key, Cancellation);
        var granted = await GrantAsync();
        var whileSending = await Ledger.ReleaseAsync(Key, Cancellation);
        await Ledger.RecordAsync(granted.Attempt, new Outcome.Unknown("no answer"), Noon, Cancellation);
        var whileUnknown = await Ledger.ReleaseAsync(Key, Cancellation);
        await AttemptAsync(new Outcome.Sent("m1"), ClaimOf(repeat: true));
        var whenSent = await Ledger.ReleaseAsync(Key, Cancellation);

        Assert.Equal([false, false, false, false], [withoutRow, whileSending, whileUnknown, whenSent]);
    }
}
