using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using NodaTime;
using Xunit;

namespace BotHost.TestKit.Ledgers;

public abstract partial class LedgerContract
{
    // SHA-256 of the four letters "text", from the coreutils program.
    private const string HashOfText = "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1";

    [Fact]
    public async Task A_first_claim_is_granted_and_says_what_is_about_to_be_sent()
    {
        var granted = await GrantAsync();

        Assert.Equal((1, 1, 0), (granted.Attempt.Part, granted.Attempt.Attempt, granted.Generation));
        var row = await RowAsync();
        Assert.Equal((granted.Attempt.Delivery, Key, DeliveryState.Sending, ""), (row.Id, row.Key, row.State, row.Reason));
        Assert.Equal((Noon, Noon, 1), (row.DueAt, row.ChangedAt, row.Attempts));
        var effect = Assert.Single(row.Effects);
        Assert.Equal((EffectKind.Message, 1, 1, DeliveryState.Sending), (effect.Kind, effect.Part, effect.Attempt, effect.State));
        Assert.Equal(("text", HashOfText, Wall), (effect.Payload, effect.PayloadHash, effect.FirstClaimedAt));
        Assert.Null(effect.Receipt);
        Assert.NotEmpty(effect.Owner);
    }

    [Fact]
    public async Task Of_a_hundred_claims_of_one_delivery_at_the_same_time_one_is_granted()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => Ledger.ClaimAsync(ClaimOf(), Cancellation))));

        Assert.Single(results.OfType<ClaimResult.Granted>());
        Assert.All(results.OfType<ClaimResult.Refused>(), refused => Assert.Equal(DeliveryState.Sending, refused.State));
        Assert.Equal(1, (await RowAsync()).Attempts);
    }

    [Fact]
    public async Task Deliveries_that_differ_in_one_word_of_the_key_do_not_stand_in_each_others_way()
    {
        DeliveryKey[] keys =
        [
            Key, Key with { Kind = DeliveryKind.Report }, Key with { Subject = "talk-2" }, Key with { Step = "week" },
            Key with { Occasion = "2027-03-08T18:00 Europe/Zurich" }, Key with { Target = "forum:101" },
        ];

        foreach (var key in keys)
        {
            await GrantAsync(ClaimOf(key));
        }

        Assert.Equal(keys, (await Ledger.ReadAsync(null, Cancellation)).Select(row => row.Key));
    }

    [Fact]
    public async Task What_is_sent_is_not_claimed_again()
    {
        await AttemptAsync(new Outcome.Sent("m1"));

        var refused = await RefuseAsync(ClaimOf(repeat: true));

        Assert.Equal(DeliveryState.Sent, refused.State);
    }

    [Theory]
    [InlineData(DeliveryState.Skipped)]
    [InlineData(DeliveryState.Held)]
    [InlineData(DeliveryState.Failed)]
    public async Task What_is_settled_is_refused_with_its_reason(DeliveryState state)
    {
        await Ledger.SettleAsync(Key, state, "because", Noon, Noon, Cancellation);

        var refused = await RefuseAsync(ClaimOf(repeat: true));

        Assert.Equal(new ClaimResult.Refused(state, "because"), refused);
    }

    [Fact]
    public async Task A_claim_that_was_given_back_is_granted_with_the_next_attempt_and_may_say_something_new()
    {
        await AttemptAsync(new Outcome.NotSent("no route"));
        var later = Wall + Duration.FromMinutes(5);

        var granted = await GrantAsync(ClaimOf(payload: "newer text", wall: later));

        Assert.Equal(2, granted.Attempt.Attempt);
        var effect = Assert.Single((await RowAsync()).Effects);
        Assert.Equal(("newer text", later), (effect.Payload, effect.FirstClaimedAt));
        Assert.NotEqual(HashOfText, effect.PayloadHash);
    }

    [Fact]
    public async Task What_surely_was_not_taken_begins_its_window_of_discarded_repeats_anew()
    {
        await AttemptAsync(new Outcome.NotSent("no route"));
        var later = Wall + Duration.FromMinutes(5);

        await GrantAsync(ClaimOf(wall: later));

        Assert.Equal(later, Assert.Single((await RowAsync()).Effects).FirstClaimedAt);
    }

    [Fact]
    public async Task An_unknown_part_is_not_claimed_by_a_caller_who_does_not_know_that_a_repeat_is_safe()
    {
        await AttemptAsync(new Outcome.Unknown("no answer within 10 s"));

        var refused = await RefuseAsync(ClaimOf(repeat: false));

        Assert.Equal(new ClaimResult.Refused(DeliveryState.Unknown, "no answer within 10 s"), refused);
    }

    [Fact]
    public async Task An_unknown_part_is_repeated_with_the_recorded_payload_and_keeps_its_first_claim()
    {
        await AttemptAsync(new Outcome.Unknown("no answer"));

        var granted = await GrantAsync(ClaimOf(wall: Wall + Duration.FromSeconds(20), repeat: true));

        Assert.Equal(2, granted.Attempt.Attempt);
        Assert.Equal(Wall, Assert.Single((await RowAsync()).Effects).FirstClaimedAt);
    }

    [Fact]
    public async Task An_unknown_part_is_not_repeated_with_another_payload()
    {
        await AttemptAsync(new Outcome.Unknown("no answer"));

        var refused = await RefuseAsync(ClaimOf(payload: "newer text", repeat: true));

        Assert.Equal(DeliveryState.Unknown, refused.State);
        Assert.Equal("text", Assert.Single((await RowAsync()).Effects).Payload);
    }

    [Fact]
    public async Task Of_a_hundred_repeats_of_an_unknown_part_at_the_same_time_one_is_granted()
    {
        await AttemptAsync(new Outcome.Unknown("no answer"));

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => Ledger.ClaimAsync(ClaimOf(repeat: true), Cancellation))));

        Assert.Single(results.OfType<ClaimResult.Granted>());
    }

    [Fact]
    public async Task A_second_part_waits_until_the_first_is_sent()
    {
        var withoutRow = await RefuseAsync(ClaimOf(part: 2, parts: 2));
        var first = await GrantAsync(ClaimOf(part: 1, parts: 2));
        var whileSending = await RefuseAsync(ClaimOf(part: 2, parts: 2));
        await Ledger.RecordAsync(first.Attempt, new Outcome.NotSent("no route"), Noon, Cancellation);
        var whileGivenBack = await RefuseAsync(ClaimOf(part: 2, parts: 2));
        await AttemptAsync(new Outcome.Sent("m1"), ClaimOf(part: 1, parts: 2));

        await GrantAsync(ClaimOf(part: 2, parts: 2, payload: "more"));

        Assert.Equal(
            [DeliveryState.Retry, DeliveryState.Sending, DeliveryState.Retry],
            [withoutRow.State, whileSending.State, whileGivenBack.State]);
    }

    [Fact]
    public async Task A_part_that_does_not_exist_is_not_claimed()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Ledger.ClaimAsync(ClaimOf(part: 0), Cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Ledger.ClaimAsync(ClaimOf(part: 3, parts: 2), Cancellation));

        Assert.Empty(await Ledger.ReadAsync(null, Cancellation));
    }

    [Fact]
    public async Task A_claim_whose_caller_has_given_up_before_it_leaves_no_row()
    {
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Ledger.ClaimAsync(ClaimOf(), given.Token));

        Assert.Empty(await Ledger.ReadAsync(null, Cancellation));
    }
}
