using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Following;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>A talk without a date is announced on 30 December 2026, 01:00 UTC; then its date comes.</summary>
public sealed class NoticePassTests : IDisposable
{
    private const string Talk = "Asian Talk 176: Chinese Immigration and Its Discontents";
    private const string January = "Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)";
    private const string February = "Wednesday, 3 February 2027, 19:00 (Tokyo, UTC+9)";

    private static readonly Instant Announce = Instant.FromUtc(2026, 12, 30, 1, 0);

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(Announce - Duration.FromHours(1));
    private readonly ManualTimeProvider _machine = new();
    private readonly RecordingPlatform _forum = new("discord", TimeSpan.FromSeconds(60));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task When_the_date_comes_the_post_is_edited_at_once_and_one_notice_follows_after_a_quiet_minute()
    {
        await using var rig = await AnnouncedAsync();

        rig.Swap(Dated());
        var instants = await rig.PassAsync(Cancel);
        var atOnce = (Edits: _forum.Edits.Count, Posts: _forum.Taken.Count);
        await QuietMinuteAsync(rig);
        await QuietMinuteAsync(rig);

        Assert.Equal((1, 1), atOnce);
        Assert.Contains(Announce + Duration.FromMinutes(1), instants);
        Assert.Equal([("1", $"{Talk} · {January}")], _forum.Edits);
        Assert.Equal([$"{Talk} · Date to be announced", $"Date set: {Talk} · {January}"], _forum.Taken);
    }

    [Fact]
    public async Task A_date_that_is_corrected_within_the_minute_is_told_once()
    {
        await using var rig = await AnnouncedAsync();
        rig.Swap(Dated());
        await rig.PassAsync(Cancel);

        _clock.Advance(Duration.FromSeconds(50));
        rig.Swap(Of(Builder().At(2027, 2, 3, 19)));
        await rig.PassAsync(Cancel);
        _clock.Advance(Duration.FromSeconds(50));
        await rig.PassAsync(Cancel);
        var early = _forum.Taken.Count;
        _clock.Advance(Duration.FromSeconds(10));
        await rig.PassAsync(Cancel);
        await QuietMinuteAsync(rig);

        Assert.Equal(1, early);
        Assert.Equal([$"Date set: {Talk} · {February}"], _forum.Taken.Skip(1));
        Assert.Equal([$"{Talk} · {January}", $"{Talk} · {February}"], _forum.Edits.Select(edit => edit.Text));
    }

    [Fact]
    public async Task A_date_that_is_taken_back_and_set_again_is_told_once()
    {
        await using var rig = await AnnouncedAsync();
        foreach (var catalogue in new[] { Dated(), Of(Builder()), Dated() })
        {
            rig.Swap(catalogue);
            await rig.PassAsync(Cancel);
            await QuietMinuteAsync(rig);
        }

        await QuietMinuteAsync(rig);

        Assert.Equal([$"Date set: {Talk} · {January}"], _forum.Taken.Skip(1));
        Assert.Equal(3, _forum.Edits.Count);
    }

    [Fact]
    public async Task A_restart_in_the_quiet_minute_loses_no_notice_and_doubles_none()
    {
        await using (var before = await AnnouncedAsync())
        {
            before.Swap(Dated());
            await before.PassAsync(Cancel);
        }

        await using (var between = await StartAsync(Dated()))
        {
            await between.PassAsync(Cancel);
            await QuietMinuteAsync(between);
        }

        await using var rig = await StartAsync(Dated());
        await rig.PassAsync(Cancel);
        await QuietMinuteAsync(rig);

        Assert.Equal(2, _forum.Taken.Count);
        Assert.Single(_forum.Edits);
    }

