using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Reports;

/// <summary>Tells the moderators, after everything that was due has been tried, what they should know or decide.</summary>
public sealed class ReportPass(
    DoubtQuestions doubts, SilenceQuestions silences, OlderCopyQuestions olderCopies, VanishedReports vanished, ShortfallReports shortfalls,
    DecidedReports decided, ReportRoute route)
{
    /// <returns>The reports, and the edits of decided ones, that came back and are tried again when their back-off is over.</returns>
    public async Task<IReadOnlyCollection<DeliveryKey>> RunAsync(TalkCatalogue catalogue, Knowledge known, Instant now, CancellationToken cancellationToken)
    {
        await doubts.AskAsync(catalogue, now, cancellationToken);
        await silences.AskAsync(catalogue, now, cancellationToken);
        await olderCopies.AskAsync(catalogue, now, cancellationToken);
        await vanished.TellAsync(catalogue, now, cancellationToken);
        await shortfalls.TellAsync(catalogue, known, now, cancellationToken);
        var unclosed = await decided.RunAsync(cancellationToken);
        return [.. route.CollectWaiting(), .. unclosed];
    }
}
