using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>
/// Pins, events and threads that come back while their talk changes. The talk starts on 20 January 2027, 10:00 UTC; it is announced on 30 December, 01:00 UTC,
/// in a channel that wants all three.
/// </summary>
public sealed class OrnamentRetryTests : IDisposable
{
    private const string Event = "Chinese Immigration and Its Discontents 2027-01-20 10:00";

    private static readonly Instant Announce = Instant.FromUtc(2026, 12, 30, 1, 0);

    private static readonly Outcome NoRoute = new Outcome.NotSent("no route");

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(Announce - Duration.FromHours(1));
    private readonly ManualTimeProvider _machine = new();
    private readonly RecordingCalendar _calendar = new();
    private readonly RecordingPlatform _forum;

    public OrnamentRetryTests() => _forum = new RecordingPlatform("discord", TimeSpan.FromSeconds(60)) { Calendar = _calendar };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static TalkCatalogue Confirmed => Of(new TalkBuilder());

    private static TalkCatalogue Cancelled => Of(new TalkBuilder().Is(TalkStatus.Cancelled));

    private IReadOnlyList<string> Events => [.. _calendar.Standing.Where(entry => entry.Key.StartsWith("event", StringComparison.Ordinal)).Select(entry => entry.Value)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_event_that_was_called_off_before_its_post_was_edited_is_opened_again_when_the_talk_is_back()
    {
        await using var rig = await AnnouncedAsync();
        _forum.EditAnswer = _ => NoRoute;
        rig.Swap(Cancelled);
        await PassLaterAsync(rig);
        var off = Events;
        _forum.EditAnswer = null;

        rig.Swap(Confirmed);
        await PassLaterAsync(rig);
        await PassLaterAsync(rig);

        Assert.Empty(off);
        Assert.Equal([Event], Events);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_talk_that_comes_back_while_nobody_knows_whether_its_event_was_called_off_has_one_event(bool wasTaken)
    {
        await using var rig = await AnnouncedAsync();
        _calendar.Answer = order => order.Payload.Length == 0 ? new Outcome.Unknown("no answer") : null;
        _calendar.TakesAllTheSame = wasTaken;
        rig.Swap(Cancelled);
        await PassLaterAsync(rig);
        rig.Swap(Confirmed);
        await PassLaterAsync(rig);
        _calendar.Answer = null;

        for (var pass = 0; pass < 4; pass++)
        {
            await PassLaterAsync(rig);
        }

        Assert.Equal([Event], Events);
        Assert.All(Assert.Single(rig.Index.Rows, row => row.Key.Kind is DeliveryKind.Step).Ornaments, effect => Assert.Equal(DeliveryState.Sent, effect.State));
    }

    [Fact]
    public async Task An_event_is_called_off_although_its_post_cannot_be_pinned()
    {
        _forum.PinAnswer = _ => new Outcome.Unknown("503");
        await using var rig = await AnnouncedAsync();
        await PassLaterAsync(rig);
        var opened = Events;

        rig.Swap(Cancelled);
        await PassLaterAsync(rig);

        Assert.Equal([Event], opened);
        Assert.Empty(Events);
    }

    [Fact]
    public async Task A_pin_rests_while_its_talk_is_called_off_and_goes_on_with_it()
    {
        _forum.PinAnswer = _ => NoRoute;
        await using var rig = await AnnouncedAsync();
        rig.Swap(Cancelled);
        await PassLaterAsync(rig);
        var tried = _forum.Pins.Count;
        _forum.PinAnswer = null;
        await PassLaterAsync(rig);
        var whileOff = _forum.Pins.Count;

        rig.Swap(Confirmed);
        await PassLaterAsync(rig);

        Assert.Equal(1, tried);
        Assert.Equal(1, whileOff);
        Assert.Equal(["+1", "+1"], _forum.Pins);
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("vanished")]
    public async Task No_event_is_opened_for_a_talk_that_is_a_draft_again_or_gone(string how)
    {
        _calendar.Answer = _ => NoRoute;
        await using var rig = await AnnouncedAsync();
        _calendar.Answer = null;

        rig.Swap(how == "draft" ? Of(new TalkBuilder().Is(TalkStatus.Draft)) : Of());
        await PassLaterAsync(rig);
        var meanwhile = Events;
        rig.Swap(Confirmed);
        await PassLaterAsync(rig);

        Assert.Empty(meanwhile);
        Assert.Equal([Event], Events);
    }

    [Fact]
    public async Task What_could_not_be_done_is_given_up_when_the_talk_is_over()
    {
        _forum.PinAnswer = _ => NoRoute;
        _calendar.Answer = _ => NoRoute;
        await using var rig = await AnnouncedAsync();
        await PassLaterAsync(rig);

        _clock.Set(Instant.FromUtc(2027, 3, 20, 10, 0));
        await PassLaterAsync(rig);
        var (pins, asked) = (_forum.Pins.Count, _calendar.Asked.Count);
        await PassLaterAsync(rig);
        await PassLaterAsync(rig);

        Assert.Equal((2, 4), (pins, asked));
        Assert.Equal((2, 4), (_forum.Pins.Count, _calendar.Asked.Count));
        Assert.All(
            Assert.Single(rig.Index.Rows, row => row.State is DeliveryState.Sent && row.Key.Kind is DeliveryKind.Step).Ornaments,
            effect => Assert.Equal(DeliveryState.Failed, effect.State));
        Assert.Null(rig.Retries.Next());
    }

    private static TalkCatalogue Of(params TalkBuilder[] talks) => new CatalogueBuilder()
        .Channels(CatalogueBuilder.DiscordChannel with { Pin = true, OpensEvent = true, OpensThread = true })
        .With([.. talks, new TalkBuilder("other").At(2028, 1, 20, 19)])
        .Build();

    private async Task PassLaterAsync(DeliveryRig rig)
    {
        _machine.Advance(TimeSpan.FromMinutes(10));
        await rig.PassAsync(Cancel);
    }

    private async Task<DeliveryRig> AnnouncedAsync()
    {
        var rig = await DeliveryRig.StartAsync(_folder, Confirmed, _clock, _machine, Cancel, _forum);
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        Assert.Single(_forum.Taken);
        return rig;
    }
}
