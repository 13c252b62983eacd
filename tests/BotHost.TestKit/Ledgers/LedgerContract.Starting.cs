using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using NodaTime;
using Xunit;

namespace BotHost.TestKit.Ledgers;

public abstract partial class LedgerContract
{
    [Fact]
    public async Task The_first_start_is_the_birth_and_knows_no_earlier_sign_of_life()
    {
        var fresh = await CreateAsync();

        var life = await fresh.OpenAsync(Noon, Cancellation);

        Assert.Equal(new LedgerLife(Noon, null), life);
    }

    [Fact]
    public async Task A_later_start_knows_the_birth_and_the_last_beat_before_it()
    {
        await Ledger.BeatAsync(Noon + Duration.FromMinutes(1), Cancellation);
        await Ledger.BeatAsync(Noon + Duration.FromMinutes(2), Cancellation);

        var life = await KillAndStartAsync(Noon + Duration.FromDays(3));

        Assert.Equal(new LedgerLife(Noon, Noon + Duration.FromMinutes(2)), life);
    }

    [Fact]
    public async Task A_start_that_died_before_its_first_beat_does_not_hide_the_silence_before_it()
    {
        await Ledger.BeatAsync(Noon, Cancellation);
        await KillAndStartAsync(Noon + Duration.FromDays(3));

        var life = await KillAndStartAsync(Noon + Duration.FromDays(3) + Duration.FromMinutes(1));

        Assert.Equal(Noon, life.LastSignOfLife);
    }

    [Fact]
    public async Task A_beat_before_the_start_is_refused_because_it_would_hide_the_silence()
    {
        await Ledger.BeatAsync(Noon, Cancellation);
        var next = await CreateAfterKillAsync(Ledger);

        await Assert.ThrowsAsync<InvalidOperationException>(() => next.BeatAsync(Noon + Duration.FromDays(3), Cancellation));

        Assert.Equal(Noon, (await next.OpenAsync(Noon + Duration.FromDays(3), Cancellation)).LastSignOfLife);
    }

    [Fact]
    public async Task A_claim_that_nobody_recorded_is_unknown_after_a_kill_and_keeps_what_was_claimed()
    {
        await GrantAsync(ClaimOf(payload: "exact text \n 🎉 \"quoted\""));
        var start = Noon + Duration.FromMinutes(1);

        await KillAndStartAsync(start);

        var row = await RowAsync();
        Assert.Equal((DeliveryState.Unknown, "the process ended between claim and record", start), (row.State, row.Reason, row.ChangedAt));
        var effect = Assert.Single(row.Effects);
        Assert.Equal((DeliveryState.Unknown, "exact text \n 🎉 \"quoted\"", Wall), (effect.State, effect.Payload, effect.FirstClaimedAt));
    }

    [Fact]
    public async Task A_claim_that_a_kill_made_unknown_is_repeated_only_by_a_caller_who_may()
    {
        await GrantAsync();
        await KillAndStartAsync(Noon);

        var refused = await RefuseAsync();
        var granted = await GrantAsync(ClaimOf(repeat: true));

        Assert.Equal(DeliveryState.Unknown, refused.State);
        Assert.Equal(2, granted.Attempt.Attempt);
        await Ledger.RecordAsync(granted.Attempt, new Outcome.NotSent("no route"), Noon, Cancellation);
        Assert.Equal(DeliveryState.Unknown, (await RowAsync()).State);
    }

    [Fact]
    public async Task A_delivery_between_two_messages_goes_on_after_a_kill()
    {
        await AttemptAsync(new Outcome.Sent("m1"), ClaimOf(part: 1, parts: 2));

        await KillAndStartAsync(Noon);

        Assert.Equal(DeliveryState.Retry, (await RowAsync()).State);
        await GrantAsync(ClaimOf(part: 2, parts: 2));
    }

