using BotHost.Announcements.Delivery.Following;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Reports;

/// <summary>Asks the moderators, once, what became of talks that were announced and are no longer in the files.</summary>
public sealed class VanishedReports(LedgerIndex index, ILedger ledger, ToldThings things, ReportRoute route)
{
    /// <summary>The report's name in the ledger's key.</summary>
    public const string Step = "vanished";

    public async Task TellAsync(TalkCatalogue catalogue, Instant now, CancellationToken cancellationToken)
    {
        var isTold = await things.ReadAsync(Step, cancellationToken);
        var vanished = VanishedTalks.Of(catalogue, index.Rows, now).Where(talk => !isTold(MarkOf(talk))).ToList();
        if (vanished.Count == 0)
        {
            return;
        }

        var lines = new List<string>();
        foreach (var talk in vanished)
        {
            lines.Add(await LineOfAsync(talk, cancellationToken));
        }

        var title = vanished.Count == 1 ? "An announced talk is no longer in the files" : $"{vanished.Count} announced talks are no longer in the files";
        var ask = vanished.Count == 1
            ? $"Its posts stay as they are, and nothing more is posted. What became of it? To go on, {VanishedTalks.Remedy}."
            : $"Their posts stay as they are, and nothing more is posted. What became of them? For each, to go on, {VanishedTalks.Remedy}.";
        var occasion = await things.BeginAsync(Step, [.. vanished.Select(MarkOf)], now, cancellationToken);
        var report = new Report(
            ToldThings.Subject, Step, occasion, $"{title}: {lines[0]}",
            _ => Task.FromResult(ReportPost.Of(title, [ask], lines)));
        await route.TellAsync(report, cancellationToken);
    }

    private static string MarkOf(VanishedTalk talk) => $"{talk.Subject}|{talk.Start}";

    // The index keeps no titles.
    private async Task<string> LineOfAsync(VanishedTalk talk, CancellationToken cancellationToken)
    {
        var rows = await ledger.ReadAsync([talk.Subject], cancellationToken);
        var title = rows.OrderByDescending(row => row.ChangedAt).Select(row => row.Facts is { } facts ? FactSheet.TitleOf(facts) : null).FirstOrDefault(title => title is not null);
        return title is null ? $"{talk.Subject}, {talk.When}" : $"{title} ({talk.Subject}), {talk.When}";
    }
}
