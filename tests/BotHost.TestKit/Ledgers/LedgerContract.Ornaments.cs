using System.Collections.Immutable;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Delivery.Ornaments;
using BotHost.Announcements.Platforms;
using NodaTime;
using Xunit;

namespace BotHost.TestKit.Ledgers;

public abstract partial class LedgerContract
{
    // Neither the alphabet's order nor the enumeration's, so that only what was planned can explain it.
    private static readonly ImmutableArray<PlannedEffect> Planned =
        [new(EffectKind.Unpin, 1, "old"), new(EffectKind.Pin, 2), new(EffectKind.Publish, 1), new(EffectKind.Event, 1, "{}"), new(EffectKind.Publish, 2)];

    [Fact]
    public async Task Ornaments_are_kept_with_the_first_claim_in_the_order_planned_and_wait_behind_the_messages()
    {
        await GrantAsync(ClaimOf(parts: 2, payload: "one") with { Following = ["two"], Ornaments = Planned });

        await KillAndStartAsync(Noon);

        var row = await RowAsync();
        Assert.Equal(
            [
                (EffectKind.Message, 1, 1, DeliveryState.Unknown, "one"),
                (EffectKind.Message, 2, 0, DeliveryState.Retry, "two"),
                (EffectKind.Unpin, 1, 0, DeliveryState.Retry, "old"),
                (EffectKind.Pin, 2, 0, DeliveryState.Retry, ""),
                (EffectKind.Publish, 1, 0, DeliveryState.Retry, ""),
                (EffectKind.Event, 1, 0, DeliveryState.Retry, "{}"),
                (EffectKind.Publish, 2, 0, DeliveryState.Retry, ""),
            ],
            row.Effects.Select(effect => (effect.Kind, effect.Part, effect.Attempt, effect.State, effect.Payload)));
    }

    [Fact]
    public async Task What_was_to_adorn_a_post_that_did_not_leave_is_planned_anew_with_the_next_claim()
    {
        await AttemptAsync(new Outcome.NotSent("no route"), ClaimOf(parts: 2) with { Following = ["two"], Ornaments = Planned });

        await AttemptAsync(new Outcome.NotSent("no route"), ClaimOf() with { Ornaments = [new(EffectKind.Publish, 1)] });
        var fewer = await RowAsync();
        await GrantAsync(ClaimOf());

        Assert.Equal([EffectKind.Message, EffectKind.Publish], fewer.Effects.Select(effect => effect.Kind));
        Assert.Empty((await RowAsync()).Ornaments);
    }

    [Fact]
    public async Task Neither_a_repeat_nor_a_later_message_touches_the_ornaments()
    {
        await AttemptAsync(new Outcome.Unknown("no answer"), ClaimOf(parts: 2) with { Following = ["two"], Ornaments = Planned });

        await AttemptAsync(new Outcome.Sent("m1"), ClaimOf(parts: 2, repeat: true));
        await AttemptAsync(new Outcome.Sent("m2"), ClaimOf(part: 2, parts: 2, payload: "two"));

        var row = await RowAsync();
        Assert.Equal(DeliveryState.Sent, row.State);
        Assert.Equal(Planned.Select(effect => (effect.Kind, effect.Part)), row.Ornaments.Select(effect => (effect.Kind, effect.Part)));
    }

    [Fact]
    public async Task An_ornament_waits_until_every_message_is_sent()
    {
        var withoutRow = await RefuseOrnamentAsync();
        var first = await GrantAsync(ClaimOf(parts: 2) with { Following = ["two"], Ornaments = Planned });
        var whileSending = await RefuseOrnamentAsync();
        await Ledger.RecordAsync(first.Attempt, new Outcome.Sent("m1"), Noon, Cancellation);
        var between = await RefuseOrnamentAsync();
        await AttemptAsync(new Outcome.Sent("m2"), ClaimOf(part: 2, parts: 2, payload: "two"));

        var granted = await GrantOrnamentAsync();

        Assert.Equal([DeliveryState.Retry, DeliveryState.Sending, DeliveryState.Retry], [withoutRow.State, whileSending.State, between.State]);
        Assert.Equal((EffectKind.Pin, 2, 1), (granted.Kind, granted.Part, granted.Attempt));
    }

