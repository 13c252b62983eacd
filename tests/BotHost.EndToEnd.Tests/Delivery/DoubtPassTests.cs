using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>A post whose sending was never answered, on a platform that discards repeats for a minute and shows its history.</summary>
public sealed class DoubtPassTests : IDisposable
{
    private static readonly Instant Announce = Instant.FromUtc(2026, 12, 30, 1, 0);

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(Announce - Duration.FromHours(1));
    private readonly ManualTimeProvider _machine = new();
    private readonly RecordingPlatform _discord = new("discord", TimeSpan.FromSeconds(60));
    private readonly List<LookUpOrder> _asked = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static TalkCatalogue Sample => new CatalogueBuilder().With(new TalkBuilder()).Build();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Within_the_minute_it_is_repeated_and_nobody_looks()
    {
        await using var rig = await DoubtAsync(taken: true, new LookUp.Absent());

        _machine.Advance(TimeSpan.FromSeconds(50));
        await rig.PassAsync(Cancel);

        Assert.Empty(_asked);
        Assert.Single(_discord.Taken);
        Assert.Equal((DeliveryState.Sent, "1"), (Row(rig).State, Row(rig).Messages.Single().Receipt));
    }

    [Fact]
    public async Task A_repeat_whose_turn_comes_after_the_minute_is_not_sent_but_looked_for()
    {
        await using var rig = await DoubtAsync(taken: true, new LookUp.Found("1"));
        var sent = 0;
        _discord.Answer = _ =>
        {
            sent++;
            return null!;
        };
        _machine.Advance(TimeSpan.FromSeconds(50));
        _discord.InTurn = () => _machine.Advance(TimeSpan.FromSeconds(30));

        await rig.PassAsync(Cancel);
        var state = Row(rig).State;
        await rig.PassAsync(Cancel);

        Assert.Equal((0, DeliveryState.Unknown), (sent, state));
        Assert.Equal((DeliveryState.Sent, "1"), (Row(rig).State, Row(rig).Messages.Single().Receipt));
    }

    [Fact]
    public async Task A_platform_that_says_not_now_and_names_no_time_is_not_asked_without_a_pause()
    {
        await using var rig = await DoubtAsync(taken: true, new LookUp.NotNow(TimeSpan.Zero, "slow down"));

        await LaterAsync(rig);

        Assert.Equal(Retries.FirstDelay, rig.Retries.Next());
    }

