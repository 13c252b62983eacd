using NodaTime;

namespace BotHost.Scheduling;

/// <summary>The armed timers of a rehearsal. Not thread-safe: the clock's lock guards it.</summary>
internal sealed class RehearsalTimers
{
    /// <summary>Where the calendar ends: far enough for any campaign, and inside what <see cref="DateTimeOffset"/> can say.</summary>
    public static readonly Instant LastInstant = Instant.FromUtc(9990, 1, 1, 0, 0);

    private readonly HashSet<RehearsalTimer> _armed = [];

    public Instant? Earliest => _armed.Count == 0 ? null : _armed.Min(timer => timer.Due!.Value);

    public void Arm(RehearsalTimer timer, Instant now, TimeSpan dueTime, TimeSpan period)
    {
        timer.Period = period;
        timer.Due = dueTime == Timeout.InfiniteTimeSpan ? null : After(now, dueTime);
        if (timer.Due is null)
        {
            _armed.Remove(timer);
        }
        else
        {
            _armed.Add(timer);
        }
    }

    /// <summary>What is due until the latest instant, in order; periodic timers are armed for their next tick after now.</summary>
    public IReadOnlyList<RehearsalTimer> TakeDue(Instant latest, Instant now)
    {
        List<RehearsalTimer> due = [.. _armed.Where(timer => timer.Due <= latest).OrderBy(timer => timer.Due)];
        foreach (var timer in due)
        {
            if (timer.Period <= TimeSpan.Zero)
            {
                timer.Due = null;
                _armed.Remove(timer);
                continue;
            }

            // Periods that passed unseen between two looks at the machine clock are one tick, not many.
            var next = After(timer.Due!.Value, timer.Period);
            timer.Due = next > now ? next : After(now, timer.Period);
        }

        return due;
    }

    private static Instant After(Instant instant, TimeSpan delay) =>
        LastInstant - instant <= Duration.FromTimeSpan(delay) ? LastInstant : instant + Duration.FromTimeSpan(delay);
}
