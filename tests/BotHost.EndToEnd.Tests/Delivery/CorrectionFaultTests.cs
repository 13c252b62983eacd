using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>
/// Corrections that are cut off, and posts whose talk changes while half of them is out. The talk starts on 20 January 2027, 10:00 UTC; it is announced on
/// 30 December, 01:00 UTC.
/// </summary>
public sealed class CorrectionFaultTests : IDisposable
{
    private const string Title = "Chinese Immigration and Its Discontents";

    private static readonly Instant Announce = Instant.FromUtc(2026, 12, 30, 1, 0);
    private static readonly Instant WeekBefore = Instant.FromUtc(2027, 1, 13, 1, 0);

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(Announce - Duration.FromHours(1));
    private readonly ManualTimeProvider _machine = new();
    private readonly RecordingPlatform _forum = new("discord", TimeSpan.FromSeconds(60)) { Words = TitleOf };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Broken", "Tea")]
    [InlineData("Tea", "Broken")]
    public async Task A_post_that_cannot_be_composed_keeps_no_other_from_being_corrected(string one, string other)
    {
        await using var rig = await StartAsync(Of(new TalkBuilder(), Second("Second")));
        await AnnounceAsync(rig);
        _forum.Words = post => TitleOf(post) is "Broken" ? throw new InvalidOperationException("a fault of the bot") : TitleOf(post);

        rig.Swap(Of(new TalkBuilder().Titled(one), Second(other)));
        await rig.PassAsync(Cancel);
        var first = _forum.Edits.Select(edit => edit.Text).ToList();
        _forum.Words = TitleOf;
        _machine.Advance(TimeSpan.FromMinutes(10));
        await rig.PassAsync(Cancel);

        Assert.Equal(["Tea"], first);
        Assert.Equal(["Tea", "Broken"], _forum.Edits.Select(edit => edit.Text));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_talk_that_is_changed_back_before_its_correction_was_answered_is_edited_back(bool restart)
    {
        var rig = await StartAsync(Of(new TalkBuilder()));
        await AnnounceAsync(rig);
        _forum.EditAnswer = order =>
        {
            _forum.Change(order);
            return new Outcome.Unknown("no answer");
        };
        rig.Swap(Of(new TalkBuilder().Titled("Tea")));
        await rig.PassAsync(Cancel);
        _forum.EditAnswer = null;

        if (restart)
        {
            await rig.DisposeAsync();
            rig = await StartAsync(Of(new TalkBuilder()));
        }

        rig.Swap(Of(new TalkBuilder()));
        _machine.Advance(TimeSpan.FromMinutes(10));
        await rig.PassAsync(Cancel);
        await rig.PassAsync(Cancel);
        await rig.DisposeAsync();

        Assert.Equal(["Tea", Title], _forum.Edits.Select(edit => edit.Text));
    }

    [Fact]
    public async Task A_talk_that_is_changed_back_between_two_edits_has_both_messages_as_they_were()
    {
        _forum.Following = post => [$"2 {TitleOf(post)}"];
        await using var rig = await StartAsync(Of(new TalkBuilder()));
        await AnnounceAsync(rig);
        _forum.EditAnswer = order => order.Receipt == "2" ? new Outcome.NotSent("no route") : null!;
        rig.Swap(Of(new TalkBuilder().Titled("Tea")));
        await rig.PassAsync(Cancel);
        _forum.EditAnswer = null;

        rig.Swap(Of(new TalkBuilder()));
        _machine.Advance(TimeSpan.FromMinutes(10));
        await rig.PassAsync(Cancel);

        Assert.Equal([("1", "Tea"), ("1", Title), ("2", $"2 {Title}")], _forum.Edits);
    }

    [Fact]
    public async Task A_post_of_which_half_is_out_while_its_talk_changes_is_brought_to_its_end_and_then_corrected()
    {
        _forum.Following = post => [$"2 {TitleOf(post)}"];
        await using var rig = await StartAsync(Of(new TalkBuilder()));
        _forum.Answer = order => order.Payload[0] == '2' ? new Outcome.NotSent("no route") : null!;
        await AnnounceAsync(rig);
        _forum.Answer = null;

        rig.Swap(Of(new TalkBuilder().Titled("Tea")));
        _machine.Advance(TimeSpan.FromMinutes(10));
        await rig.PassAsync(Cancel);

        Assert.Equal([Title, $"2 {Title}"], _forum.Taken);
        Assert.Equal([("1", "Tea"), ("2", "2 Tea")], _forum.Edits);
    }

    [Fact]
    public async Task A_post_of_which_half_is_out_says_so_while_it_is_not_planned_and_goes_on_with_the_plan()
    {
        _forum.Following = post => [$"2 {TitleOf(post)}"];
        await using var rig = await StartAsync(Of(new TalkBuilder()));
        _forum.Answer = order => order.Payload[0] == '2' ? new Outcome.NotSent("no route") : null!;
        await AnnounceAsync(rig);
        _forum.Answer = null;

        rig.Swap(Of(new TalkBuilder().Is(TalkStatus.Cancelled)));
        await rig.PassAsync(Cancel);
        var reason = Assert.Single(rig.Index.Rows).Reason;
        rig.Swap(Of(new TalkBuilder()));
        _machine.Advance(TimeSpan.FromMinutes(10));
        await rig.PassAsync(Cancel);
        await rig.PassAsync(Cancel);

        Assert.Equal(
            "no longer planned: the talk is cancelled; 1 of its 2 messages stand there, and are not corrected; it could not be sent before: no route", reason);
        Assert.Equal([Title, $"2 {Title}"], _forum.Taken);
        Assert.Equal(DeliveryState.Sent, Assert.Single(rig.Index.Rows).State);
    }

    [Fact]
    public async Task A_post_that_a_moderator_found_after_its_talk_changed_is_corrected_by_hand_and_says_so()
    {
        var chat = new RecordingPlatform("telegram") { Words = TitleOf, Answer = _ => new Outcome.Unknown("timeout") };
        var catalogue = new CatalogueBuilder().Channels(CatalogueBuilder.TelegramChannel);
        await using var rig = await DeliveryRig.StartAsync(_folder, catalogue.With(new TalkBuilder()).Build(), _clock, _machine, Cancel, chat);
        await AnnounceAsync(rig);

        rig.Swap(new CatalogueBuilder().Channels(CatalogueBuilder.TelegramChannel).With(new TalkBuilder().Titled("Tea")).Build());
        await rig.PassAsync(Cancel);
        await rig.Decisions.EndDoubtAsync(Assert.Single(rig.Index.Rows).Key.ToString(), isThere: true, "discord:1", Cancel);
        await rig.PassAsync(Cancel);

        Assert.Empty(chat.Edits);
        var row = Assert.Single(rig.Index.Rows);
        Assert.Equal(
            (DeliveryState.Sent, "not corrected: a person said that the message is there, and nobody knows which one it is; correct it by hand"), (row.State, row.Reason));
    }

    [Fact]
    public async Task A_reminder_in_doubt_of_a_talk_that_is_cancelled_meanwhile_is_not_repeated_by_the_press_that_wants_it_again()
    {
        var chat = new RecordingPlatform("telegram") { Words = TitleOf };
        await using var rig = await DeliveryRig.StartAsync(
            _folder, new CatalogueBuilder().Channels(CatalogueBuilder.TelegramChannel).With(new TalkBuilder()).Build(), _clock, _machine, Cancel, chat);
        await AnnounceAsync(rig);
        chat.Answer = _ => new Outcome.Unknown("timeout");
        _clock.Set(WeekBefore);
        await rig.PassAsync(Cancel);
        chat.Answer = null;

        rig.Swap(new CatalogueBuilder().Channels(CatalogueBuilder.TelegramChannel).With(new TalkBuilder().Is(TalkStatus.Cancelled)).Build());
        await rig.PassAsync(Cancel);
        await rig.Decisions.EndDoubtAsync(rig.Index.Rows.Single(row => row.State is DeliveryState.Unknown).Key.ToString(), isThere: false, "discord:1", Cancel);
        await rig.PassAsync(Cancel);

        Assert.Equal([Title], chat.Taken);
        Assert.StartsWith("no longer planned: the talk is cancelled", rig.Index.Rows.Single(row => row.State is DeliveryState.Skipped).Reason, StringComparison.Ordinal);
    }

    private static string TitleOf(Post post) => PlainText.Of(post.Lead, "en").Split(" · ")[0].Split(": ")[^1];

    private static TalkBuilder Second(string title) => new TalkBuilder("second").Titled(title).AnnouncedAt(Announce);

    private static TalkCatalogue Of(params TalkBuilder[] talks) => new CatalogueBuilder().Channels(CatalogueBuilder.DiscordChannel).With(talks).Build();

    private async Task AnnounceAsync(DeliveryRig rig)
    {
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
    }

    private Task<DeliveryRig> StartAsync(TalkCatalogue catalogue) => DeliveryRig.StartAsync(_folder, catalogue, _clock, _machine, Cancel, _forum);
}
