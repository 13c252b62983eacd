using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using Xunit;

namespace BotHost.TestKit.Ledgers;

public abstract partial class LedgerContract
{
    [Fact]
    public async Task The_messages_that_follow_are_kept_with_the_first_and_survive_a_kill()
    {
        await AttemptAsync(new Outcome.Sent("m1"), ClaimOf(parts: 3, payload: "one") with { Following = ["two", "three"] });

        await KillAndStartAsync(Noon);

        var row = await RowAsync();
        Assert.Equal(DeliveryState.Retry, row.State);
        Assert.Equal(
            [(1, 1, DeliveryState.Sent, "one"), (2, 0, DeliveryState.Retry, "two"), (3, 0, DeliveryState.Retry, "three")],
            row.Effects.Select(effect => (effect.Part, effect.Attempt, effect.State, effect.Payload)));
        Assert.Equal(1, row.Attempts);
    }

    [Fact]
    public async Task A_message_that_followed_is_claimed_in_its_turn_and_not_before()
    {
        await GrantAsync(ClaimOf(parts: 2, payload: "one") with { Following = ["two"] });
        await RefuseAsync(ClaimOf(part: 2, parts: 2, payload: "two"));
        await Ledger.RecordAsync(new AttemptId((await RowAsync()).Id, 1, 1), new Outcome.Sent("m1"), Noon, Cancellation);

        await AttemptAsync(new Outcome.Sent("m2"), ClaimOf(part: 2, parts: 2, payload: "two"));

        var row = await RowAsync();
        Assert.Equal(DeliveryState.Sent, row.State);
        Assert.Equal(["m1", "m2"], row.Effects.Select(effect => effect.Receipt));
    }

    [Fact]
    public async Task What_was_to_follow_is_composed_anew_with_a_first_message_that_surely_did_not_leave()
    {
        await AttemptAsync(new Outcome.NotSent("no network"), ClaimOf(parts: 3, payload: "one") with { Following = ["two", "three"] });

        await GrantAsync(ClaimOf(parts: 2, payload: "uno") with { Following = ["due"] });

        Assert.Equal(["uno", "due"], (await RowAsync()).Effects.Select(effect => effect.Payload));
    }

    [Fact]
    public async Task A_repeat_of_the_first_message_leaves_what_was_to_follow()
    {
        await AttemptAsync(new Outcome.Unknown("no answer"), ClaimOf(parts: 2, payload: "one") with { Following = ["two"] });

        await GrantAsync(ClaimOf(parts: 2, payload: "one", repeat: true));

        Assert.Equal(["one", "two"], (await RowAsync()).Effects.Select(effect => effect.Payload));
    }

    [Fact]
    public async Task A_message_that_follows_says_what_was_composed_with_the_first_and_nothing_else()
    {
        await AttemptAsync(new Outcome.Sent("m1"), ClaimOf(parts: 2, payload: "one") with { Following = ["two"] });

        await RefuseAsync(ClaimOf(part: 2, parts: 2, payload: "zwei"));
        await RefuseAsync(ClaimOf(part: 2, parts: 3, payload: "two"));
        await AttemptAsync(new Outcome.Sent("m2"), ClaimOf(part: 2, parts: 2, payload: "two"));

        Assert.Equal(DeliveryState.Sent, (await RowAsync()).State);
    }
}
