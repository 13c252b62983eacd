using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>The talk starts on 20 January 2027, 10:00 UTC; it is announced on 30 December, 01:00 UTC, in a channel that wants an event and a thread.</summary>
public sealed class EventsAndThreadsTests : IDisposable
{
    private const string Title = "Chinese Immigration and Its Discontents";

    private static readonly Instant Announce = Instant.FromUtc(2026, 12, 30, 1, 0);

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(Announce - Duration.FromHours(1));
    private readonly ManualTimeProvider _machine = new();
    private readonly RecordingCalendar _calendar = new();
    private readonly RecordingPlatform _forum;

    public EventsAndThreadsTests() => _forum = new RecordingPlatform("discord", TimeSpan.FromSeconds(60)) { Calendar = _calendar };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_announcement_opens_a_thread_and_an_event_and_a_reminder_opens_none()
    {
        await using var rig = await AnnouncedAsync(new TalkBuilder());
        _clock.Set(Instant.FromUtc(2027, 1, 13, 1, 0));
        await rig.PassAsync(Cancel);

        Assert.Equal(2, _forum.Taken.Count);
        Assert.Equal([$"event2: {Title} 2027-01-20 10:00", $"thread1: {Title}"], Standing);
        Assert.Equal(["new", "new"], _calendar.Asked);
    }

    [Fact]
    public async Task A_channel_that_did_not_ask_has_neither()
    {
        await using var rig = await StartAsync(new CatalogueBuilder().Channels(CatalogueBuilder.DiscordChannel).With(new TalkBuilder()).Build());
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);

