using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>
/// What can come between a doubt and its end. The platform discards repeats for a minute by its own clock, and takes whatever comes later as something new.
/// </summary>
public sealed class DoubtRaceTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);
    private static readonly Instant Announce = Instant.FromUtc(2026, 12, 30, 1, 0);

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(Announce - Duration.FromHours(1));
    private readonly ManualTimeProvider _machine = new();
    private readonly RecordingPlatform _discord = new("discord", Minute);
    private readonly List<LookUpOrder> _asked = [];
    private readonly Dictionary<string, long> _firstSent = [];
    private int _sends;
    private int _tooLate;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static CatalogueBuilder OnDiscord => new CatalogueBuilder().Channels(CatalogueBuilder.DiscordChannel).With(new TalkBuilder());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_repeat_whose_claim_took_longer_than_the_minute_is_not_sent_but_looked_for()
    {
        _discord.Answer = TakeWithoutAWord;
        _discord.History = _ => new LookUp.Found("1");
        await using var stage = await WorkerStage.StartAsync(_folder, OnDiscord.Build(), _clock, _machine, Cancel, _discord);
        await stage.PassAsync(Cancel);
        var claims = 0;
        stage.Store.Fails = method =>
        {
            // A disk that stalls, or a machine that is put to sleep, at the worst moment: before the claim of the repeat is written.
            if (method == nameof(ILedger.ClaimAsync) && ++claims == 2)
            {
                _machine.Advance(2 * Minute);
            }

            return false;
        };

        _clock.Set(Announce);
        await stage.RingAsync(Cancel);
        _machine.Advance(TimeSpan.FromSeconds(10));
        await UntilAsync(stage, () => claims >= 2 && stage.Index.Rows.Any(row => row.State is DeliveryState.Sent));

        Assert.Equal((1, 0), (_sends, _tooLate));
        Assert.Single(_discord.Taken);
    }

    [Fact]
    public async Task What_was_ordered_under_a_clock_that_ran_ahead_is_not_repeated_late_once_that_is_set_right()
    {
        var rig = await OrderUnderAClockThatRunsAheadAsync();
        await using var started = rig;

        // By the clock that is right now, the claim seems to be twenty seconds old; the platform has long forgotten the key.
        _machine.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(20));
        await rig.PassAsync(Cancel);

        Assert.Equal((1, 0), (_sends, _tooLate));
    }

    [Fact]
    public async Task What_was_ordered_under_a_clock_that_ran_ahead_is_looked_for_where_it_stands()
    {
        var truly = _machine.GetUtcNow().ToInstant();
        var rig = await OrderUnderAClockThatRunsAheadAsync();
        await using var started = rig;

        _machine.Advance(TimeSpan.FromMinutes(15));
        await rig.PassAsync(Cancel);

        Assert.True(Assert.Single(_asked).Since <= truly, $"It was sent at {truly}, and looked for only since {_asked[0].Since}.");
    }

    [Fact]
    public async Task A_look_that_began_before_another_attempt_says_nothing_of_that_one()
    {
        var talk = new TalkId(TalkBuilder.SampleId);
        _discord.Answer = TakeWithoutAWord;
        await using var rig = await DeliveryRig.StartAsync(_folder, OnDiscord.Build(), _clock, _machine, Cancel, _discord);
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        var key = Assert.Single(rig.Index.Rows).Key.ToString();
        var looks = 0;
        _discord.History = _ =>
        {
            if (++looks == 1)
            {
                // While it looks, page by page, one moderator presses Send again and another one orders the announcement.
                Run(rig.Decisions.EndDoubtAsync(key, isThere: false, "discord:1", Cancel));
                Run(rig.Announcements.PostNowAsync(talk, "discord:2", Cancel));
                _machine.Advance(2 * Minute);
                return new LookUp.Absent();
            }

            return new LookUp.Found("2");
        };

        _machine.Advance(2 * Minute);
        await rig.PassAsync(Cancel);
        await rig.PassAsync(Cancel);

        Assert.Equal((2, 0), (_sends, _tooLate));
        Assert.Equal(DeliveryState.Sent, Assert.Single(rig.Index.Rows).State);
    }

    [Fact]
    public async Task A_platform_that_does_not_answer_is_asked_for_one_doubt_and_not_for_all_before_the_next_pass()
    {
        var other = CatalogueBuilder.DiscordChannel with { Id = new ChannelId("other"), Address = new ChannelAddress(CatalogueBuilder.Discord, "910000000000000002") };
        var catalogue = OnDiscord.Channels(CatalogueBuilder.DiscordChannel, other).Build();
        _discord.Answer = TakeWithoutAWord;
        await using var rig = await DeliveryRig.StartAsync(_folder, catalogue, _clock, _machine, Cancel, _discord);
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        Answer(new LookUp.NotNow(null, "no answer within 30 s"));

        _machine.Advance(2 * Minute);
        await rig.PassAsync(Cancel);
        Assert.Single(_asked);

        // The one that was not asked for is not behind the other one's back-off.
        await rig.PassAsync(Cancel);
        Assert.Equal(2, _asked.Select(order => order.Target).Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_kept_for_the_store_is_not_given_back_as_if_it_had_not_been_sent(bool byAFaultOfTheBot)
    {
        await using var stage = await WorkerStage.StartAsync(_folder, OnDiscord.Build(), _clock, _machine, Cancel, _discord);
        await stage.PassAsync(Cancel);
        var key = new DeliveryKey(DeliveryKind.Step, TalkBuilder.SampleId, "announce", "", $"discord:{CatalogueBuilder.DiscordChannelAddress}");
        var now = _clock.GetCurrentInstant();
        var granted = Assert.IsType<ClaimResult.Granted>(await stage.Ledger.ClaimAsync(new Claim(key, 1, 1, "text", now, now, now), Cancel));
        await stage.Index.RefreshAsync(key.Subject, Cancel);
        stage.Store.Fails = method => method == nameof(ILedger.RecordAsync) && (byAFaultOfTheBot ? throw new InvalidOperationException("a fault of the bot") : true);
        await stage.Outcomes.RecordAsync(key, granted.Attempt, new Outcome.Sent("1"), now);
        stage.Store.Fails = _ => false;

        // A pass whose look at what is kept came a moment too early.
        await stage.Claims.GiveBackStraysAsync();
        await stage.Outcomes.CatchUpAsync(Cancel);

        Assert.Equal(DeliveryState.Sent, stage.Index.Find(key)!.State);
    }

    /// <summary>The clock is ten minutes ahead, which holds what goes out by itself, but not what a moderator orders; then it is set right.</summary>
    private async Task<DeliveryRig> OrderUnderAClockThatRunsAheadAsync()
    {
        _discord.Answer = TakeWithoutAWord;
        Answer(new LookUp.Found("1"));
        var rig = await DeliveryRig.StartAsync(_folder, OnDiscord.Build(), _clock, _machine, Cancel, _discord);
        await rig.PassAsync(Cancel);
        var truly = _machine.GetUtcNow().ToInstant();
        _machine.SetWallClock(TimeSpan.FromMinutes(10));
        rig.Times.Note(CatalogueBuilder.Discord, truly);
        await rig.Announcements.PostNowAsync(new TalkId(TalkBuilder.SampleId), "discord:1", Cancel);

        _machine.SetWallClock(TimeSpan.FromMinutes(-10));
        rig.Times.Forget();
        rig.Times.Note(CatalogueBuilder.Discord, truly);
        return rig;
    }

    private void Answer(LookUp found) => _discord.History = order =>
    {
        _asked.Add(order);
        return found;
    };

    // It is taken, and nobody says so. What comes with a key that is older than a minute would be taken a second time.
    private Outcome.Unknown TakeWithoutAWord(SendOrder order)
    {
        _sends++;
        if (_firstSent.TryAdd(order.RepeatKey, _machine.GetTimestamp()))
        {
            _discord.Take(order);
        }
        else if (_machine.GetElapsedTime(_firstSent[order.RepeatKey]) > Minute)
        {
            _tooLate++;
        }

        return new Outcome.Unknown("no answer");
    }

    private static void Run(Task task) => task.GetAwaiter().GetResult();

    private static async Task UntilAsync(WorkerStage stage, Func<bool> happened)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!happened())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(30), "It has not happened within 30 seconds.");
            await Task.Yield();
            stage.Worker.Wake("again");
        }
    }
}