    [Fact]
    public async Task A_second_message_that_nobody_recorded_is_unknown_after_a_kill_and_the_first_stays_sent()
    {
        await AttemptAsync(new Outcome.Sent("m1"), ClaimOf(part: 1, parts: 2));
        await GrantAsync(ClaimOf(part: 2, parts: 2));

        await KillAndStartAsync(Noon);

        var row = await RowAsync();
        Assert.Equal(DeliveryState.Unknown, row.State);
        Assert.Equal([DeliveryState.Sent, DeliveryState.Unknown], row.Effects.Select(effect => effect.State));
    }

    [Fact]
    public async Task Everything_whose_task_completed_survives_a_kill()
    {
        DeliveryKey[] keys = [.. Enumerable.Range(1, 40).Select(number => Key with { Subject = $"talk-{number}" })];
        await Task.WhenAll(keys.Select(key => AttemptAsync(new Outcome.Sent($"m-{key.Subject}"), ClaimOf(key))));
        await Ledger.SettleAsync(Key with { Step = "week" }, DeliveryState.Skipped, "too late", Noon, Noon, Cancellation);
        var question = await Ledger.AskAsync("announce", "talk-1", "forum:7", "abc", Noon, Cancellation);
        await Ledger.SeeAsync([("talk", "talk-1")], Noon, Cancellation);
        var before = await Ledger.ReadAsync(null, Cancellation);

        await KillAndStartAsync(Noon + Duration.FromHours(1));

        var after = await Ledger.ReadAsync(null, Cancellation);
        Assert.Equal(41, after.Count);
        Assert.Equal(before.Select(row => (row.Id, row.Key, row.State, row.Reason)), after.Select(row => (row.Id, row.Key, row.State, row.Reason)));
        Assert.Equal(40, after.SelectMany(row => row.Effects).Count(effect => effect.Receipt!.StartsWith("m-talk-", StringComparison.Ordinal)));
        Assert.NotNull(await Ledger.FindQuestionAsync(question, Cancellation));
        Assert.Equal(Noon, (await Ledger.SeeAsync([("talk", "talk-1")], Noon + Duration.FromHours(2), Cancellation))[0].FirstSeen);
    }

    [Fact]
    public async Task Opening_twice_in_one_process_leaves_its_own_claims_alone()
    {
        await GrantAsync();

        var life = await Ledger.OpenAsync(Noon + Duration.FromHours(1), Cancellation);

        Assert.Equal(new LedgerLife(Noon, null), life);
        Assert.Equal(DeliveryState.Sending, (await RowAsync()).State);
    }

    [Fact]
    public async Task Preparing_makes_lost_claims_unknown_and_leaves_the_birth_to_the_opening()
    {
        await GrantAsync();
        await Ledger.BeatAsync(Noon, Cancellation);
        Ledger = await CreateAfterKillAsync(Ledger);

        await Ledger.PrepareAsync(Noon + Duration.FromDays(400), Cancellation);

        Assert.Equal(DeliveryState.Unknown, (await RowAsync()).State);
        Assert.Equal(new LedgerLife(Noon, Noon), await Ledger.OpenAsync(Noon + Duration.FromHours(1), Cancellation));
    }

    [Fact]
    public async Task A_prepared_ledger_is_born_when_it_is_opened_and_takes_no_beat_before()
    {
        var fresh = await CreateAsync();

        await fresh.PrepareAsync(Noon - Duration.FromDays(400), Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(() => fresh.BeatAsync(Noon, Cancellation));
        Assert.Equal(new LedgerLife(Noon, null), await fresh.OpenAsync(Noon, Cancellation));
    }

    [Fact]
    public async Task Preparing_again_leaves_its_own_claims_alone()
    {
        await GrantAsync();

        await Ledger.PrepareAsync(Noon + Duration.FromHours(1), Cancellation);

        Assert.Equal(DeliveryState.Sending, (await RowAsync()).State);
    }
}