        Assert.Single(_forum.Taken);
        Assert.Empty(_calendar.Asked);
    }

    [Fact]
    public async Task A_move_and_a_new_title_change_what_was_opened()
    {
        await using var rig = await AnnouncedAsync(new TalkBuilder());

        rig.Swap(Of(new TalkBuilder().Titled("Tea").At(2027, 1, 27, 19)));
        await rig.PassAsync(Cancel);
        await rig.PassAsync(Cancel);

        Assert.Equal(["event2: Tea 2027-01-27 10:00", "thread1: Tea"], Standing);
        Assert.Equal(["new", "new", "change", "change"], _calendar.Asked);
    }

    [Fact]
    public async Task What_they_do_not_tell_changes_nothing_of_them()
    {
        await using var rig = await AnnouncedAsync(new TalkBuilder());

        rig.Swap(Of(new TalkBuilder().Summary("Another summary.")));
        await rig.PassAsync(Cancel);

        Assert.Single(_forum.Edits);
        Assert.Equal(["new", "new"], _calendar.Asked);
    }

    [Theory]
    [InlineData(TalkStatus.Cancelled)]
    [InlineData(TalkStatus.Postponed)]
    public async Task An_event_is_called_off_with_its_talk_and_opened_anew_with_it_and_the_thread_stays(TalkStatus off)
    {
        await using var rig = await AnnouncedAsync(new TalkBuilder());

        rig.Swap(Of(new TalkBuilder().Is(off)));
        await rig.PassAsync(Cancel);
        var calledOff = Standing;
        rig.Swap(Of(new TalkBuilder()));
        await rig.PassAsync(Cancel);

        Assert.Equal([$"thread1: {Title}"], calledOff);
        Assert.Equal([$"event3: {Title} 2027-01-20 10:00", $"thread1: {Title}"], Standing);
        Assert.Equal(["new", "new", "off", "new"], _calendar.Asked);
    }

    [Fact]
    public async Task A_talk_without_a_time_has_its_event_once_it_has_one()
    {
        await using var rig = await AnnouncedAsync(new TalkBuilder().ToBeAnnounced().AnnouncedAt(Announce));
        var undated = Standing;

        rig.Swap(Of(new TalkBuilder().AnnouncedAt(Announce)));
        await rig.PassAsync(Cancel);

        Assert.Equal([$"thread1: {Title}"], undated);
        Assert.Equal([$"event2: {Title} 2027-01-20 10:00", $"thread1: {Title}"], Standing);
    }

    [Fact]
    public async Task An_event_of_which_nobody_knows_is_looked_for_before_it_is_made_again()
    {
        _calendar.Answer = order => order.Kind is EffectKind.Event ? new Outcome.Unknown("no answer") : null;
        _calendar.TakesAllTheSame = true;
        await using (await AnnouncedAsync(new TalkBuilder()))
        {
        }

        _calendar.Answer = null;
        await using var rig = await StartAsync(Of(new TalkBuilder()));
        await rig.PassAsync(Cancel);

        Assert.Equal(["new", "new", "look"], _calendar.Asked);
        Assert.Equal([$"event2: {Title} 2027-01-20 10:00", $"thread1: {Title}"], Standing);
    }

    [Fact]
    public async Task A_correction_waits_until_it_is_known_whether_the_event_is_there()
    {
        _calendar.Answer = order => order.Kind is EffectKind.Event ? new Outcome.Unknown("no answer") : null;
        _calendar.TakesAllTheSame = true;
        await using var rig = await AnnouncedAsync(new TalkBuilder());

        rig.Swap(Of(new TalkBuilder().Titled("Tea")));
        await rig.PassAsync(Cancel);
        var doubtful = _forum.Edits.Count;
        _calendar.Answer = null;
        for (var pass = 0; pass < 4; pass++)
        {
            _machine.Advance(TimeSpan.FromMinutes(10));
            await rig.PassAsync(Cancel);
        }

        Assert.Equal(0, doubtful);
        Assert.Single(_forum.Edits);
        Assert.Equal(["event2: Tea 2027-01-20 10:00", "thread1: Tea"], Standing);
    }

    [Fact]
    public async Task A_change_that_was_cut_off_is_made_at_the_next_start()
    {
        await using (var rig = await AnnouncedAsync(new TalkBuilder()))
        {
            _calendar.Answer = _ => new Outcome.NotSent("no route");
            rig.Swap(Of(new TalkBuilder().Titled("Tea")));
            await rig.PassAsync(Cancel);
        }

        _calendar.Answer = null;
        await using var second = await StartAsync(Of(new TalkBuilder().Titled("Tea")));
        await second.PassAsync(Cancel);

        Assert.Equal(["event2: Tea 2027-01-20 10:00", "thread1: Tea"], Standing);
    }

    [Fact]
    public async Task An_event_that_is_refused_leaves_the_post_sent_and_followed()
    {
        _calendar.Answer = order => order.Kind is EffectKind.Event ? new Outcome.Rejected(RejectionScope.Message, "no right", "give it") : null;
        await using var rig = await AnnouncedAsync(new TalkBuilder());

        rig.Swap(Of(new TalkBuilder().Is(TalkStatus.Cancelled)));
        await rig.PassAsync(Cancel);

        Assert.Equal(DeliveryState.Sent, Assert.Single(rig.Index.Rows).State);
        Assert.Single(_forum.Edits);
        Assert.Equal(["new", "new"], _calendar.Asked);
    }

    [Fact]
    public async Task Nothing_is_changed_once_the_talk_has_begun()
    {
        await using var rig = await AnnouncedAsync(new TalkBuilder());
        _clock.Set(Instant.FromUtc(2027, 1, 20, 10, 30));
        await rig.PassAsync(Cancel);

        rig.Swap(Of(new TalkBuilder().Titled("Tea")));
        await rig.PassAsync(Cancel);

        Assert.Equal([$"event2: {Title} 2027-01-20 10:00", "thread1: Tea"], Standing);
    }

    private IReadOnlyList<string> Standing => [.. _calendar.Standing.Select(entry => $"{entry.Key}: {entry.Value}")];

    private static TalkCatalogue Of(TalkBuilder talk) =>
        new CatalogueBuilder().Channels(CatalogueBuilder.DiscordChannel with { OpensEvent = true, OpensThread = true }).With(talk).Build();

    private async Task<DeliveryRig> AnnouncedAsync(TalkBuilder talk)
    {
        var rig = await StartAsync(Of(talk));
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        Assert.Single(_forum.Taken);
        return rig;
    }

    private Task<DeliveryRig> StartAsync(TalkCatalogue catalogue) => DeliveryRig.StartAsync(_folder, catalogue, _clock, _machine, Cancel, _forum);
}
