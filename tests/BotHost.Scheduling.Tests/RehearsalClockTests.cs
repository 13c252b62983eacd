using BotHost.TestKit.Clocks;
using NodaTime;

namespace BotHost.Scheduling.Tests;

public sealed class RehearsalClockTests
{
    private static readonly Instant Start = Instant.FromUtc(2027, 1, 1, 0, 0);

    private readonly ManualTimeProvider _machine = new();

    [Fact]
    public void It_stands_at_its_start_until_the_first_barrier()
    {
        using var clock = Paced();

        _machine.Advance(TimeSpan.FromHours(5));

        Assert.Equal(Start, clock.GetCurrentInstant());
        Assert.Null(clock.NextStop);
        Assert.False(clock.Finished);
        Assert.Equal(0, clock.Speed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3600)]
    [InlineData(21 * 86400)]
    public void Paced_every_gap_takes_the_same_machine_time(int gapSeconds)
    {
        using var clock = Paced();
        var stop = Start + Duration.FromSeconds(gapSeconds);
        clock.SetBarrier(stop);

        _machine.Advance(TimeSpan.FromMilliseconds(1250));
        Assert.Equal(Start + Duration.FromSeconds(gapSeconds / 2.0), clock.Now);
        _machine.Advance(TimeSpan.FromMilliseconds(1249));
        Assert.True(clock.Now < stop);
        _machine.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(stop, clock.Now);
    }

    [Fact]
    public void It_waits_at_the_barrier_for_as_long_as_the_barrier_stays()
    {
        using var clock = Paced();
        var stop = Start + Duration.FromDays(7);
        clock.SetBarrier(stop);

        _machine.Advance(TimeSpan.FromHours(3));

        Assert.Equal(stop, clock.Now);
        Assert.True(clock.WaitsAtBarrier);
        Assert.Equal(stop, clock.NextStop);
        Assert.Equal(0, clock.Speed);
    }

    [Fact]
    public void Setting_the_same_barrier_again_does_not_start_the_gap_anew()
    {
        using var clock = Paced();
        var stop = Start + Duration.FromDays(7);

        for (var step = 0; step < 25; step++)
        {
            clock.SetBarrier(stop);
            _machine.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal(stop, clock.Now);
    }

    [Fact]
    public void At_a_day_per_second_a_week_takes_seven_seconds()
    {
        using var clock = new RehearsalClock(new RehearsalOptions { Start = Start, Speed = 86_400 }, _machine);
        clock.SetBarrier(Start + Duration.FromDays(7));

        _machine.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Instant.FromUtc(2027, 1, 2, 0, 0), clock.Now);
        Assert.Equal(86_400, clock.Speed, 1e-6);
        _machine.Advance(TimeSpan.FromSeconds(5.5));
        Assert.Equal(Instant.FromUtc(2027, 1, 7, 12, 0), clock.Now);
        _machine.Advance(TimeSpan.FromSeconds(100));
        Assert.Equal(Instant.FromUtc(2027, 1, 8, 0, 0), clock.Now);
    }

    [Theory]
    [InlineData(null, 10)]
    [InlineData(60.0, 600)]
    public void Without_a_barrier_it_is_finished_and_goes_on(double? speed, int campaignSeconds)
    {
        using var clock = new RehearsalClock(new RehearsalOptions { Start = Start, Speed = speed }, _machine);
        clock.SetBarrier(null);

        _machine.Advance(TimeSpan.FromSeconds(10));

        Assert.True(clock.Finished);
        Assert.Null(clock.NextStop);
        Assert.Equal(Start + Duration.FromSeconds(campaignSeconds), clock.Now);
    }

    [Fact]
    public void A_new_barrier_after_the_finish_stops_it_again()
    {
        using var clock = Paced();
        clock.SetBarrier(null);
        _machine.Advance(TimeSpan.FromSeconds(10));
        var stop = Start + Duration.FromDays(3);

        clock.SetBarrier(stop);
        _machine.Advance(TimeSpan.FromSeconds(10));

        Assert.False(clock.Finished);
        Assert.Equal(stop, clock.Now);
    }

    [Fact]
    public void A_barrier_in_the_past_makes_it_stand_where_it_is()
    {
        using var clock = Paced();
        clock.SetBarrier(Start + Duration.FromDays(10));
        _machine.Advance(TimeSpan.FromSeconds(1));

        clock.SetBarrier(Start + Duration.FromDays(2));
        _machine.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(Start + Duration.FromDays(4), clock.Now);
        Assert.True(clock.WaitsAtBarrier);
    }

    [Fact]
    public void Arrival_is_told_once_for_each_barrier()
    {
        using var clock = Paced();
        var arrivals = new List<Instant>();
        clock.ReachedBarrier += arrivals.Add;

        clock.SetBarrier(Start + Duration.FromDays(1));
        _machine.Advance(TimeSpan.FromSeconds(60));
        clock.SetBarrier(Start + Duration.FromDays(2));
        _machine.Advance(TimeSpan.FromSeconds(60));
        clock.SetBarrier(null);
        _machine.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal([Instant.FromUtc(2027, 1, 2, 0, 0), Instant.FromUtc(2027, 1, 3, 0, 0)], arrivals);
    }

    [Fact]
    public void The_fastest_finished_rehearsal_stops_at_the_end_of_the_calendar_instead_of_failing()
    {
        using var clock = new RehearsalClock(new RehearsalOptions { Start = Start, Speed = RehearsalOptions.LargestSpeed }, _machine);
        clock.SetBarrier(null);

        _machine.Advance(TimeSpan.FromDays(30));

        Assert.Equal(9990, clock.TimeProvider.GetUtcNow().Year);
    }

    private RehearsalClock Paced() => new(new RehearsalOptions { Start = Start }, _machine);
}
