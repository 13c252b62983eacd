using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Delivery.Ornaments;
using BotHost.Announcements.Platforms;
using Xunit;

namespace BotHost.TestKit.Ledgers;

public abstract partial class LedgerContract
{
    private static readonly PlannedEffect Revised = new(EffectKind.Event, 1, "{\"moved\":true}");

    [Fact]
    public async Task An_event_that_was_made_is_to_be_changed_and_stays_known_by_its_receipt()
    {
        await MakeEventAsync();

        var revised = await Ledger.ReviseOrnamentAsync(Key, Revised, Wall, Cancellation);

        await KillAndStartAsync(Noon);
        Assert.True(revised);
        Assert.Equal((DeliveryState.Retry, Revised.Payload, "e1", 1), await EventAsync());
        Assert.Equal(DeliveryState.Sent, (await RowAsync()).State);
    }

    [Theory]
    [MemberData(nameof(FailedChanges))]
    public async Task A_change_that_did_not_succeed_does_not_forget_what_was_made(Outcome outcome)
    {
        await MakeEventAsync();
        await Ledger.ReviseOrnamentAsync(Key, Revised, Wall, Cancellation);

        await Ledger.RecordAsync(await GrantEventAsync(), outcome, Noon, Cancellation);

        Assert.Equal("e1", (await EventAsync()).Receipt);
    }

    public static TheoryData<Outcome> FailedChanges =>
    [
        new Outcome.NotSent("no route"),
        new Outcome.Deferred(TimeSpan.FromSeconds(3), "rate limit"),
        new Outcome.Unknown("no answer"),
        new Outcome.Rejected(RejectionScope.Message, "it is over", ""),
    ];

    [Fact]
    public async Task What_was_taken_away_is_made_anew_the_next_time()
    {
        await MakeEventAsync();
        await Ledger.ReviseOrnamentAsync(Key, Revised with { Payload = "" }, Wall, Cancellation);

        await Ledger.RecordAsync(await GrantEventAsync(), new Outcome.Sent(""), Noon, Cancellation);

        Assert.Equal((DeliveryState.Sent, "", "", 2), await EventAsync());
    }

    [Fact]
    public async Task The_same_payload_asks_for_nothing()
    {
        await MakeEventAsync();

        var revised = await Ledger.ReviseOrnamentAsync(Key, Revised with { Payload = "{}" }, Wall, Cancellation);

        Assert.True(revised);
        Assert.Equal((DeliveryState.Sent, "{}", "e1", 1), await EventAsync());
    }

    [Fact]
    public async Task An_ornament_that_nobody_planned_is_added_as_the_last()
    {
        await SendAdornedAsync();

        var revised = await Ledger.ReviseOrnamentAsync(Key, new PlannedEffect(EffectKind.Thread, 1, "{\"name\":\"Tea\"}"), Wall, Cancellation);

        var last = (await RowAsync()).Effects[^1];
        Assert.True(revised);
        Assert.Equal((EffectKind.Thread, 1, 0, DeliveryState.Retry, "{\"name\":\"Tea\"}"), (last.Kind, last.Part, last.Attempt, last.State, last.Payload));
        Assert.IsType<ClaimResult.Granted>(await Ledger.ClaimOrnamentAsync(Key, EffectKind.Thread, 1, Wall, Cancellation));
    }

    [Fact]
    public async Task Nothing_is_revised_while_an_attempt_is_on_its_way_or_in_doubt_or_the_post_is_not_there()
    {
        var withoutRow = await Ledger.ReviseOrnamentAsync(Key, Revised, Wall, Cancellation);
        await SendAdornedAsync();
        var attempt = await GrantEventAsync();
        var onItsWay = await Ledger.ReviseOrnamentAsync(Key, Revised, Wall, Cancellation);
        await Ledger.RecordAsync(attempt, new Outcome.Unknown("no answer"), Noon, Cancellation);
        var inDoubt = await Ledger.ReviseOrnamentAsync(Key, Revised, Wall, Cancellation);

        Assert.Equal([false, false, false], [withoutRow, onItsWay, inDoubt]);
        Assert.Equal("{}", (await EventAsync()).Payload);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Ledger.ReviseOrnamentAsync(Key, new PlannedEffect(EffectKind.Message, 1), Wall, Cancellation));
    }

    private async Task MakeEventAsync()
    {
        await SendAdornedAsync();
        await Ledger.RecordAsync(await GrantEventAsync(), new Outcome.Sent("e1"), Noon, Cancellation);
    }

    private async Task<AttemptId> GrantEventAsync() =>
        Assert.IsType<ClaimResult.Granted>(await Ledger.ClaimOrnamentAsync(Key, EffectKind.Event, 1, Wall, Cancellation)).Attempt;

    private async Task<(DeliveryState State, string Payload, string? Receipt, int Attempt)> EventAsync() =>
        (await RowAsync()).Ornaments.Where(effect => effect.Kind is EffectKind.Event).Select(effect => (effect.State, effect.Payload, effect.Receipt, effect.Attempt)).Single();
}
