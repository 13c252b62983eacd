using System.Collections.Concurrent;
using BotHost.Announcements.Platforms;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>
/// Writes outcomes down, and keeps in memory what the store does not take: what a platform answered must not be forgotten because a disk is full.
/// While something is kept, nothing new may be claimed.
/// </summary>
public sealed partial class OutcomeKeeper(ILedger ledger, LedgerIndex index, ILogger<OutcomeKeeper> logger) : IDisposable
{
    private readonly ConcurrentQueue<KeptOutcome> _kept = new();
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>How many outcomes wait for the store.</summary>
    public int Waiting => _kept.Count;

    /// <summary>Whether something of this delivery waits for the store.</summary>
    public bool Keeps(DeliveryKey key) => _kept.Any(kept => kept.Key == key);

    /// <summary>Records an outcome now, or as soon as the store works again. It never throws because of the store.</summary>
    public async Task RecordAsync(DeliveryKey key, AttemptId attempt, Outcome outcome, Instant now)
    {
        try
        {
            await ledger.RecordAsync(attempt, outcome, now, CancellationToken.None);
            await index.RefreshAsync(key.Subject, CancellationToken.None);
        }
        catch (Exception failed)
        {
            // Whatever it is: forgotten, it would pass for a claim that was never sent. Recording twice is harmless: the second finds no attempt on its way.
            _kept.Enqueue(new KeptOutcome(key, attempt, outcome, now));
            Log.OutcomeKept(logger, key, failed.Message);
        }
    }

    /// <summary>Writes down what waits.</summary>
    /// <exception cref="LedgerUnavailableException">The store still does not work; nothing is lost by that.</exception>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (_kept.IsEmpty)
        {
            return;
        }

        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            while (_kept.TryPeek(out var kept))
            {
                await ledger.RecordAsync(kept.Attempt, kept.Outcome, kept.Now, cancellationToken);
                await index.RefreshAsync(kept.Key.Subject, cancellationToken);
                _kept.TryDequeue(out _);
                Log.OutcomeWritten(logger, kept.Key);
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private sealed record KeptOutcome(DeliveryKey Key, AttemptId Attempt, Outcome Outcome, Instant Now);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "What became of {Key} is kept in memory, and nothing more is sent until it is written down: {Reason}")]
        public static partial void OutcomeKept(ILogger logger, DeliveryKey key, string reason);

        [LoggerMessage(2, LogLevel.Information, "The ledger works again: what became of {Key} is written down")]
        public static partial void OutcomeWritten(ILogger logger, DeliveryKey key);
    }
}