    [Fact]
    public async Task Reminders_that_were_due_when_the_date_came_are_told_by_the_notice_and_later_ones_are_sent()
    {
        await using var rig = await AnnouncedAsync();

        // The week-before reminder, at 10:00 seven days before, was due a quarter of an hour ago.
        _clock.Set(Instant.FromUtc(2027, 1, 13, 1, 15));
        rig.Swap(Dated());
        await rig.PassAsync(Cancel);
        await QuietMinuteAsync(rig);
        await QuietMinuteAsync(rig);
        var week = _forum.Taken.ToList();
        _clock.Set(Instant.FromUtc(2027, 1, 19, 1, 0));
        await rig.PassAsync(Cancel);

        Assert.Equal([$"{Talk} · Date to be announced", $"Date set: {Talk} · {January}"], week);
        Assert.Equal(3, _forum.Taken.Count);
        Assert.StartsWith("In 33 hours: ", _forum.Taken[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_that_surely_was_not_sent_is_tried_again()
    {
        await using var rig = await AnnouncedAsync();
        rig.Swap(Dated());
        await rig.PassAsync(Cancel);
        _forum.Answer = _ => new Outcome.NotSent("no route");
        await QuietMinuteAsync(rig);
        _forum.Answer = null;

        _machine.Advance(Retries.FirstDelay);
        await rig.PassAsync(Cancel);
        await QuietMinuteAsync(rig);

        Assert.Equal(2, _forum.Taken.Count);
        Assert.Null(rig.Retries.Next());
    }

    [Fact]
    public async Task A_notice_of_which_nobody_knows_whether_it_was_taken_is_not_sent_twice()
    {
        await using var rig = await AnnouncedAsync();
        rig.Swap(Dated());
        await rig.PassAsync(Cancel);
        _forum.Answer = order =>
        {
            _forum.Take(order);
            return new Outcome.Unknown("timeout");
        };
        await QuietMinuteAsync(rig);
        _forum.Answer = null;

        _machine.Advance(TimeSpan.FromSeconds(61));
        await rig.PassAsync(Cancel);
        await QuietMinuteAsync(rig);

        Assert.Equal(2, _forum.Taken.Count);
        Assert.Equal(DeliveryState.Unknown, rig.Index.Rows.Single(row => row.Key.Kind is DeliveryKind.Notice).State);
    }

    [Fact]
    public async Task A_deleted_announcement_does_not_keep_the_notice_away()
    {
        await using var rig = await AnnouncedAsync();
        _forum.EditAnswer = _ => new Outcome.Rejected(RejectionScope.Message, "unknown message", "it was deleted");

        rig.Swap(Dated());
        await rig.PassAsync(Cancel);
        await QuietMinuteAsync(rig);

        Assert.Equal(2, _forum.Taken.Count);
    }

    [Fact]
    public async Task A_test_channel_gets_no_notice_by_itself()
    {
        await using var rig = await AnnouncedAsync();

        rig.Swap(Dated() with { Channels = [CatalogueBuilder.DiscordChannel with { IsTest = true }] });
        await rig.PassAsync(Cancel);
        await QuietMinuteAsync(rig);

        Assert.Single(_forum.Taken);
        Assert.Single(_forum.Edits);
    }

    private static TalkBuilder Builder() => new TalkBuilder().ToBeAnnounced().AnnouncedAt(Announce);

    private static TalkCatalogue Dated() => Of(Builder().At(2027, 1, 20, 19));

    private static TalkCatalogue Of(TalkBuilder talk) => new CatalogueBuilder().Channels(CatalogueBuilder.DiscordChannel).With(talk).Build();

    private async Task QuietMinuteAsync(DeliveryRig rig)
    {
        _clock.Advance(Notices.QuietTime);
        await rig.PassAsync(Cancel);
    }

    private async Task<DeliveryRig> AnnouncedAsync(TalkBuilder? talk = null)
    {
        var rig = await StartAsync(Of(talk ?? Builder()));
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        Assert.Single(_forum.Taken);
        return rig;
    }

    private Task<DeliveryRig> StartAsync(TalkCatalogue catalogue) => DeliveryRig.StartAsync(_folder, catalogue, _clock, _machine, Cancel, _forum);
}
