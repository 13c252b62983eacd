using BotHost.Announcements.Delivery.Ledgers;
using NodaTime;
using Xunit;

namespace BotHost.TestKit.Ledgers;

public abstract partial class LedgerContract
{
    [Fact]
    public async Task Rows_are_read_by_subject_oldest_first()
    {
        foreach (var subject in new[] { "c", "a", "b", "a'; --" })
        {
            await GrantAsync(ClaimOf(Key with { Subject = subject }));
        }

        var all = await Ledger.ReadAsync(null, Cancellation);
        var some = await Ledger.ReadAsync(["a", "c", "a'; --", "nobody"], Cancellation);
        var none = await Ledger.ReadAsync([], Cancellation);

        Assert.Equal(["c", "a", "b", "a'; --"], all.Select(row => row.Key.Subject));
        Assert.Equal(["c", "a", "a'; --"], some.Select(row => row.Key.Subject));
        Assert.Empty(none);
    }

    [Fact]
    public async Task Instants_come_back_to_the_tick()
    {
        var odd = Instant.FromUtc(1969, 7, 20, 20, 17, 40) + Duration.FromTicks(7);

        await Ledger.SettleAsync(Key, DeliveryState.Held, "because", odd, odd, Cancellation);

        Assert.Equal((odd, odd), ((await RowAsync()).DueAt, (await RowAsync()).ChangedAt));
    }

    [Fact]
    public async Task A_first_sighting_is_kept_and_every_asked_item_is_answered_in_the_order_asked()
    {
        var later = Noon + Duration.FromHours(1);
        await Ledger.SeeAsync([("talk", "a"), ("channel", "a")], Noon, Cancellation);

        var seen = await Ledger.SeeAsync([("talk", "b"), ("talk", "a"), ("step", "x/y"), ("channel", "a"), ("talk", "a")], later, Cancellation);

        Assert.Equal(
            [new("talk", "b", later), new("talk", "a", Noon), new("step", "x/y", later), new("channel", "a", Noon), new("talk", "a", Noon)],
            seen);
        Assert.Empty(await Ledger.SeeAsync([], later, Cancellation));
    }

    [Fact]
    public async Task A_question_is_open_until_it_is_answered()
    {
        var id = await Ledger.AskAsync("announce", "talk-1", "forum:7", "abc", Noon, Cancellation);
        var other = await Ledger.AskAsync("announce", "talk-1", "forum:7", "abc", Noon, Cancellation);

        var open = await Ledger.FindQuestionAsync(id, Cancellation);
        var answered = await Ledger.AnswerAsync(id, "yes", "forum:8", Noon, Cancellation);

        Assert.Equal(new Decision(id, "announce", "talk-1", "forum:7", Noon, "abc"), open);
        Assert.True(answered);
        Assert.Null(await Ledger.FindQuestionAsync(id, Cancellation));
        Assert.NotNull(await Ledger.FindQuestionAsync(other, Cancellation));
    }

    [Fact]
    public async Task Of_a_hundred_answers_at_the_same_time_one_counts()
    {
        var id = await Ledger.AskAsync("announce", "talk-1", "forum:7", "abc", Noon, Cancellation);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(
            number => Task.Run(() => Ledger.AnswerAsync(id, "yes", $"forum:{number}", Noon, Cancellation))));

        Assert.Single(answers, won => won);
    }

    [Fact]
    public async Task A_question_that_nobody_asked_is_neither_found_nor_answered()
    {
        Assert.Null(await Ledger.FindQuestionAsync(4711, Cancellation));
        Assert.False(await Ledger.AnswerAsync(4711, "yes", "forum:8", Noon, Cancellation));
    }

    [Fact]
    public async Task Sightings_of_a_kind_are_read_without_those_of_another()
    {
        await Ledger.SeeAsync([("talk", "b"), ("channel", "a")], Noon, Cancellation);
        await Ledger.SeeAsync([("talk", "a")], Noon + Duration.FromHours(1), Cancellation);

        Assert.Equal(
            [new Sighting("talk", "a", Noon + Duration.FromHours(1)), new Sighting("talk", "b", Noon)],
            await Ledger.ReadSightingsAsync("talk", Cancellation));
        Assert.Empty(await Ledger.ReadSightingsAsync("step", Cancellation));
    }
}
