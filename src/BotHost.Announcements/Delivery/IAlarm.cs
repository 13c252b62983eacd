using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>Wakes the heart at instants of the campaign clock. Losing, doubling or delaying a wake is harmless.</summary>
public interface IAlarm
{
    /// <summary>
    /// Replaces the set of instants. An instant that is not in the future wakes at once, and once for as long as it stays in the set.
    /// A rehearsal's clock does not pass the earliest of them; while work at an instant is unfinished, the caller keeps it in the set.
    /// </summary>
    Task SetAsync(IReadOnlyCollection<Instant> instants, CancellationToken cancellationToken);
}
