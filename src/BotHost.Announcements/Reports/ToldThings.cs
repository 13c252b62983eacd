using BotHost.Announcements.Delivery.Ledgers;
using NodaTime;

namespace BotHost.Announcements.Reports;

/// <summary>
/// Remembers which things a grouped report tells of. What it will tell is written down before it is sent, and whether it was told follows from the
/// report's own row: so a crash between the two neither repeats nor loses a word.
/// </summary>
public sealed class ToldThings(ILedger ledger, LedgerIndex index)
{
    /// <summary>The ledger's subject of the grouped reports.</summary>
    public const string Subject = "posts";

    private const string Kind = "told";

    private Dictionary<(string Step, string Mark), HashSet<string>>? _occasions;

    /// <summary>A row as a thing: held, released and held again it is news.</summary>
    public static string MarkOf(DeliveryRow row) => $"{row.Key}|{row.ChangedAt.ToUnixTimeTicks()}";

    /// <summary>Whether one of the things was told by a report of that name.</summary>
    public async Task<Func<string, bool>> ReadAsync(string step, CancellationToken cancellationToken)
    {
        var occasions = await OccasionsAsync(cancellationToken);
        var told = index.Rows
            .Where(row => row.Key is { Kind: DeliveryKind.Report, Subject: Subject } && row.Key.Step == step && row.State is DeliveryState.Sent or DeliveryState.Unknown)
            .Select(row => row.Key.Occasion)
            .ToHashSet(StringComparer.Ordinal);
        return mark => occasions.TryGetValue((step, mark), out var of) && of.Overlaps(told);
    }

    /// <summary>Called before they are told together; returns the report's occasion, which is the same for the same things.</summary>
    public async Task<string> BeginAsync(string step, IReadOnlyCollection<string> marks, Instant now, CancellationToken cancellationToken)
    {
        var occasions = await OccasionsAsync(cancellationToken);
        var occasion = Shortfalls.Hash(string.Join('\n', marks.Order(StringComparer.Ordinal)));
        var unwritten = marks.Where(mark => !occasions.TryGetValue((step, mark), out var of) || !of.Contains(occasion)).ToList();
        if (unwritten.Count > 0)
        {
            await ledger.SeeAsync([.. unwritten.Select(mark => (Kind, $"{step} {occasion} {mark}"))], now, cancellationToken);
            foreach (var mark in unwritten)
            {
                Remember(occasions, step, occasion, mark);
            }
        }

        return occasion;
    }

    private async Task<Dictionary<(string Step, string Mark), HashSet<string>>> OccasionsAsync(CancellationToken cancellationToken)
    {
        if (_occasions is null)
        {
            var read = new Dictionary<(string Step, string Mark), HashSet<string>>();
            foreach (var sighting in await ledger.ReadSightingsAsync(Kind, cancellationToken))
            {
                if (sighting.Id.Split(' ', 3) is [var step, var occasion, var mark])
                {
                    Remember(read, step, occasion, mark);
                }
            }

            _occasions = read;
        }

        return _occasions;
    }

    private static void Remember(Dictionary<(string Step, string Mark), HashSet<string>> occasions, string step, string occasion, string mark)
    {
        if (!occasions.TryGetValue((step, mark), out var of))
        {
            occasions[(step, mark)] = of = new HashSet<string>(StringComparer.Ordinal);
        }

        of.Add(occasion);
    }
}
