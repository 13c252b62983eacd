using System.Collections.Concurrent;
using BotHost.Announcements.Delivery.Ledgers;
using NodaTime.Extensions;

namespace BotHost.Announcements.Delivery;

/// <summary>When, on the machine clock, deliveries that came back may be tried again. Forgotten at a restart, which is harmless.</summary>
public sealed class Retries(TimeProvider machine)
{
    public static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);

    public static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    /// <summary>What a platform deferred before a restart is not waited for longer than this where nobody knows how long the platform had said.</summary>
    public static readonly TimeSpan LongestDeferral = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<DeliveryKey, (int Failures, long NotBefore)> _waiting = new();

    /// <summary>It surely was not sent: back off, doubling from two seconds to five minutes.</summary>
    public void BackOff(DeliveryKey key)
    {
        var failures = _waiting.TryGetValue(key, out var before) ? before.Failures + 1 : 1;
        var delay = FirstDelay * Math.Pow(2, Math.Min(failures - 1, 16));
        Postpone(key, delay < LongestDelay ? delay : LongestDelay, failures);
    }

    /// <summary>The platform named a time.</summary>
    public void ComeBackAfter(DeliveryKey key, TimeSpan delay) => Postpone(key, delay, failures: 0);

    /// <summary>After a restart: what the platforms deferred still waits as long as they said, as far as the wall clock can tell.</summary>
    public void Restore(IEnumerable<DeliveryRow> rows)
    {
        var now = machine.GetUtcNow().ToInstant();
        foreach (var row in rows)
        {
            if (row.DeferredUntil is { } until && until > now && row.State is (DeliveryState.Retry or DeliveryState.Unknown))
            {
                // No longer than the platform said: the clock may have been wrong then, or be wrong now.
                var left = (until - now).ToTimeSpan();
                var said = until > row.ChangedAt ? (until - row.ChangedAt).ToTimeSpan() : LongestDeferral;
                ComeBackAfter(row.Key, left < said ? left : said);
            }
        }
    }

    public void Forget(DeliveryKey key) => _waiting.TryRemove(key, out _);

    /// <summary>Forgets whatever is no longer to be tried: an entry that nobody asks for would ring for ever.</summary>
    public void KeepOnly(HashSet<DeliveryKey> unfinished)
    {
        foreach (var key in _waiting.Keys.Where(key => !unfinished.Contains(key)))
        {
            _waiting.TryRemove(key, out _);
        }
    }

    public bool MayTry(DeliveryKey key) =>
        !_waiting.TryGetValue(key, out var waiting) || machine.GetTimestamp() >= waiting.NotBefore;

    /// <summary>How long until the first of them may be tried; null where none waits.</summary>
    public TimeSpan? Next()
    {
        var entries = _waiting.Values;
        if (entries.Count == 0)
        {
            return null;
        }

        var left = machine.GetElapsedTime(machine.GetTimestamp(), entries.Min(entry => entry.NotBefore));
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private void Postpone(DeliveryKey key, TimeSpan delay, int failures) =>
        _waiting[key] = (failures, machine.GetTimestamp() + (long)(delay.TotalSeconds * machine.TimestampFrequency));
}
