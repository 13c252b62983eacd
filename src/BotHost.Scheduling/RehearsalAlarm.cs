using BotHost.Announcements.Delivery;
using NodaTime;

namespace BotHost.Scheduling;

/// <summary>The alarm of a rehearsal: the clock waits at the earliest instant, and rings on arrival even if Quartz should be late.</summary>
internal sealed class RehearsalAlarm : IAlarm, IDisposable
{
    // While the clock stands, the hourly replan does not come; this takes its place, in machine time.
    private static readonly TimeSpan Reminder = TimeSpan.FromSeconds(5);

    private readonly QuartzAlarm _alarm;
    private readonly RehearsalClock _clock;
    private readonly AlarmBell _bell;
    private readonly ITimer _reminder;
    private readonly SemaphoreSlim _turn = new(1, 1);

    public RehearsalAlarm(QuartzAlarm alarm, RehearsalClock clock, AlarmBell bell, TimeProvider machine)
    {
        _alarm = alarm;
        _clock = clock;
        _bell = bell;
        _clock.ReachedBarrier += _bell.RingDue;
        _reminder = machine.CreateTimer(_ => Remind(), null, Reminder, Reminder);
    }

    public async Task SetAsync(IReadOnlyCollection<Instant> instants, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            Instant? earliest = instants.Count == 0 ? null : instants.Min();

            // The clock runs while the triggers are changed: an earlier stop holds from before, a later one only after.
            if (earliest is { } stop && (_clock.NextStop is not { } held || stop < held))
            {
                _clock.SetBarrier(stop);
            }

            await _alarm.SetAsync(instants, cancellationToken);
            _clock.SetBarrier(earliest);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _clock.ReachedBarrier -= _bell.RingDue;
        _reminder.Dispose();
        _turn.Dispose();
    }

    private void Remind()
    {
        if (_clock.WaitsAtBarrier)
        {
            _bell.Ring("still waiting");
        }
    }
}
