using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Reports;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Announcements.Tests.Reports;

public sealed class ShortfallsTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 1, 1, 0, 0);

    public static TheoryData<string, DeliveryState, string, string> Table => new()
    {
        { "sent as planned", DeliveryState.Sent, "", "" },
        { "a correction was not taken", DeliveryState.Sent, "the post has another shape", "stays as it was posted: the post has another shape" },
        { "refused", DeliveryState.Failed, "too odd; shorten it", "refused: too odd; shorten it" },
        { "too late", DeliveryState.Skipped, "too late", "not posted: too late" },
        { "could not be sent in time", DeliveryState.Skipped, "too late; it could not be sent in time: no route", "not posted: too late; it could not be sent in time: no route" },
        { "quiet hours", DeliveryState.Skipped, "quiet hours until it was too late", "not posted: quiet hours until it was too late" },
        { "a digest in a silence", DeliveryState.Skipped, "was due while the bot was silent", "not posted: was due while the bot was silent" },
        { "another step told it", DeliveryState.Skipped, "told by announce", "" },
        { "the notice told it", DeliveryState.Skipped, "told by the notice", "" },
        { "the link was there", DeliveryState.Skipped, "the link was there when the talk came", "" },
        { "nothing to tell", DeliveryState.Skipped, "nothing is ahead", "" },
        { "a moderator declined it", DeliveryState.Skipped, "declined by discord:1", "" },
        { "a moderator left it out", DeliveryState.Skipped, "left out by discord:1", "" },
        { "a moderator holds it", DeliveryState.Held, "held by discord:1", "" },
        { "it has a question of its own for approval", DeliveryState.Held, "waits for a moderator's approval", "" },
        { "it has a question of its own for silence", DeliveryState.Held, "was due while the bot was silent for 30 hours; a moderator releases it", "" },
        { "held for another reason", DeliveryState.Held, "because", "held: because" },
        { "it has a question of its own for doubt", DeliveryState.Unknown, "no answer", "" },
        { "still tried", DeliveryState.Retry, "no route", "" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void What_cost_members_something_is_worth_a_word_and_nothing_else(string why, DeliveryState state, string reason, string expected)
    {
        var found = Shortfalls.OfRows(Names, [Row(state, reason)], Now).Select(shortfall => shortfall.Line);

        Assert.True(string.Join('|', found) == (expected.Length == 0 ? "" : $"announce of talk-1 in news: {expected}"), $"{why}: {string.Join('|', found)}");
    }

    [Theory]
    [InlineData(EffectKind.Pin, DeliveryState.Failed, "may not pin", "posted, but not pinned: may not pin")]
    [InlineData(EffectKind.Publish, DeliveryState.Failed, "no such channel", "posted, but not published: no such channel")]
    [InlineData(EffectKind.Pin, DeliveryState.Failed, "a later post has taken its place; nothing is to be done", "")]
    [InlineData(EffectKind.Pin, DeliveryState.Retry, "no route", "")]
    [InlineData(EffectKind.Pin, DeliveryState.Sent, "", "")]
    public void A_failed_ornament_of_a_sent_post_is_worth_a_word(EffectKind kind, DeliveryState state, string reason, string expected)
    {
        var effect = Ornament(kind, reason) with { State = state };

        var found = Shortfalls.OfRows(Names, [Row(DeliveryState.Sent, "") with { Effects = [effect] }], Now).Select(shortfall => shortfall.Line);

        Assert.Equal(expected.Length == 0 ? [] : [$"announce of talk-1 in news: {expected}"], found);
    }

    [Fact]
    public void A_pin_that_failed_is_told_and_not_that_the_one_before_stays_pinned_as_it_should()
    {
        var row = Row(DeliveryState.Sent, "") with
        {
            Effects = [Ornament(EffectKind.Pin, "may not pin"), Ornament(EffectKind.Unpin, "nothing was pinned in its place"), Ornament(EffectKind.Thread, "may not open")],
        };

        var found = Shortfalls.OfRows(Names, [row], Now).Select(shortfall => shortfall.Line);

        Assert.Equal(["announce of talk-1 in news: posted, but not pinned: may not pin", "announce of talk-1 in news: posted, but no thread: may not open"], found);
    }

    [Fact]
    public void What_is_a_week_old_and_what_went_to_a_test_channel_is_not()
    {
        var old = Row(DeliveryState.Failed, "too odd") with { ChangedAt = Now - Duration.FromDays(8) };
        var test = new PostNames(new CatalogueBuilder().Channels(CatalogueBuilder.TelegramChannel with { IsTest = true }).Build());

        Assert.Empty(Shortfalls.OfRows(Names, [old], Now));
        Assert.Empty(Shortfalls.OfRows(test, [Row(DeliveryState.Failed, "too odd")], Now));
    }

    private static PostNames Names => new(new CatalogueBuilder().Build());

    private static EffectRow Ornament(EffectKind kind, string reason) => new()
    {
        Kind = kind, Part = 1, Attempt = 1, State = DeliveryState.Failed, Reason = reason, Payload = "", PayloadHash = "", Owner = "me", FirstClaimedAt = Now, ClaimedAt = Now,
    };

    private static DeliveryRow Row(DeliveryState state, string reason) => new()
    {
        Id = 1,
        Key = new DeliveryKey(DeliveryKind.Step, "talk-1", "announce", "", CatalogueBuilder.TelegramChannel.Target),
        State = state,
        Reason = reason,
        DueAt = Now,
        ChangedAt = Now,
    };
}
