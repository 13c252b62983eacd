using BotHost.Announcements.Delivery.Following;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>A talk on 20 January 2027, 10:00 UTC, is announced on 30 December 2026, 01:00 UTC; then it is moved or called off.</summary>
public sealed class MovedTalkTests : IDisposable
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

    private static TalkCatalogue First => Of(new TalkBuilder());

    private static TalkCatalogue Second => Of(new TalkBuilder().At(2027, 2, 3, 19));

    private static TalkCatalogue Cancelled => Of(new TalkBuilder().Is(TalkStatus.Cancelled));

    private IEnumerable<string> AfterTheAnnouncement => _forum.Taken.Skip(1);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_move_is_edited_at_once_and_told_once_after_a_quiet_minute()
    {
        await using var rig = await AnnouncedAsync();

        rig.Swap(Second);
        var instants = await rig.PassAsync(Cancel);
        var atOnce = (Edits: _forum.Edits.Count, Posts: _forum.Taken.Count);
        await QuietMinuteAsync(rig);
        await QuietMinuteAsync(rig);

        Assert.Equal((1, 1), atOnce);
        Assert.Contains(Announce + Duration.FromMinutes(1), instants);
        Assert.Equal([$"{Talk} · {February}"], _forum.Edits.Select(edit => edit.Text));
        Assert.Equal([$"New date: {Talk} · {February}"], AfterTheAnnouncement);
    }

    [Fact]
    public async Task A_move_that_is_taken_back_while_its_notice_waits_for_its_turn_is_not_told()
    {
        await using var rig = await AnnouncedAsync();
        rig.Swap(Second);
        await rig.PassAsync(Cancel);
        _forum.InTurn = () => rig.Swap(First);
        await QuietMinuteAsync(rig);
        _forum.InTurn = null;
        await QuietMinuteAsync(rig);

        Assert.Empty(AfterTheAnnouncement);
    }

    [Fact]
    public async Task A_move_that_is_taken_back_within_the_minute_is_not_told_and_one_that_was_told_is()
    {
        await using var rig = await AnnouncedAsync();
        rig.Swap(Second);
        await rig.PassAsync(Cancel);
        _clock.Advance(Duration.FromSeconds(50));
        rig.Swap(First);
        await rig.PassAsync(Cancel);
        await QuietMinuteAsync(rig);
        var takenBack = _forum.Taken.Count;

        foreach (var catalogue in new[] { Second, First, Second })
        {
            rig.Swap(catalogue);
            await rig.PassAsync(Cancel);
            await QuietMinuteAsync(rig);
            await QuietMinuteAsync(rig);
        }

        Assert.Equal(1, takenBack);
        Assert.Equal([$"New date: {Talk} · {February}", $"New date: {Talk} · {January}", $"New date: {Talk} · {February}"], AfterTheAnnouncement);
    }

    [Fact]
    public async Task A_cancellation_is_told_once_nothing_reminds_of_the_talk_and_its_return_is_told_too()
    {
        await using var rig = await AnnouncedAsync();
        rig.Swap(Cancelled);
        await rig.PassAsync(Cancel);
        await QuietMinuteAsync(rig);
        await QuietMinuteAsync(rig);
        _clock.Set(Instant.FromUtc(2027, 1, 13, 1, 0));
        await rig.PassAsync(Cancel);
        var cancelled = AfterTheAnnouncement.ToList();

        rig.Swap(First);
        await rig.PassAsync(Cancel);
        await QuietMinuteAsync(rig);
        await QuietMinuteAsync(rig);
        _clock.Set(Instant.FromUtc(2027, 1, 19, 1, 0));
        await rig.PassAsync(Cancel);

        Assert.Equal([$"Cancelled: {Talk} · {January}"], cancelled);
        Assert.Equal($"Takes place after all: {Talk} · {January}", AfterTheAnnouncement.ElementAt(1));
        // The reminder of a week before was due when the talk came back: the notice told it.
        Assert.Equal($"In 33 hours: {Talk} · {January}", Assert.Single(AfterTheAnnouncement.Skip(2)));
    }

    [Theory]
    [InlineData(TalkStatus.Cancelled, "Cancelled: ", "Takes place after all, on a new date: ")]
    [InlineData(TalkStatus.Postponed, "Postponed: ", "New date: ")]
    public async Task A_talk_that_was_called_off_and_comes_back_on_another_day_says_both(TalkStatus status, string off, string back)
    {
        await using var rig = await AnnouncedAsync();
        rig.Swap(Of(new TalkBuilder().Is(status)));
        await rig.PassAsync(Cancel);
        await QuietMinuteAsync(rig);
        await QuietMinuteAsync(rig);

        rig.Swap(Second);
        await rig.PassAsync(Cancel);
        await QuietMinuteAsync(rig);
        await QuietMinuteAsync(rig);

        Assert.Equal(2, AfterTheAnnouncement.Count());
        Assert.StartsWith($"{off}{Talk}", AfterTheAnnouncement.First(), StringComparison.Ordinal);
        Assert.Equal($"{back}{Talk} · {February}", AfterTheAnnouncement.Last());
    }

    [Fact]
    public async Task Steps_that_were_due_under_the_new_start_are_told_by_the_notice_and_stand_in_the_ledger()
    {
        await using var rig = await AnnouncedAsync();

        // The week-before reminder of 19 January was due a quarter of an hour ago.
        _clock.Set(Instant.FromUtc(2027, 1, 12, 1, 15));
        rig.Swap(Of(new TalkBuilder().At(2027, 1, 19, 19)));
        await rig.PassAsync(Cancel);
        await QuietMinuteAsync(rig);
        await QuietMinuteAsync(rig);
        _clock.Set(Instant.FromUtc(2027, 1, 13, 1, 0));
        await rig.PassAsync(Cancel);
        var afterOldReminder = AfterTheAnnouncement.ToList();
        _clock.Set(Instant.FromUtc(2027, 1, 18, 1, 0));
        await rig.PassAsync(Cancel);

        Assert.Equal([$"New date: {Talk} · Tuesday, 19 January 2027, 19:00 (Tokyo, UTC+9)"], afterOldReminder);
        Assert.Equal(3, _forum.Taken.Count);
        Assert.StartsWith("In 33 hours: ", _forum.Taken[2], StringComparison.Ordinal);
        Assert.Equal(
            (DeliveryState.Skipped, "told by the notice"),
            rig.Index.Rows.Where(row => row.Key.Step == "week-before").Select(row => (row.State, row.Reason)).Single());
    }

    [Fact]
    public async Task A_restart_in_the_quiet_minute_or_after_the_notice_loses_none_and_doubles_none()
    {
        await using (var before = await AnnouncedAsync())
        {
            before.Swap(Second);
            await before.PassAsync(Cancel);
        }

        await using (var between = await StartAsync(Second))
        {
            await between.PassAsync(Cancel);
            await QuietMinuteAsync(between);
        }

        await using var rig = await StartAsync(Second);
        await rig.PassAsync(Cancel);
        await QuietMinuteAsync(rig);

        Assert.Equal([$"New date: {Talk} · {February}"], AfterTheAnnouncement);
        Assert.Single(_forum.Edits);
    }

    [Fact]
    public async Task A_notice_that_was_taken_without_an_answer_counts_as_told_once_it_is_found_and_the_way_back_is_told()
    {
        await using (var rig = await AnnouncedAsync())
        {
            rig.Swap(Second);
            await rig.PassAsync(Cancel);
            _forum.Answer = order =>
            {
                _forum.Take(order);
                return new Outcome.Unknown("timeout");
            };
            await QuietMinuteAsync(rig);
        }

        _forum.Answer = null;
        _forum.History = _ => new LookUp.Found("2");
        _machine.Advance(TimeSpan.FromSeconds(61));
        await using var again = await StartAsync(First);
        await again.PassAsync(Cancel);
        await QuietMinuteAsync(again);
        await QuietMinuteAsync(again);

        Assert.Equal([$"New date: {Talk} · {February}", $"New date: {Talk} · {January}"], AfterTheAnnouncement);
    }

    [Fact]
    public async Task A_notice_that_came_back_is_given_up_when_the_move_is_taken_back_and_sent_when_it_is_made_again()
    {
        await using var rig = await AnnouncedAsync();
        rig.Swap(Second);
        await rig.PassAsync(Cancel);
        _forum.Answer = _ => new Outcome.NotSent("no route");
        await QuietMinuteAsync(rig);
        _forum.Answer = null;

        rig.Swap(First);
        await rig.PassAsync(Cancel);
        var givenUp = rig.Index.Rows.Where(row => row.Key.Kind is DeliveryKind.Notice).Select(row => (row.State, row.Reason)).Single();
        rig.Swap(Second);
        await rig.PassAsync(Cancel);
        await QuietMinuteAsync(rig);
        await QuietMinuteAsync(rig);

        Assert.Equal((DeliveryState.Skipped, "no longer planned: nobody needs the notice any more; it could not be sent before: no route"), givenUp);
        Assert.Equal([$"New date: {Talk} · {February}"], AfterTheAnnouncement);
        Assert.Null(rig.Retries.Next());
    }

    [Fact]
    public async Task What_an_older_version_moved_silently_is_not_told_afterwards_and_the_next_move_is()
    {
        await using (var rig = await AnnouncedAsync())
        {
            rig.Swap(Second);
            await rig.PassAsync(Cancel);
        }

        ForgetWhatOlderVersionsDidNotWrite();
        await using var upgraded = await StartAsync(Second);
        await upgraded.PassAsync(Cancel);
        await QuietMinuteAsync(upgraded);
        await QuietMinuteAsync(upgraded);
        var afterTheUpgrade = (_forum.Taken.Count, _forum.Edits.Count);
        upgraded.Swap(First);
        await upgraded.PassAsync(Cancel);
        await QuietMinuteAsync(upgraded);

        Assert.Equal((1, 1), afterTheUpgrade);
        Assert.Equal([$"New date: {Talk} · {January}"], AfterTheAnnouncement);
    }

    [Fact]
    public async Task A_channel_where_the_talk_was_not_announced_gets_no_notice()
    {
        await using var rig = await AnnouncedAsync();
        var other = CatalogueBuilder.DiscordChannel with { Id = new ChannelId("other"), Address = new ChannelAddress(CatalogueBuilder.Discord, "910000000000000009") };

        rig.Swap(Second with { Channels = [CatalogueBuilder.DiscordChannel, other] });
        await rig.PassAsync(Cancel);
        await QuietMinuteAsync(rig);

        Assert.Equal([CatalogueBuilder.DiscordChannelAddress], rig.Index.Rows.Where(row => row.Key.Kind is DeliveryKind.Notice).Select(row => row.Key.Address.Id));
    }

    private static TalkCatalogue Of(TalkBuilder talk) => new CatalogueBuilder().Channels(CatalogueBuilder.DiscordChannel).With(talk).Build();

    private void ForgetWhatOlderVersionsDidNotWrite()
    {
        using var connection = new SqliteConnection($"Data Source={Directory.EnumerateFiles(_folder["data"], "*.db").Single()};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            UPDATE deliveries SET facts_hash = 'older',
                facts = replace(replace(facts, ',"status":"confirmed","told":0', ''), '"instant":"2027-02-03T10:00:00Z",', '')
            WHERE facts LIKE '%"told":0%' AND facts LIKE '%"instant":"2027-02-03T10:00:00Z"%'
            """;
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private async Task QuietMinuteAsync(DeliveryRig rig)
    {
        _clock.Advance(Notices.QuietTime);
        await rig.PassAsync(Cancel);
    }

    private async Task<DeliveryRig> AnnouncedAsync()
    {
        var rig = await StartAsync(First);
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        Assert.Single(_forum.Taken);
        return rig;
    }

    private Task<DeliveryRig> StartAsync(TalkCatalogue catalogue) => DeliveryRig.StartAsync(_folder, catalogue, _clock, _machine, Cancel, _forum);
}
