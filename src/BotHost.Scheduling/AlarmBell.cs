using BotHost.Announcements.Delivery;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace BotHost.Scheduling;

/// <summary>Rings the heart, and remembers which instants have rung, so that an instant that stays in the set does not ring at each setting.</summary>
/// <remarks>The heart's bell is asked for at each ring: the heart knows the alarm, so neither can be made before the other.</remarks>
internal sealed class AlarmBell(IServiceProvider services, TimeProvider machine)
{
    // A rehearsal plays hundreds of hours per second; one look at the plan per second is enough of a safety net.
    private static readonly TimeSpan BetweenReplans = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly HashSet<Instant> _rung = [];
    private long? _lastReplan;

    public void Ring(string reason) => services.GetRequiredService<IWakeUp>().Wake(reason);

    public void RingDue(Instant due)
    {
        lock (_gate)
        {
            _rung.Add(due);
        }

        Ring($"due {InstantPattern.ExtendedIso.Format(due)}");
    }

    public void RingHourly()
    {
        lock (_gate)
        {
            var now = machine.GetTimestamp();
            if (_lastReplan is { } last && machine.GetElapsedTime(last, now) < BetweenReplans)
            {
                return;
            }

            _lastReplan = now;
        }

        Ring("hourly");
    }

    /// <summary>Forgets what has left the set, so that it may ring again when it comes back, and answers which of the set have not rung yet.</summary>
    public IReadOnlyList<Instant> KeepOnly(IReadOnlySet<Instant> past)
    {
        lock (_gate)
        {
            _rung.IntersectWith(past);
            return [.. past.Except(_rung)];
        }
    }
}
