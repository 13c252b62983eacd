using System.Globalization;
using BotHost.Announcements.Delivery.Ledgers;

namespace BotHost.Announcements.Reports;

/// <summary>What the ledger keeps of a report with buttons: the question that they belong to, and whether the message still asks it. Pure.</summary>
/// <param name="Question">The ledger's row.</param>
/// <param name="IsClosed">Whether the message shows what was decided.</param>
public sealed record ReportSheet(long Question, bool IsClosed)
{
    private const string Asks = "asks";

    private const string Closed = "closed";

    /// <summary>Null where the report asks nothing, or was written by a version that kept nothing of it.</summary>
    public static ReportSheet? Read(DeliveryRow row) =>
        row.Key.Kind is DeliveryKind.Report && row.Facts?.Hash.Split(' ') is [Asks or Closed, var number]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var question)
            ? new ReportSheet(question, row.Facts.Hash.StartsWith(Closed, StringComparison.Ordinal))
            : null;

    public RecordedFacts Write()
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"{(IsClosed ? Closed : Asks)} {Question}");
        return new RecordedFacts($$"""{"report":"{{mark}}"}""", mark);
    }
}
