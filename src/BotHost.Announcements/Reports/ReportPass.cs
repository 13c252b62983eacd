using System.Runtime.ExceptionServices;
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
        // A report that a fault stands in the way of keeps no other from being told; the fault itself is told to whoever asked for the pass.
        ExceptionDispatchInfo? fault = null;
        foreach (var part in (Func<Task>[])
            [
                () => doubts.AskAsync(catalogue, now, cancellationToken),
                () => silences.AskAsync(catalogue, now, cancellationToken),
                () => olderCopies.AskAsync(catalogue, now, cancellationToken),
                () => vanished.TellAsync(catalogue, now, cancellationToken),
                () => shortfalls.TellAsync(catalogue, known, now, cancellationToken),
            ])
        {
            try
            {
                await part();
            }
            catch (Exception exception) when (exception is not LedgerUnavailableException && !cancellationToken.IsCancellationRequested)
            {
                fault ??= ExceptionDispatchInfo.Capture(exception);
            }
        }

        var unclosed = await decided.RunAsync(cancellationToken);
        fault?.Throw();
        return [.. route.CollectWaiting(), .. unclosed];
    }
}
