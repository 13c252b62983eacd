using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using NodaTime;
using Xunit;

namespace BotHost.TestKit.Ledgers;

public abstract partial class LedgerContract
{
    private static readonly RecordedFacts Old = new("""{"facts":{"title":"Tea 茶"}}""", "old");
    private static readonly RecordedFacts Newer = new("""{"facts":{"title":"Coffee"}}""", "newer");

    [Fact]
    public async Task What_a_delivery_tells_is_kept_with_the_claim_and_survives_a_kill()
    {
        await GrantAsync(ClaimOf(facts: Old));

        await KillAndStartAsync(Noon);

        Assert.Equal(Old, (await RowAsync()).Facts);
    }

    [Fact]
    public async Task A_delivery_that_tells_nothing_keeps_nothing()
    {
        await AttemptAsync(new Outcome.Sent("m1"));

        Assert.Null((await RowAsync()).Facts);
    }

    [Fact]
    public async Task A_repeat_leaves_what_the_first_attempt_told()
    {
        await AttemptAsync(new Outcome.Unknown("no answer"), ClaimOf(facts: Old));

        await GrantAsync(ClaimOf(repeat: true, facts: Newer));

        Assert.Equal(Old, (await RowAsync()).Facts);
    }

    [Fact]
    public async Task What_surely_was_not_sent_tells_what_its_next_attempt_tells()
    {
        await AttemptAsync(new Outcome.NotSent("no route"), ClaimOf(facts: Old));

        await GrantAsync(ClaimOf(payload: "other", facts: Newer));

        Assert.Equal(Newer, (await RowAsync()).Facts);
    }

    [Fact]
    public async Task The_first_message_speaks_for_those_that_follow()
    {
        await AttemptAsync(new Outcome.Sent("m1"), ClaimOf(part: 1, parts: 2, facts: Old));

        await GrantAsync(ClaimOf(part: 2, parts: 2, facts: Newer));

        Assert.Equal(Old, (await RowAsync()).Facts);
    }

    [Fact]
    public async Task A_correction_is_written_down_and_changes_neither_state_nor_time_nor_messages()
    {
        await AttemptAsync(new Outcome.Sent("m1"), ClaimOf(facts: Old));
        var before = await RowAsync();

        var recorded = await Ledger.RecordFactsAsync(Key, Newer, "", Cancellation);

        await KillAndStartAsync(Noon + Duration.FromDays(1));
        var row = await RowAsync();
        Assert.True(recorded);
        Assert.Equal((Newer, DeliveryState.Sent, "", before.ChangedAt), (row.Facts, row.State, row.Reason, row.ChangedAt));
        Assert.Equal(before.Effects, row.Effects);
    }

    [Fact]
    public async Task A_correction_that_was_not_taken_leaves_its_reason_until_one_is()
    {
        await AttemptAsync(new Outcome.Sent("m1"), ClaimOf(facts: Old));

        await Ledger.RecordFactsAsync(Key, Newer, "the message was deleted", Cancellation);
        var refused = await RowAsync();
        await Ledger.RecordFactsAsync(Key, Old, "", Cancellation);

        Assert.Equal((DeliveryState.Sent, "the message was deleted"), (refused.State, refused.Reason));
        Assert.Equal((Old, ""), ((await RowAsync()).Facts, (await RowAsync()).Reason));
    }

    [Fact]
    public async Task Only_what_is_sent_is_corrected()
    {
        var withoutRow = await Ledger.RecordFactsAsync(Key, Newer, "", Cancellation);
        await AttemptAsync(new Outcome.Unknown("no answer"), ClaimOf(facts: Old));
        var unknown = await Ledger.RecordFactsAsync(Key, Newer, "", Cancellation);

        Assert.Equal([false, false], [withoutRow, unknown]);
        Assert.Equal((DeliveryState.Unknown, Old), ((await RowAsync()).State, (await RowAsync()).Facts));
    }

    [Fact]
    public async Task A_notice_is_a_delivery_of_its_own()
    {
        var notice = Key with { Kind = DeliveryKind.Notice, Step = "date-set", Occasion = "2027-01-20T19:00[Asia/Tokyo]" };
        await AttemptAsync(new Outcome.Sent("m1"));

        await AttemptAsync(new Outcome.Sent("m2"), ClaimOf(notice));

        Assert.Equal([Key, notice], (await Ledger.ReadAsync([Key.Subject], Cancellation)).Select(row => row.Key));
    }
}