    [Fact]
    public async Task Of_a_hundred_claims_of_one_ornament_at_the_same_time_one_is_granted()
    {
        await SendAdornedAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 100)
            .Select(_ => Task.Run(() => Ledger.ClaimOrnamentAsync(Key, EffectKind.Pin, 2, Wall, Cancellation))));

        Assert.Single(results.OfType<ClaimResult.Granted>());
        Assert.All(results.OfType<ClaimResult.Refused>(), refused => Assert.Equal(DeliveryState.Sending, refused.State));
    }

    [Fact]
    public async Task What_nobody_planned_is_not_claimed()
    {
        await SendAdornedAsync();

        var refused = await RefuseOrnamentAsync(EffectKind.Thread);

        Assert.Equal(DeliveryState.Skipped, refused.State);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Ledger.ClaimOrnamentAsync(Key, EffectKind.Message, 1, Wall, Cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => Ledger.ClaimAsync(ClaimOf(Key with { Subject = "talk-2" }) with { Ornaments = [new(EffectKind.Message, 2)] }, Cancellation));
    }

    /// <summary>Each outcome of an ornament, where it leaves the ornament, and whether that may be claimed again.</summary>
    public static TheoryData<Outcome, DeliveryState, string, bool> OrnamentOutcomes => new()
    {
        { new Outcome.Sent("p1"), DeliveryState.Sent, "", false },
        { new Outcome.NotSent("no route"), DeliveryState.Retry, "no route", true },
        { new Outcome.Deferred(TimeSpan.FromSeconds(3), "rate limit"), DeliveryState.Retry, "rate limit", true },
        { new Outcome.Rejected(RejectionScope.Target, "no rights", "give them"), DeliveryState.Failed, "no rights; give them", false },
        { new Outcome.Unknown("no answer"), DeliveryState.Unknown, "no answer", true },
    };

    [Theory]
    [MemberData(nameof(OrnamentOutcomes))]
    public async Task What_becomes_of_an_ornament_changes_the_ornament_alone(Outcome outcome, DeliveryState state, string reason, bool again)
    {
        await SendAdornedAsync();
        var before = await RowAsync();

        await Ledger.RecordAsync(await GrantOrnamentAsync(), outcome, Noon + Duration.FromHours(1), Cancellation);

        var after = await RowAsync();
        var pin = after.Ornaments.Single(effect => effect.Kind is EffectKind.Pin);
        Assert.Equal((state, reason, outcome is Outcome.Sent ? "p1" : null), (pin.State, pin.Reason, pin.Receipt));
        Assert.Equal((DeliveryState.Sent, "", Noon, 2), (after.State, after.Reason, after.ChangedAt, after.Attempts));
        Assert.Equal(before.Messages, after.Messages);
        Assert.Equal(
            before.Ornaments.Where(effect => effect.Kind is not EffectKind.Pin),
            after.Ornaments.Where(effect => effect.Kind is not EffectKind.Pin));
        Assert.Equal(again, await Ledger.ClaimOrnamentAsync(Key, EffectKind.Pin, 2, Wall, Cancellation) is ClaimResult.Granted { Attempt.Attempt: 2 });
    }

    [Fact]
    public async Task An_ornament_that_may_have_been_done_stays_in_doubt_until_it_is_done_or_refused()
    {
        await SendAdornedAsync();
        await Ledger.RecordAsync(await GrantOrnamentAsync(), new Outcome.Unknown("no answer"), Noon, Cancellation);

        await Ledger.RecordAsync(await GrantOrnamentAsync(wall: Wall + Duration.FromMinutes(1)), new Outcome.NotSent("no route"), Noon, Cancellation);
        var cameBack = (await RowAsync()).Ornaments.Single(effect => effect.Kind is EffectKind.Pin);
        await Ledger.RecordAsync(await GrantOrnamentAsync(), new Outcome.Rejected(RejectionScope.Target, "no rights", ""), Noon, Cancellation);

        Assert.Equal((DeliveryState.Unknown, Wall), (cameBack.State, cameBack.FirstClaimedAt));
        Assert.Equal(DeliveryState.Failed, (await RowAsync()).Ornaments.Single(effect => effect.Kind is EffectKind.Pin).State);
    }

    [Fact]
    public async Task An_ornament_that_nobody_recorded_is_unknown_after_a_kill_and_its_post_stays_sent()
    {
        await SendAdornedAsync();
        await GrantOrnamentAsync();

        await KillAndStartAsync(Noon + Duration.FromHours(1));

        var row = await RowAsync();
        Assert.Equal((DeliveryState.Sent, "", Noon), (row.State, row.Reason, row.ChangedAt));
        Assert.Equal(DeliveryState.Unknown, row.Ornaments.Single(effect => effect.Kind is EffectKind.Pin).State);
        Assert.Equal(2, (await GrantOrnamentAsync()).Attempt);
    }

    [Fact]
    public async Task A_late_word_about_an_ornament_that_was_claimed_again_counts_for_nothing()
    {
        await SendAdornedAsync();
        var old = await GrantOrnamentAsync();
        await Ledger.RecordAsync(old, new Outcome.NotSent("no route"), Noon, Cancellation);
        await GrantOrnamentAsync();

        await Ledger.RecordAsync(old, new Outcome.Sent("p1"), Noon, Cancellation);

        Assert.Equal(DeliveryState.Sending, (await RowAsync()).Ornaments.Single(effect => effect.Kind is EffectKind.Pin).State);
    }

    /// <summary>A post of two messages that is out, with everything that was planned for it still to be done.</summary>
    private async Task SendAdornedAsync()
    {
        await AttemptAsync(new Outcome.Sent("m1"), ClaimOf(parts: 2) with { Following = ["two"], Ornaments = Planned });
        await AttemptAsync(new Outcome.Sent("m2"), ClaimOf(part: 2, parts: 2, payload: "two"));
    }

    private async Task<AttemptId> GrantOrnamentAsync(EffectKind kind = EffectKind.Pin, Instant? wall = null) =>
        Assert.IsType<ClaimResult.Granted>(await Ledger.ClaimOrnamentAsync(Key, kind, 2, wall ?? Wall, Cancellation)).Attempt;

    private async Task<ClaimResult.Refused> RefuseOrnamentAsync(EffectKind kind = EffectKind.Pin) =>
        Assert.IsType<ClaimResult.Refused>(await Ledger.ClaimOrnamentAsync(Key, kind, 2, Wall, Cancellation));
}
