using BotHost.Announcements.Delivery.Following;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>
/// Settles what waits for another try or for a person, and is no longer planned or no longer in time, so that no row is left that nobody looks at.
/// What comes back into the plan in time is freed again: nothing of it was taken, or its row would say so.
/// </summary>
public sealed partial class LeftoverPass(ILedger ledger, LedgerIndex index, ILogger<LeftoverPass> logger)
{
    public async Task RunAsync(TalkCatalogue catalogue, Knowledge known, Instant now, CancellationToken cancellationToken)
    {
        SentPosts? posts = null;
        foreach (var row in index.Rows.Where(IsLookedAt).OrderBy(row => row.Id).ToList())
        {
            posts ??= new SentPosts(catalogue);
            var why = Leftovers.WhyNotPlanned(catalogue, posts, row, now);
            var latest = Leftovers.LatestOf(catalogue, posts, row);
            if (Leftovers.IsOutOfPlan(row))
            {
                if (why is null && posts.TalkOf(row.Key) is not null && !(latest < now))
                {
                    await BringBackAsync(row, known, now, cancellationToken);
                }
            }
            else if (why is not null)
            {
                await SkipAsync(row, Leftovers.ReasonOf(row, why), now, cancellationToken);
            }
            else if (row.State is DeliveryState.Held && latest < now)
            {
                await SkipAsync(row, Leftovers.ExpiryOf(row), now, cancellationToken);
            }
        }
    }

    private static bool IsLookedAt(DeliveryRow row) =>
        row.Key.Kind is DeliveryKind.Step && (row.State is DeliveryState.Retry or DeliveryState.Held || Leftovers.IsOutOfPlan(row));

    private async Task BringBackAsync(DeliveryRow row, Knowledge known, Instant now, CancellationToken cancellationToken)
    {
        // After an older copy was made it may have come back into the plan, and been sent.
        var ofCopy = known.WhyNoNews(row.ChangedAt) is { } silence ? $"{silence}; a moderator releases it" : null;
        _ = (Leftovers.HeldBeforeOf(row) ?? ofCopy) is { } reason
            ? await ledger.SettleAsync(row.Key, DeliveryState.Held, reason, row.DueAt, now, cancellationToken)
            : await ledger.ReleaseAsync(row.Key, cancellationToken);
        await index.RefreshAsync(row.Key.Subject, cancellationToken);
        Log.PlannedAgain(logger, row.Key);
    }

    private async Task SkipAsync(DeliveryRow row, string reason, Instant now, CancellationToken cancellationToken)
    {
        await ledger.SettleAsync(row.Key, DeliveryState.Skipped, reason, row.DueAt, now, cancellationToken);
        await index.RefreshAsync(row.Key.Subject, cancellationToken);
        Log.LeftoverSkipped(logger, row.Key, reason);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Key} is skipped: {Reason}")]
        public static partial void LeftoverSkipped(ILogger logger, DeliveryKey key, string reason);

        [LoggerMessage(2, LogLevel.Information, "{Key} is planned again")]
        public static partial void PlannedAgain(ILogger logger, DeliveryKey key);
    }
}
