using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using NodaTime;
using Xunit;

namespace BotHost.TestKit.Ledgers;

public abstract partial class LedgerContract
{
    private static readonly Instant Until = Wall + Duration.FromMinutes(20);

    [Fact]
    public async Task A_delivery_that_waits_is_remembered_before_its_first_claim_and_survives_a_kill()
    {
        Assert.True(await DeferAsync());

        await KillAndStartAsync(Noon);

        var row = await RowAsync();
        Assert.Equal((Key, DeliveryState.Retry, "the chat is busy", Noon, 0), (row.Key, row.State, row.Reason, row.DueAt, row.Attempts));
        Assert.Equal(Until, row.DeferredUntil);
        Assert.Empty(row.Effects);
    }

    [Fact]
    public async Task A_claim_forgets_until_when_its_delivery_waited()
    {
        await DeferAsync();

        var granted = await GrantAsync(ClaimOf(parts: 2));

        Assert.Equal(1, granted.Attempt.Attempt);
        Assert.Null((await RowAsync()).DeferredUntil);
        await Ledger.RecordAsync(granted.Attempt, new Outcome.NotSent("no route"), Noon, Cancellation);
        Assert.Null((await RowAsync()).DeferredUntil);
    }

    [Fact]
    public async Task Waiting_longer_replaces_the_end_and_the_reason_and_the_same_again_changes_nothing()
    {
        await AttemptAsync(new Outcome.Deferred(TimeSpan.FromMinutes(1), "rate limit"));

        var first = await DeferAsync();
        var same = await DeferAsync(now: Noon + Duration.FromHours(2));
        var longer = await DeferAsync(Until + Duration.FromMinutes(1), "quiet hours");

        Assert.Equal((true, false, true), (first, same, longer));
        var row = await RowAsync();
        Assert.Equal((DeliveryState.Retry, "quiet hours", Until + Duration.FromMinutes(1)), (row.State, row.Reason, row.DeferredUntil!.Value));
        Assert.Equal(Noon, row.ChangedAt);
        Assert.Equal("rate limit", Assert.Single(row.Effects).Reason);
    }

    [Fact]
    public async Task An_unknown_delivery_waits_and_stays_unknown_with_its_reason()
    {
        await AttemptAsync(new Outcome.Unknown("no answer"));

        Assert.True(await DeferAsync());

        var row = await RowAsync();
        Assert.Equal((DeliveryState.Unknown, "no answer", Until), (row.State, row.Reason, row.DeferredUntil!.Value));
        await GrantAsync(ClaimOf(repeat: true));
        Assert.Null((await RowAsync()).DeferredUntil);
    }

    [Fact]
    public async Task The_end_of_a_doubt_ends_the_wait()
    {
        await AttemptAsync(new Outcome.Unknown("no answer"));
        await DeferAsync();

        await ResolveAsync(new Resolution.Found("m7"));

        Assert.Null((await RowAsync()).DeferredUntil);
    }

    [Fact]
    public async Task What_is_on_its_way_or_sent_does_not_wait()
    {
        var granted = await GrantAsync();
        var whileSending = await DeferAsync();
        await Ledger.RecordAsync(granted.Attempt, new Outcome.Sent("m1"), Noon, Cancellation);
        var whenSent = await DeferAsync();

        Assert.Equal((false, false), (whileSending, whenSent));
        Assert.Equal((DeliveryState.Sent, ""), ((await RowAsync()).State, (await RowAsync()).Reason));
        Assert.Null((await RowAsync()).DeferredUntil);
    }

    [Theory]
    [InlineData(DeliveryState.Skipped)]
    [InlineData(DeliveryState.Held)]
    [InlineData(DeliveryState.Failed)]
    public async Task What_is_settled_does_not_wait_and_what_waits_can_be_settled(DeliveryState state)
    {
        await DeferAsync();

        Assert.True(await Ledger.SettleAsync(Key, state, "because", Noon, Noon, Cancellation));
        Assert.False(await DeferAsync());

        Assert.Equal((state, "because"), ((await RowAsync()).State, (await RowAsync()).Reason));
        Assert.Null((await RowAsync()).DeferredUntil);
    }

    private Task<bool> DeferAsync(Instant? until = null, string reason = "the chat is busy", Instant? now = null) =>
        Ledger.DeferAsync(Key, until ?? Until, reason, Noon, now ?? Noon, Cancellation);
}
