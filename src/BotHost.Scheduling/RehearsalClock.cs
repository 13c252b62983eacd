using NodaTime;

namespace BotHost.Scheduling;

/// <summary>
/// The campaign clock of a rehearsal. It stands at its start until a first barrier is set, never passes the barrier,
/// and between two barriers runs at a fixed speed or takes a fixed machine time. Thread-safe.
/// </summary>
/// <remarks>It never goes back: a barrier in the past makes it stand where it is.</remarks>
public sealed class RehearsalClock : IClock, IDisposable
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    // A waiter computes its delay a moment before it arms its timer, and meanwhile this clock runs. At weeks per second
    // the timer would then be due beyond the barrier, and so never. What is late by less than this is woken at the barrier.
    private const double LatenessSeconds = 0.1;

    // At weeks per second an hourly trigger would come hundreds of times per second. Only the barrier is met to the
    // millisecond; whatever comes between two barriers shares wake-ups that are at least this far apart.
    private const double NapSeconds = 0.02;

    private readonly Lock _gate = new();
    private readonly RehearsalTimers _timers = new();
    private readonly RehearsalOptions _options;
    private readonly TimeProvider _machine;
    private readonly ITimer _sleep;
    private long _since;
    private long? _lastFired;
    private Stretch _stretch;
    private Instant? _barrier;
    private bool _finished;
    private bool _arrivalTold;

    public RehearsalClock(RehearsalOptions options, TimeProvider machine)
    {
        _options = options;
        _machine = machine;
        _since = machine.GetTimestamp();
        _stretch = Stretch.StandingAt(options.Start);
        _sleep = machine.CreateTimer(_ => WakeUp(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        TimeProvider = new RehearsalTimeProvider(this);
    }

    /// <summary>Raised on arrival at a barrier that lay ahead, after the timers that are due there.</summary>
    public event Action<Instant>? ReachedBarrier;

    /// <summary>This clock for those who know only <see cref="System.TimeProvider"/>: its timers wait in campaign time.</summary>
    /// <remarks>While the clock stands, they wait too.</remarks>
    public TimeProvider TimeProvider { get; }

    public Instant Now
    {
        get
        {
            lock (_gate)
            {
                return NowLocked();
            }
        }
    }

    /// <summary>The barrier: the instant that the clock does not pass; null before the first one and when finished.</summary>
    public Instant? NextStop
    {
        get
        {
            lock (_gate)
            {
                return _barrier;
            }
        }
    }

    /// <summary>Whether nothing is left to wait for, so that the clock runs on freely.</summary>
    public bool Finished
    {
        get
        {
            lock (_gate)
            {
                return _finished;
            }
        }
    }

    /// <summary>Whether the clock stands at its barrier, waiting for the work that is due there.</summary>
    public bool WaitsAtBarrier
    {
        get
        {
            lock (_gate)
            {
                return NowLocked() >= _barrier;
            }
        }
    }

    /// <summary>Campaign seconds per machine second at this moment; 0 where the clock stands.</summary>
    public double Speed
    {
        get
        {
            lock (_gate)
            {
                return NowLocked() < _stretch.To ? _stretch.Rate : 0;
            }
        }
    }

    public Instant GetCurrentInstant() => Now;

    /// <summary>Sets the instant that the clock does not pass; null: none is left, and the clock is finished. Setting the same again changes nothing.</summary>
    public void SetBarrier(Instant? barrier)
    {
        lock (_gate)
        {
            if (barrier == _barrier && (barrier is not null || _finished))
            {
                return;
            }

            var timestamp = _machine.GetTimestamp();
            var now = _stretch.At(_machine.GetElapsedTime(_since, timestamp));
            _since = timestamp;
            _barrier = barrier;
            _finished = barrier is null;
            _stretch = Ahead(now, barrier);
            _arrivalTold = _stretch.Stands || _finished;
            SleepLocked();
        }
    }

    public void Dispose() => _sleep.Dispose();

    /// <summary>When the next timer is due on the campaign clock, whether the clock may get there or not.</summary>
    internal Instant? NextTimer
    {
        get
        {
            lock (_gate)
            {
                return _timers.Earliest;
            }
        }
    }

    internal void Arm(RehearsalTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _timers.Arm(timer, NowLocked(), dueTime, period);
            SleepLocked();
        }
    }

    private Instant NowLocked() => _stretch.At(_machine.GetElapsedTime(_since));

    private Stretch Ahead(Instant now, Instant? barrier)
    {
        if (barrier <= now)
        {
            return Stretch.StandingAt(now);
        }

        if (_options.Speed is { } speed)
        {
            return Stretch.AtSpeed(now, barrier ?? RehearsalTimers.LastInstant, speed);
        }

        return barrier is { } stop ? Stretch.Within(now, stop, _options.Pace) : Stretch.AtSpeed(now, RehearsalTimers.LastInstant, 1);
    }

    private void WakeUp()
    {
        IReadOnlyList<RehearsalTimer> due;
        Instant? arrival = null;
        lock (_gate)
        {
            var now = NowLocked();
            var latest = now;
            if (!_arrivalTold && now >= _barrier)
            {
                _arrivalTold = true;
                arrival = _barrier;
                latest += Duration.FromSeconds(LatenessSeconds * _stretch.Rate);
            }

            due = _timers.TakeDue(latest, now);
            _lastFired = due.Count > 0 ? _machine.GetTimestamp() : _lastFired;
            SleepLocked();
        }

        foreach (var timer in due)
        {
            timer.Fire();
        }

        if (arrival is { } instant)
        {
            ReachedBarrier?.Invoke(instant);
        }
    }

    private void SleepLocked()
    {
        var timestamp = _machine.GetTimestamp();
        var elapsed = _machine.GetElapsedTime(_since, timestamp).TotalSeconds;
        var left = _timers.Earliest is { } earliest ? _stretch.SecondsUntil(earliest) - elapsed : null;
        if (left is not null && _lastFired is { } lastFired)
        {
            left = Math.Max(left.Value, NapSeconds - _machine.GetElapsedTime(lastFired, timestamp).TotalSeconds);
        }

        if (!_arrivalTold && _barrier is not null)
        {
            left = Math.Min(left ?? double.MaxValue, _stretch.MachineSeconds - elapsed);
        }

        if (left is null)
        {
            _sleep.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        // System timers count whole milliseconds and drop the rest; rounded up, they do not fire before the time.
        var milliseconds = Math.Clamp(Math.Ceiling(left.Value * 1000), 0, LongestSleep.TotalMilliseconds);
        _sleep.Change(TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
    }
}
