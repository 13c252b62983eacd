using BotHost.TestKit.Clocks;
using NodaTime;

namespace BotHost.Scheduling.Tests;

/// <summary>Whatever happens in whatever order: the clock never goes back, never passes its barrier, and no timer is lost on the way.</summary>
public sealed class RehearsalClockPropertyTests
{
    private static readonly Instant Start = Instant.FromUtc(2027, 1, 1, 0, 0);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40), Environment.ProcessId];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void It_never_goes_back_and_never_passes_its_barrier(int seed)
    {
        var random = new Random(seed);
        var machine = new ManualTimeProvider();
        double? speed = random.Next(2) == 0 ? null : Math.Pow(10, random.Next(-1, 7));
        using var clock = new RehearsalClock(new RehearsalOptions { Start = Start, Speed = speed }, machine);
        var last = Start;
        var limit = Start;
        var wanted = new Dictionary<int, Instant>();
        void Look(string after)
        {
            var now = clock.Now;
            Assert.True(now >= last, $"seed {seed}: back from {last} to {now} after {after}");
            Assert.True(now <= limit, $"seed {seed}: {now} is past {limit} after {after}");
            last = now;
        }

        var timers = Enumerable.Range(0, 5)
            .Select(index => clock.TimeProvider.CreateTimer(_ => wanted.Remove(index), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan))
            .ToList();
        for (var step = 0; step < 300; step++)
        {
            switch (random.Next(6))
            {
                case 0:
                    var barrier = clock.Now + Duration.FromSeconds(random.Next(-3600, 30 * 86_400));
                    clock.SetBarrier(barrier);
                    limit = Instant.Max(barrier, last);
                    Look("a barrier");
                    break;
                case 1 when random.Next(8) == 0:
                    clock.SetBarrier(null);
                    limit = Instant.MaxValue;
                    Look("the finish");
                    break;
                case 2:
                    var index = random.Next(timers.Count);
                    var wait = TimeSpan.FromSeconds(random.Next(0, 10 * 86_400));
                    wanted[index] = clock.Now + Duration.FromTimeSpan(wait);
                    timers[index].Change(wait, Timeout.InfiniteTimeSpan);
                    Look("a timer");
                    break;
                default:
                    machine.Advance(TimeSpan.FromTicks(random.NextInt64(0, 30_000_000)));
                    Look("time");
                    break;
            }
        }

        // At rest at a far barrier, everything that was due before it has fired.
        var end = Instant.Max(clock.Now, Start) + Duration.FromDays(400);
        clock.SetBarrier(end);
        limit = end;
        machine.Advance(TimeSpan.FromDays(5000));
        Look("the end");
        Assert.All(wanted.Values, due => Assert.True(due > clock.Now, $"seed {seed}: a timer due at {due} has not fired at {clock.Now}"));
    }

    [Fact]
    public async Task It_never_goes_back_for_any_reader_while_others_change_it()
    {
        var seed = Environment.ProcessId;
        var token = TestContext.Current.CancellationToken;
        var machine = new ManualTimeProvider();
        using var clock = new RehearsalClock(new RehearsalOptions { Start = Start, Speed = 86_400 }, machine);

        var work = Enumerable.Range(0, 4).Select(worker => Task.Run(
            () =>
            {
                var random = new Random(seed + worker);
                var last = clock.Now;
                for (var step = 0; step < 2000; step++)
                {
                    switch (worker)
                    {
                        case 0:
                            machine.Advance(TimeSpan.FromMilliseconds(random.Next(20)));
                            break;
                        case 1:
                            clock.SetBarrier(random.Next(10) == 0 ? null : last + Duration.FromHours(random.Next(-5, 50)));
                            break;
                        case 2:
                            clock.TimeProvider.CreateTimer(_ => { }, null, TimeSpan.FromHours(random.Next(30)), Timeout.InfiniteTimeSpan);
                            break;
                    }

                    var now = clock.Now;
                    Assert.True(now >= last, $"seed {seed}, worker {worker}: back from {last} to {now}");
                    last = now;
                }
            },
            token));

        await Task.WhenAll(work).WaitAsync(TimeSpan.FromSeconds(20), token);
    }
}
