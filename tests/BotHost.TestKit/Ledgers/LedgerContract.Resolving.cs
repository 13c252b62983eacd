using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using NodaTime;
using Xunit;

namespace BotHost.TestKit.Ledgers;

public abstract partial class LedgerContract
{
    private static readonly Instant Later = Noon + Duration.FromHours(1);

    /// <summary>What ends a doubt about a post of one message, and where that leaves the post, its message and its generation.</summary>
    public static TheoryData<Resolution, DeliveryState, string, string, string?, int> Resolutions => new()
    {
        { new Resolution.Found("m7"), DeliveryState.Sent, "", "", "m7", 0 },
        { new Resolution.Absent("it is not among the last 100"), DeliveryState.Retry, "it is not among the last 100", "it is not among the last 100", null, 0 },
        { new Resolution.Confirmed("forum:7"), DeliveryState.Sent, "", "confirmed by forum:7", null, 0 },
        { new Resolution.Again("forum:7"), DeliveryState.Retry, "sent again by order of forum:7", "sent again by order of forum:7", null, 1 },
    };

    [Theory]
    [MemberData(nameof(Resolutions))]
    public async Task A_doubt_ends_as_its_resolution_says(
        Resolution resolution, DeliveryState state, string reason, string effectReason, string? receipt, int generation)
    {
        await AttemptAsync(new Outcome.Unknown("no answer"));

        var changed = await ResolveAsync(resolution);

        Assert.True(changed);
        var row = await RowAsync();
        Assert.Equal((state, reason, generation, Later), (row.State, row.Reason, row.Generation, row.ChangedAt));
        var effect = Assert.Single(row.Effects);
        Assert.Equal((state, effectReason, receipt), (effect.State, effect.Reason, effect.Receipt));
        Assert.Equal(state is DeliveryState.Retry, await Ledger.ClaimAsync(ClaimOf(payload: "newer text"), Cancellation) is ClaimResult.Granted { Attempt.Attempt: 2 } granted && granted.Generation == generation);
    }

    [Fact]
    public async Task What_was_found_to_be_absent_is_in_doubt_no_more()
    {
        await AttemptAsync(new Outcome.Unknown("no answer"));
        await ResolveAsync(new Resolution.Absent("it is not there"));

        await AttemptAsync(new Outcome.Rejected(RejectionScope.Message, "too long", "shorten it"));

        Assert.Equal(DeliveryState.Failed, (await RowAsync()).State);
    }

    /// <summary>Every state but unknown: there is nothing to resolve.</summary>
    public static IEnumerable<TheoryDataRow<Outcome?>> WithoutDoubt =>
        [new(null), new(new Outcome.Sent("m1")), new(new Outcome.NotSent("no route")), new(new Outcome.Rejected(RejectionScope.Message, "too long", ""))];

    [Theory]
    [MemberData(nameof(WithoutDoubt))]
    public async Task What_is_not_in_doubt_is_not_resolved(Outcome? outcome)
    {
        var withoutRow = await ResolveAsync(new Resolution.Again("forum:7"));
        var granted = await GrantAsync();
        if (outcome is not null)
        {
            await Ledger.RecordAsync(granted.Attempt, outcome, Noon, Cancellation);
        }

        var before = await RowAsync();
        bool[] changed =
        [
            await ResolveAsync(new Resolution.Found("m7")), await ResolveAsync(new Resolution.Absent("gone")),
            await ResolveAsync(new Resolution.Confirmed("forum:7")), await ResolveAsync(new Resolution.Again("forum:7")),
        ];

        Assert.False(withoutRow);
        Assert.All(changed, Assert.False);
        var after = await RowAsync();
        Assert.Equal((before.State, before.Reason, before.Generation, before.ChangedAt), (after.State, after.Reason, after.Generation, after.ChangedAt));
        Assert.Equal(before.Effects, after.Effects);
    }

    [Fact]
    public async Task Of_a_hundred_who_order_another_attempt_one_is_heard()
    {
        await AttemptAsync(new Outcome.Unknown("no answer"));

        var changed = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(() => ResolveAsync(new Resolution.Again($"forum:{number}")))));

        Assert.Single(changed, true);
        Assert.Equal(1, (await RowAsync()).Generation);
    }

    [Fact]
    public async Task A_found_first_message_leaves_the_second_to_be_sent()
    {
        await AttemptAsync(new Outcome.Unknown("no answer"), ClaimOf(parts: 2) with { Following = ["two"] });

        await ResolveAsync(new Resolution.Found("m7"));

        Assert.Equal((DeliveryState.Retry, "1 of 2 messages sent, the next is pending"), ((await RowAsync()).State, (await RowAsync()).Reason));
        await AttemptAsync(new Outcome.Sent("m8"), ClaimOf(part: 2, parts: 2, payload: "two"));
        Assert.Equal(["m7", "m8"], (await RowAsync()).Effects.Select(effect => effect.Receipt));
    }

    [Fact]
    public async Task A_second_message_is_sent_again_and_the_first_stays_as_it_is()
    {
        await AttemptAsync(new Outcome.Sent("m1"), ClaimOf(parts: 2) with { Following = ["two"] });
        await AttemptAsync(new Outcome.Unknown("no answer"), ClaimOf(part: 2, parts: 2, payload: "two"));
        var first = (await RowAsync()).Effects[0];

        await ResolveAsync(new Resolution.Again("forum:7"), part: 2);

        var row = await RowAsync();
        Assert.Equal((DeliveryState.Retry, 1), (row.State, row.Generation));
        Assert.Equal(first, row.Effects[0]);
        Assert.Equal(DeliveryState.Sent, (await RefuseAsync(ClaimOf(parts: 2))).State);
        Assert.Equal((2, 1), (await GrantAsync(ClaimOf(part: 2, parts: 2, payload: "two"))) is var granted ? (granted.Attempt.Attempt, granted.Generation) : default);
    }

    [Fact]
    public async Task A_doubt_about_an_ornament_ends_without_touching_its_post()
    {
        await SendAdornedAsync();
        await Ledger.RecordAsync(await GrantOrnamentAsync(), new Outcome.Unknown("no answer"), Noon, Cancellation);
        var before = await RowAsync();

        var ofTheMessage = await ResolveAsync(new Resolution.Again("forum:7"), part: 2);
        var ofTheOrnament = await Ledger.ResolveAsync(Key, EffectKind.Pin, 2, new Resolution.Again("forum:7"), Later, Cancellation);

        Assert.Equal((false, true), (ofTheMessage, ofTheOrnament));
        var after = await RowAsync();
        Assert.Equal((before.State, before.Reason, before.Generation, before.ChangedAt), (after.State, after.Reason, after.Generation, after.ChangedAt));
        var pin = after.Ornaments.Single(effect => effect.Kind is EffectKind.Pin);
        Assert.Equal((DeliveryState.Retry, "sent again by order of forum:7"), (pin.State, pin.Reason));
    }

    private Task<bool> ResolveAsync(Resolution resolution, int part = 1) =>
        Ledger.ResolveAsync(Key, EffectKind.Message, part, resolution, Later, Cancellation);
}
