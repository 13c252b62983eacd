using System.Collections.Concurrent;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery.Ledgers;

namespace BotHost.Announcements.Reports;

/// <summary>
/// Knows the one question of each report: all its copies ask the same, so that whoever presses first decides for all of them. It stands beside each copy
/// in the ledger.
/// </summary>
public sealed class ReportQuestions(LedgerIndex index, DecidedQuestions decided)
{
    // A copy that is not claimed yet has nothing in the ledger; no message asks its question either, so a restart may forget it.
    private readonly ConcurrentDictionary<(string Subject, string Step, string Occasion), long> _asked = new();

    /// <summary>The report's question; null where it was not asked yet.</summary>
    public long? Find(string subject, string step, string occasion)
    {
        if (_asked.TryGetValue((subject, step, occasion), out var question))
        {
            return question;
        }

        var copies = index.Rows.Where(row =>
            row.Key.Kind is DeliveryKind.Report && row.Key.Subject == subject && row.Key.Step == step && row.Key.Occasion == occasion);
        return copies.Select(ReportSheet.Read).FirstOrDefault(sheet => sheet is not null)?.Question;
    }

    public void Remember(string subject, string step, string occasion, long question) => _asked[(subject, step, occasion)] = question;

    /// <summary>Whether somebody has decided it already.</summary>
    public async Task<bool> IsDecidedAsync(Report report, CancellationToken cancellationToken) =>
        Find(report.Subject, report.Step, report.Occasion) is { } question && await decided.FindAsync(question, cancellationToken) is not null;
}
