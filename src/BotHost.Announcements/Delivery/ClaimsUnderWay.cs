using System.Collections.Concurrent;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>
/// Knows which claims of this process somebody is working on, and gives back the others. A store that fails in the middle of a commit may have kept a
/// claim that nobody was granted: without this it would stand as sending until the next start, and nobody would send it.
/// </summary>
public sealed partial class ClaimsUnderWay(LedgerIndex index, OutcomeKeeper outcomes, IClock campaign, ILogger<ClaimsUnderWay> logger)
{
    private readonly ConcurrentDictionary<DeliveryKey, int> _busy = new();

    /// <summary>Somebody works on this delivery, from before its claim until after its record.</summary>
    public IDisposable Begin(DeliveryKey key)
    {
        _busy.AddOrUpdate(key, 1, (_, count) => count + 1);
        return new Work(this, key);
    }

    /// <summary>Gives back what stands as sending while nobody works on it: it surely was not sent.</summary>
    /// <remarks>What was sent, and is kept until it can be written down, is not given back: it looks the same from here.</remarks>
    public async Task GiveBackStraysAsync()
    {
        foreach (var row in index.Rows.Where(row => row.Effects.Any(IsSending) && IsNobodys(row.Key)).ToList())
        {
            foreach (var effect in row.Effects.Where(IsSending))
            {
                Log.GivenBack(logger, row.Key);
                await outcomes.RecordAsync(
                    row.Key, new AttemptId(row.Id, effect.Part, effect.Attempt, effect.Kind), new Outcome.NotSent("the ledger failed while it was claimed"), campaign.GetCurrentInstant());
            }
        }
    }

    // In this order: what became of a delivery is kept before whoever worked on it ends.
    private bool IsNobodys(DeliveryKey key) => !_busy.ContainsKey(key) && !outcomes.Keeps(key);

    private static bool IsSending(EffectRow effect) => effect.State is DeliveryState.Sending;

    private void End(DeliveryKey key)
    {
        if (_busy.AddOrUpdate(key, 0, (_, count) => count - 1) <= 0)
        {
            _busy.TryRemove(new KeyValuePair<DeliveryKey, int>(key, 0));
        }
    }

    private sealed class Work(ClaimsUnderWay owner, DeliveryKey key) : IDisposable
    {
        public void Dispose() => owner.End(key);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Key} was claimed by a commit that failed, and was not sent; it is tried again")]
        public static partial void GivenBack(ILogger logger, DeliveryKey key);
    }
}
