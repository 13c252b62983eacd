using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>Sends the digests that are due. Running it twice, late or too often changes nothing in what is posted.</summary>
public sealed partial class DigestDesk(
    ITalkSource talks,
    PublicCatalogueSource members,
    ILedger ledger,
    LedgerIndex index,
    PlatformDirectory platforms,
    FitLadder ladder,
    Courier courier,
    Retries retries,
    ILogger<DigestDesk> logger)
{
    public const string NothingAhead = "nothing is ahead";

    public const string SwallowedByQuietHours = "quiet hours until it was too late";

    // Why a digest that is due waits: when its time is over, that is its reason. Forgotten at a restart, which leaves "too late".
    private readonly Dictionary<DeliveryKey, string> _held = [];

    private Instant? _lookedUntil;

    /// <summary>The digests that are due and not settled after this.</summary>
    public async Task<IReadOnlyCollection<PlannedDigest>> RunAsync(Knowledge known, Instant now, CancellationToken cancellationToken)
    {
        var unfinished = new List<PlannedDigest>();
        var catalogue = talks.Current;
        var due = DigestPlanner.Due(catalogue, now).ToList();
        await SkipOvertakenAsync([.. due.Select(digest => digest.Key)], now, cancellationToken);
        await SkipMissedAsync(known, now, cancellationToken);
        foreach (var digest in due)
        {
            if (platforms.WhyHeld(digest.Channel.Address) is { } held)
            {
                _held[digest.Key] = held;
            }
            else if (!await IsSettledAsync(catalogue, digest, known, now, cancellationToken))
            {
                unfinished.Add(digest);
            }
        }

        return unfinished;
    }

    private async Task<bool> IsSettledAsync(TalkCatalogue catalogue, PlannedDigest digest, Knowledge known, Instant now, CancellationToken cancellationToken)
    {
        var platform = platforms.Find(digest.Channel.Platform)!;
        var row = index.Find(digest.Key);
        if (row is null && index.FindUnderAnotherZone(digest.Key) is not null)
        {
            return true;
        }

        if (row is { State: not DeliveryState.Retry } && !(row.State is DeliveryState.Unknown && courier.MayRepeat(platform, row)))
        {
            return true;
        }

        if (row is { State: DeliveryState.Retry } && known.WhyNoNews(row.ChangedAt) is { } ofCopy)
        {
            return await SkipAsync(digest, ofCopy, now, cancellationToken);
        }

        if (row is null && WhyNot(digest, known) is { } reason)
        {
            return reason is DeliveryPolicy.PlannedAfterItsTime || await SkipAsync(digest, reason, now, cancellationToken);
        }

        var ahead = DigestPlanner.TalksOf(digest, members.Current);
        if (row is null && ahead.Count == 0)
        {
            return await SkipAsync(digest, NothingAhead, now, cancellationToken);
        }

        if (!retries.MayTry(digest.Key))
        {
            return false;
        }

        var parcel = new Parcel(
            digest.Key, digest.Channel, digest.DueAt, $"{digest.Step.Id} of {digest.Series.Id}", () => ladder.ClimbDigest(platform, catalogue, digest, ahead).Result)
        {
            LatestAt = digest.LatestAt,
            JudgedBy = catalogue,
        };
        var (state, _) = await courier.DeliverAsync(platform, parcel, cancellationToken);
        return state is not DeliveryState.Retry
            && !(state is DeliveryState.Unknown && index.Find(digest.Key) is { } left && courier.MayRepeat(platform, left));
    }

    // What came back again and again until the next day is given up with a word: nobody else looks at it any more.
    private async Task SkipOvertakenAsync(HashSet<DeliveryKey> due, Instant now, CancellationToken cancellationToken)
    {
        var overtaken = index.Rows.Where(row =>
            row is { Key.Kind: DeliveryKind.Digest, State: DeliveryState.Retry } && now > row.DueAt + DigestPlanner.Lateness && !due.Contains(row.Key));
        foreach (var row in overtaken.ToList())
        {
            var reason = $"{DeliveryPolicy.TooLate}; it could not be sent in time: {row.Reason}";
            await ledger.SettleAsync(row.Key, DeliveryState.Skipped, reason, row.DueAt, now, cancellationToken);
            await index.RefreshAsync(row.Key.Subject, cancellationToken);
            Log.DigestSkipped(logger, row.Key, reason);
        }
    }

    // What was wanted, and never tried while it was in time, is given up with a word, too.
    private async Task SkipMissedAsync(Knowledge known, Instant now, CancellationToken cancellationToken)
    {
        var since = _lookedUntil ?? known.Life.LastSignOfLife ?? known.Life.Born;
        foreach (var (digest, isSwallowed) in DigestPlanner.Overtaken(talks.Current, since, now).ToList())
        {
            var held = _held.Remove(digest.Key, out var reason) ? reason : platforms.WhyHeld(digest.Channel.Address);
            if (index.Find(digest.Key) is not null || index.FindUnderAnotherZone(digest.Key) is not null || WhyNot(digest, known) is DeliveryPolicy.PlannedAfterItsTime)
            {
                continue;
            }

            var why = isSwallowed ? SwallowedByQuietHours : held is null ? DeliveryPolicy.TooLate : $"{DeliveryPolicy.TooLate}; it was held: {held}";
            await SkipAsync(digest, why, now, cancellationToken);
        }

        _lookedUntil = now;
    }

    private static string? WhyNot(PlannedDigest digest, Knowledge known)
    {
        if (digest.DueAt < Instant.Max(known.Life.Born, known.SeenSince(digest)))
        {
            return DeliveryPolicy.PlannedAfterItsTime;
        }

        return known.WhySilentAt(digest.DueAt);
    }

    private async Task<bool> SkipAsync(PlannedDigest digest, string reason, Instant now, CancellationToken cancellationToken)
    {
        await ledger.SettleAsync(digest.Key, DeliveryState.Skipped, reason, digest.DueAt, now, cancellationToken);
        await index.RefreshAsync(digest.Key.Subject, cancellationToken);
        Log.DigestSkipped(logger, digest.Key, reason);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Key} is skipped: {Reason}")]
        public static partial void DigestSkipped(ILogger logger, DeliveryKey key, string reason);
    }
}
