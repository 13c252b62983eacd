using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>What can happen between the judgement over a post and its first byte.</summary>
public sealed class DeliveryRaceTests : IDisposable
{
    private static readonly Instant Announce = Instant.FromUtc(2026, 12, 30, 1, 0);
    private static readonly Instant WeekBefore = Instant.FromUtc(2027, 1, 13, 1, 0);
    private static readonly Instant Start = Instant.FromUtc(2027, 1, 20, 10, 0);

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(Announce - Duration.FromHours(1));
    private readonly ManualTimeProvider _machine = new();
    private readonly RecordingPlatform _discord = new("discord", TimeSpan.FromSeconds(60)) { Words = post => $"1 {PlainText.Of(post.Lead, "en").Split(" · ")[0]}" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static CatalogueBuilder OnDiscord => new CatalogueBuilder().Channels(CatalogueBuilder.DiscordChannel);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_post_whose_turn_comes_after_its_last_moment_stays_away_with_a_reason()
    {
        await using var rig = await StartAsync(OnDiscord.With(new TalkBuilder()).Build());
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        _clock.Set(Start);

        // The lid of the laptop was closed while it waited.
        _discord.InTurn = () => _clock.Set(Start + Duration.FromMinutes(11));
        await rig.PassAsync(Cancel);
        _discord.InTurn = null;
        await rig.PassAsync(Cancel);

        Assert.Equal(["1 Asian Talk 176: Chinese Immigration and Its Discontents"], _discord.Taken);
        var starting = rig.Index.Rows.Single(row => row.Key.Step == "starting");
        Assert.Equal((DeliveryState.Skipped, "too late"), (starting.State, starting.Reason));
    }

    [Fact]
    public async Task What_is_withdrawn_while_the_post_before_it_is_on_its_way_is_not_sent()
    {
        await using var rig = await StartAsync(Talks());
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);
        _discord.Answer = order =>
        {
            rig.Swap(Talks(withdrawn: order.Payload.Contains("The talk one", StringComparison.Ordinal) ? "two" : "one"));
            return null!;
        };

        await rig.PassAsync(Cancel);
        _discord.Answer = null;
        await rig.PassAsync(Cancel);

        Assert.Single(_discord.Taken);
    }

    [Fact]
    public async Task What_is_withdrawn_while_it_waits_for_its_turn_is_not_sent_and_the_other_one_is()
    {
        await using var rig = await StartAsync(Talks());
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);
        _discord.InTurn = () => rig.Swap(Talks(withdrawn: "two"));

        await rig.PassAsync(Cancel);
        Assert.Empty(_discord.Taken);
        _discord.InTurn = null;
        await rig.PassAsync(Cancel);

        Assert.Equal(["1 Asian Talk: The talk one"], _discord.Taken);
    }

    [Fact]
    public async Task One_talk_that_cannot_be_composed_does_not_hold_up_the_others()
    {
        _discord.Words = post => PlainText.Of(post.Lead, "en").Contains("Poison", StringComparison.Ordinal) ? throw new InvalidOperationException("a fault of the renderer") : "fine";
        var poison = new TalkBuilder("a-poison").Titled("Poison");
        await using var rig = await StartAsync(OnDiscord.With(poison, new TalkBuilder("b-fine").Titled("Fine")).Build());
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);

        await rig.PassAsync(Cancel);
        Assert.Equal(["fine"], _discord.Taken);

        // And it is not gone without a word.
        _clock.Set(Start + Duration.FromMinutes(1));
        await rig.PassAsync(Cancel);
        var given = rig.Index.Rows.Single(row => row.Key is { Subject: "a-poison", Step: "announce" });
        Assert.Equal(DeliveryState.Skipped, given.State);
    }

    [Fact]
    public async Task A_post_that_cannot_be_corrected_for_a_fault_does_not_hold_up_the_pin_of_another()
    {
        var pinned = CatalogueBuilder.DiscordChannel with { Pin = true };
        var pins = 0;
        _discord.PinAnswer = _ => ++pins == 1 ? new Outcome.NotSent("no connection") : null!;
        await using var rig = await StartAsync(OnDiscord.Channels(pinned).With(new TalkBuilder()).Build());
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);

        _discord.Words = _ => throw new InvalidOperationException("a fault of the renderer");
        rig.Swap(OnDiscord.Channels(pinned).With(new TalkBuilder().Titled("Another title")).Build());
        _machine.Advance(TimeSpan.FromSeconds(6));
        await rig.PassAsync(Cancel);

        Assert.Equal(["+1", "+1"], _discord.Pins);
    }

    [Fact]
    public async Task A_half_sent_reminder_goes_on_where_it_was_when_its_zone_gets_another_name()
    {
        await using var rig = await StartAsync(Named("Asia/Tokyo"));
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        var before = _discord.Taken.Count;
        _discord.Following = _ => ["2 the rest"];
        _discord.Answer = order => order.Payload[0] == '2' ? new Outcome.Deferred(TimeSpan.FromSeconds(5), "too many") : null!;
        _clock.Set(WeekBefore);
        await rig.PassAsync(Cancel);

        _discord.Answer = null;
        rig.Swap(Named("Japan"));
        _machine.Advance(TimeSpan.FromSeconds(6));
        await rig.PassAsync(Cancel);
        await rig.PassAsync(Cancel);

        Assert.Equal(["1 In 7 days: Asian Talk 176: Chinese Immigration and Its Discontents", "2 the rest"], _discord.Taken.Skip(before));
    }

    [Fact]
    public async Task An_order_that_was_composed_before_the_edit_does_not_finish_what_a_pass_began_after_it()
    {
        var composing = false;
        var words = _discord.Words;
        await using var rig = await StartAsync(OnDiscord.With(new TalkBuilder().Titled("Before")).Build());
        await rig.PassAsync(Cancel);
        _discord.Following = post => [$"2 {PlainText.Of(post.Lead, "en").Split(" · ")[0]}"];
        _discord.Words = post =>
        {
            if (composing)
            {
                return words(post);
            }

            // The order is being composed; meanwhile the talk is edited, and a pass sends the first message of the post.
            composing = true;
            _discord.Answer = order => order.Payload[0] == '2' ? new Outcome.NotSent("no connection") : null!;
            rig.Swap(OnDiscord.With(new TalkBuilder().Titled("After")).Build());
            _clock.Set(Announce);
            Run(rig.PassAsync(Cancel));
            _discord.Answer = null;
            return words(post);
        };
        await rig.Announcements.PostNowAsync(new TalkId(TalkBuilder.SampleId), "discord:1", Cancel);
        _machine.Advance(TimeSpan.FromSeconds(6));
        await rig.PassAsync(Cancel);

        Assert.Equal(["1 Asian Talk 176: After", "2 Asian Talk 176: After"], _discord.Taken);
    }

    private static TalkCatalogue Talks(string withdrawn = "") => OnDiscord
        .With([.. new[] { "one", "two" }.Select(id => new TalkBuilder(id).Is(id == withdrawn ? TalkStatus.Draft : TalkStatus.Confirmed))]).Build();

    private static void Run(Task task) => task.GetAwaiter().GetResult();

    private static TalkCatalogue Named(string zone) => OnDiscord.With(new TalkBuilder().InZone(zone)).Build();

    private Task<DeliveryRig> StartAsync(TalkCatalogue catalogue) => DeliveryRig.StartAsync(_folder, catalogue, _clock, _machine, Cancel, _discord);
}
