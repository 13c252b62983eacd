using BotHost.Announcements.Talks;
using NodaTime;
using Xunit;

namespace BotHost.TestKit.Ledgers;

public abstract partial class LedgerContract
{
    private static TalkOverride Moved => new(new TalkId("asian-talk-176"), "start", "2027-01-20 19:00", "2027-01-21 19:00", "discord:1", Noon);

    [Fact]
    public async Task A_moderators_change_is_remembered_with_what_it_replaced()
    {
        var added = Moved with { Field = "subtitle", ReplacedValue = null, Value = "with slides" };
        await Ledger.OverrideAsync(Moved, Cancellation);
        await Ledger.OverrideAsync(added, Cancellation);

        Assert.Equal([Moved, added], await Ledger.ReadOverridesAsync(Cancellation));
    }

    [Fact]
    public async Task A_second_change_of_a_field_takes_the_place_of_the_first()
    {
        var second = Moved with { Value = "2027-01-22 19:00", MadeBy = "telegram:2", MadeAt = Noon + Duration.FromHours(1) };
        await Ledger.OverrideAsync(Moved, Cancellation);
        await Ledger.OverrideAsync(second, Cancellation);

        Assert.Equal([second], await Ledger.ReadOverridesAsync(Cancellation));
    }

    [Fact]
    public async Task A_change_that_was_ended_is_gone_and_ends_once()
    {
        await Ledger.OverrideAsync(Moved, Cancellation);

        var first = await Ledger.EndOverrideAsync(Moved.Talk, "start", Cancellation);
        var again = await Ledger.EndOverrideAsync(Moved.Talk, "start", Cancellation);

        Assert.Equal((true, false), (first, again));
        Assert.Empty(await Ledger.ReadOverridesAsync(Cancellation));
    }
}