    [Fact]
    public async Task Later_what_stands_there_is_sent()
    {
        await using var rig = await DoubtAsync(taken: true, new LookUp.Found("1"));

        await LaterAsync(rig);

        Assert.Single(_discord.Taken);
        Assert.Equal((DeliveryState.Sent, "1"), (Row(rig).State, Row(rig).Messages.Single().Receipt));
        var order = Assert.Single(_asked);
        Assert.Equal(Row(rig).Messages.Single().FirstClaimedAt, order.Since);
        Assert.Contains("Chinese Immigration", order.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_what_is_not_there_is_sent_once()
    {
        await using var rig = await DoubtAsync(taken: false, new LookUp.Absent());

        await LaterAsync(rig);
        await rig.PassAsync(Cancel);

        Assert.Single(_discord.Taken);
        Assert.Equal(DeliveryState.Sent, Row(rig).State);
    }

    [Fact]
    public async Task What_is_not_there_and_too_late_by_now_is_skipped_with_both_reasons()
    {
        await using var rig = await DoubtAsync(taken: false, new LookUp.Absent());

        _clock.Set(Instant.FromUtc(2027, 1, 20, 10, 1));
        await LaterAsync(rig);

        Assert.StartsWith("Starting now: ", Assert.Single(_discord.Taken), StringComparison.Ordinal);
        Assert.Equal(
            (DeliveryState.Skipped, "too late; it could not be sent in time: looked for in the channel's history, and not there"),
            (Row(rig).State, Row(rig).Reason));
    }

    [Fact]
    public async Task A_history_that_cannot_be_read_leaves_it_unknown_until_the_rights_change()
    {
        await using var rig = await DoubtAsync(taken: true, new LookUp.Unreadable("the bot may not read the channel's history"));
        await LaterAsync(rig);
        await rig.PassAsync(Cancel);
        Assert.Single(_asked);
        Assert.Equal(DeliveryState.Unknown, Row(rig).State);
        Assert.True(rig.Doubts.IsLeftToPeople(Row(rig)));

        Answer(new LookUp.Found("1"));
        rig.Doubts.LookAgain();
        await rig.PassAsync(Cancel);

        Assert.Equal(DeliveryState.Sent, Row(rig).State);
        Assert.Single(_discord.Taken);
    }

    [Fact]
    public async Task It_is_looked_at_again_on_the_next_day()
    {
        await using var rig = await DoubtAsync(taken: true, new LookUp.Unreadable("the bot may not read the channel's history"));
        await LaterAsync(rig);
        Answer(new LookUp.Found("1"));

        _machine.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        await rig.PassAsync(Cancel);
        Assert.Equal(DeliveryState.Unknown, Row(rig).State);
        _machine.Advance(TimeSpan.FromSeconds(2));
        await rig.PassAsync(Cancel);

        Assert.Equal(DeliveryState.Sent, Row(rig).State);
    }

    [Fact]
    public async Task A_platform_that_cannot_answer_now_is_asked_again_when_it_said()
    {
        await using var rig = await DoubtAsync(taken: true, new LookUp.NotNow(TimeSpan.FromSeconds(90), "429"));
        await LaterAsync(rig);
        Answer(new LookUp.Found("1"));
        Assert.False(rig.Doubts.IsLeftToPeople(Row(rig)));

        _machine.Advance(TimeSpan.FromSeconds(89));
        await rig.PassAsync(Cancel);
        Assert.Single(_asked);
        _machine.Advance(TimeSpan.FromSeconds(1));
        await rig.PassAsync(Cancel);

        Assert.Equal(2, _asked.Count);
        Assert.Equal(DeliveryState.Sent, Row(rig).State);
    }

    [Fact]
    public async Task After_the_clock_was_set_back_it_is_not_repeated_but_looked_for()
    {
        await using var rig = await DoubtAsync(taken: true, new LookUp.Found("1"));
        _discord.Answer = _ => throw new InvalidOperationException("Nothing may be sent.");

        _machine.Advance(TimeSpan.FromHours(1));
        _machine.SetWallClock(TimeSpan.FromHours(-2));
        await rig.PassAsync(Cancel);

        // By this clock it was claimed in the future: it is looked for in all of the last day.
        Assert.Equal(_machine.GetUtcNow().ToInstant() - Duration.FromDays(1), Assert.Single(_asked).Since);
        Assert.Equal(DeliveryState.Sent, Row(rig).State);
    }

    [Fact]
    public async Task The_bots_other_messages_there_are_named_so_that_none_is_taken_for_it()
    {
        await using var rig = await DoubtAsync(taken: true, new LookUp.Found("1"));
        await LaterAsync(rig);
        _discord.Answer = _ => new Outcome.Unknown("timeout");
        _clock.Set(Instant.FromUtc(2027, 1, 13, 1, 0));
        await rig.PassAsync(Cancel);

        await LaterAsync(rig);

        Assert.Equal(["1"], _asked.Last().Known);
    }

    private static DeliveryRow Row(DeliveryRig rig) => rig.Index.Rows.Single(row => row.Key.Step == "announce" && row.Key.Target.StartsWith("discord", StringComparison.Ordinal));

    private void Answer(LookUp found) => _discord.History = order =>
    {
        _asked.Add(order);
        return found;
    };

    /// <summary>The announcement was sent, nobody answered, and the platform took it or did not.</summary>
    private async Task<DeliveryRig> DoubtAsync(bool taken, LookUp found)
    {
        var rig = await DeliveryRig.StartAsync(_folder, Sample, _clock, _machine, Cancel, _discord, new RecordingPlatform("telegram"));
        await rig.PassAsync(Cancel);
        _discord.Answer = order =>
        {
            if (taken)
            {
                _discord.Take(order);
            }

            return new Outcome.Unknown("timeout");
        };
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        Assert.Equal(DeliveryState.Unknown, Row(rig).State);
        _discord.Answer = null;
        Answer(found);
        return rig;
    }

    private async Task LaterAsync(DeliveryRig rig)
    {
        _machine.Advance(TimeSpan.FromSeconds(61));
        await rig.PassAsync(Cancel);
    }
}
