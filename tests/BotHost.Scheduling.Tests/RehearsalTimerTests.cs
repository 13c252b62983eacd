using BotHost.TestKit.Clocks;
using NodaTime;

namespace BotHost.Scheduling.Tests;

/// <summary>Timers of the scaled time provider: their waits are campaign time.</summary>
public sealed class RehearsalTimerTests
{
    private static readonly Instant Start = Instant.FromUtc(2027, 1, 1, 0, 0);

    private readonly ManualTimeProvider _machine = new();
    private readonly List<Instant> _fired = [];

    [Fact]
    public void A_timer_waits_in_campaign_time()
    {
        using var clock = DayPerSecond();
        clock.SetBarrier(Start + Duration.FromDays(30));
        using var timer = Timer(clock, TimeSpan.FromDays(2), Timeout.InfiniteTimeSpan);

        _machine.Advance(TimeSpan.FromMilliseconds(1999));
        Assert.Empty(_fired);
        _machine.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal([Start + Duration.FromDays(2)], _fired);
    }

    [Fact]
    public void Change_waits_in_campaign_time_too()
    {
        using var clock = DayPerSecond();
        clock.SetBarrier(Start + Duration.FromDays(30));
        using var timer = Timer(clock, TimeSpan.FromDays(20), Timeout.InfiniteTimeSpan);

        timer.Change(TimeSpan.FromDays(3), TimeSpan.FromDays(1));
        _machine.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal([Start + Duration.FromDays(3), Start + Duration.FromDays(4), Start + Duration.FromDays(5)], _fired);
    }

    [Fact]
    public void A_timer_due_exactly_at_the_barrier_fires_when_the_barrier_is_reached()
    {
        using var clock = Paced();
        using var timer = Timer(clock, TimeSpan.FromDays(17), Timeout.InfiniteTimeSpan);

        clock.SetBarrier(Start + Duration.FromDays(17));
        _machine.Advance(TimeSpan.FromMilliseconds(2500));

        Assert.Equal([Start + Duration.FromDays(17)], _fired);
    }

    [Fact]
    public void A_timer_beyond_the_barrier_waits_until_the_barrier_moves()
    {
        using var clock = Paced();
        using var timer = Timer(clock, TimeSpan.FromDays(17), Timeout.InfiniteTimeSpan);
        clock.SetBarrier(Start + Duration.FromDays(10));

        _machine.Advance(TimeSpan.FromHours(1));
        Assert.Empty(_fired);
        clock.SetBarrier(Start + Duration.FromDays(20));
        _machine.Advance(TimeSpan.FromMilliseconds(1750));

        Assert.Equal([Start + Duration.FromDays(17)], _fired);
    }

    [Fact]
    public void A_changed_speed_arms_the_timers_anew()
    {
        using var clock = Paced();
        clock.SetBarrier(Start + Duration.FromDays(100));
        using var timer = Timer(clock, TimeSpan.FromDays(10), Timeout.InfiniteTimeSpan);
        _machine.Advance(TimeSpan.FromMilliseconds(125));

        // Five days are left; the new gap of fifteen days takes 2.5 seconds again.
        clock.SetBarrier(Start + Duration.FromDays(20));
        _machine.Advance(TimeSpan.FromMilliseconds(833));
        Assert.Empty(_fired);
        _machine.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Single(_fired);
    }

    [Fact]
    public void A_timer_that_was_armed_a_moment_late_fires_at_the_barrier_and_one_of_a_day_later_does_not()
    {
        using var clock = Paced();
        clock.SetBarrier(Start + Duration.FromDays(10));
        _machine.Advance(TimeSpan.FromSeconds(1));

        // Computed before that second passed, as a waiter may that lost the processor for a moment.
        using var late = Timer(clock, TimeSpan.FromDays(6) + TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        using var later = Timer(clock, TimeSpan.FromDays(7), Timeout.InfiniteTimeSpan);
        _machine.Advance(TimeSpan.FromHours(1));

        Assert.Equal([Start + Duration.FromDays(10)], _fired);
    }

    [Fact]
    public void Periods_that_pass_unseen_are_one_tick()
    {
        using var clock = new RehearsalClock(new RehearsalOptions { Start = Start, Speed = RehearsalOptions.LargestSpeed }, _machine);
        using var timer = Timer(clock, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        clock.SetBarrier(Start + Duration.FromSeconds(10_000_000));
        _machine.Advance(TimeSpan.FromSeconds(1));

        Assert.InRange(_fired.Count, 1, 51);
    }

    [Fact]
    public void A_disposed_timer_is_silent()
    {
        using var clock = DayPerSecond();
        clock.SetBarrier(Start + Duration.FromDays(30));
        Timer(clock, TimeSpan.FromDays(2), TimeSpan.FromDays(1)).Dispose();

        _machine.Advance(TimeSpan.FromSeconds(30));

        Assert.Empty(_fired);
    }

    [Fact]
    public void A_callback_may_change_its_own_timer()
    {
        using var clock = DayPerSecond();
        clock.SetBarrier(Start + Duration.FromDays(30));
        ITimer? timer = null;
        timer = clock.TimeProvider.CreateTimer(
            _ =>
            {
                _fired.Add(clock.Now);
                timer!.Change(TimeSpan.FromDays(5), Timeout.InfiniteTimeSpan);
            },
            null,
            TimeSpan.FromDays(5),
            Timeout.InfiniteTimeSpan);

        _machine.Advance(TimeSpan.FromSeconds(12));

        Assert.Equal([Start + Duration.FromDays(5), Start + Duration.FromDays(10)], _fired);
    }

    [Fact]
    public async Task A_delay_on_the_campaigns_time_ends_in_campaign_time()
    {
        using var clock = DayPerSecond();
        clock.SetBarrier(Start + Duration.FromDays(30));
        var delay = Task.Delay(TimeSpan.FromDays(4), clock.TimeProvider, TestContext.Current.CancellationToken);

        _machine.Advance(TimeSpan.FromSeconds(3));
        Assert.False(delay.IsCompleted);
        _machine.Advance(TimeSpan.FromSeconds(1));

        await delay.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_negative_wait_is_refused()
    {
        using var clock = Paced();

        Assert.Throws<ArgumentOutOfRangeException>(() => Timer(clock, TimeSpan.FromSeconds(-5), Timeout.InfiniteTimeSpan));
    }

    private RehearsalClock Paced() => new(new RehearsalOptions { Start = Start }, _machine);

    private RehearsalClock DayPerSecond() => new(new RehearsalOptions { Start = Start, Speed = 86_400 }, _machine);

    private ITimer Timer(RehearsalClock clock, TimeSpan dueTime, TimeSpan period) =>
        clock.TimeProvider.CreateTimer(_ => _fired.Add(clock.Now), null, dueTime, period);
}
