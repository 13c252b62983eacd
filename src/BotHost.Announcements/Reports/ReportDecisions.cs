using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BotHost.Announcements.Reports;

/// <summary>Writes decisions into the ledger and rings the bell; the next pass carries them out by its own rules.</summary>
internal sealed partial class ReportDecisions(
    ITalkSource talks,
    ILedger ledger,
    LedgerIndex index,
    KnowledgeKeeper keeper,
    TargetBoard targets,
    Retries retries,
    IWakeUp bell,
    IClock campaign,
    ILogger<ReportDecisions> logger) : IReportDecisions
{
    /// <summary>How the reasons begin, before the name of the moderator.</summary>
    public const string LeftOut = "left out by ";

    public const string ThereAlready = "is there already, says ";

    public async Task<string?> EndDoubtAsync(string delivery, bool isThere, string decidedBy, CancellationToken cancellationToken)
    {
        if (index.Rows.FirstOrDefault(row => row.State is DeliveryState.Unknown && row.Key.ToString() == delivery) is not { } row)
        {
            return null;
        }

        Resolution resolution = isThere ? new Resolution.Confirmed(decidedBy) : new Resolution.Again(decidedBy);
        var isEnded = false;
        foreach (var message in row.Messages.Where(message => message.State is DeliveryState.Unknown).ToList())
        {
            isEnded |= await ledger.ResolveAsync(row.Key, message.Kind, message.Part, resolution, campaign.GetCurrentInstant(), cancellationToken);
        }

        if (!isEnded)
        {
            return null;
        }

        Log.DoubtEnded(logger, row.Key, isThere, decidedBy);
        retries.Forget(row.Key);
        await index.RefreshAsync(row.Key.Subject, cancellationToken);
        bell.Wake("a moderator ended a doubt");
        return new PostNames(talks.Current).Of(row.Key);
    }

    public async Task<int> DecideHeldAsync(IReadOnlyCollection<long> rows, HeldAnswer answer, string decidedBy, CancellationToken cancellationToken)
    {
        var held = index.Rows.Where(row => rows.Contains(row.Id) && (SilenceQuestions.IsHeldBySilence(row) || OlderCopyQuestions.IsHeldByOlderCopy(row))).ToList();
        if (held.Count == 0)
        {
            return 0;
        }

        Log.HeldDecided(logger, held.Count, answer, decidedBy);
        var now = campaign.GetCurrentInstant();
        if (answer is HeldAnswer.Post)
        {
            // On record before the first row goes: else a pass in between would hold it again.
            await keeper.ReleaseAsync([.. held.Select(row => row.Key)], now, cancellationToken);
        }

        foreach (var row in held)
        {
            _ = answer is HeldAnswer.Post
                ? await ledger.ReleaseAsync(row.Key, cancellationToken)
                : await ledger.SettleAsync(row.Key, DeliveryState.Skipped, $"{(answer is HeldAnswer.IsThere ? ThereAlready : LeftOut)}{decidedBy}", row.DueAt, now, cancellationToken);
            await index.RefreshAsync(row.Key.Subject, cancellationToken);
        }

        bell.Wake("a moderator decided what was held");
        return held.Count;
    }

    public async Task<int> TryAgainAsync(IReadOnlyCollection<long> rows, string decidedBy, CancellationToken cancellationToken)
    {
        var refused = index.Rows.Where(row => rows.Contains(row.Id) && row.State is DeliveryState.Failed).ToList();
        var tried = refused.Count + targets.All.Count;
        if (tried == 0)
        {
            return 0;
        }

        Log.TriedAgain(logger, decidedBy);
        targets.TryAll();
        foreach (var row in refused)
        {
            await ledger.ReleaseAsync(row.Key, cancellationToken);
            await index.RefreshAsync(row.Key.Subject, cancellationToken);
        }

        bell.Wake("a moderator wants it tried again");
        return tried;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The doubt about {Key} is over, it is there: {IsThere}, says {DecidedBy}")]
        public static partial void DoubtEnded(ILogger logger, DeliveryKey key, bool isThere, string decidedBy);

        [LoggerMessage(2, LogLevel.Information, "What is done with {Count} posts that were held: {Answer}, says {DecidedBy}")]
        public static partial void HeldDecided(ILogger logger, int count, HeldAnswer answer, string decidedBy);

        [LoggerMessage(3, LogLevel.Information, "{DecidedBy} wants what was refused to be tried again")]
        public static partial void TriedAgain(ILogger logger, string decidedBy);
    }
}
