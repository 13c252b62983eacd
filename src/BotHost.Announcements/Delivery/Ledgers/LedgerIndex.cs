using System.Collections.Concurrent;
using BotHost.Announcements.Delivery.Following;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>
/// The ledger's rows in memory, without their payloads and texts: answers come from here, decisions go through the ledger.
/// This process is the ledger's only writer, so the index is complete once loaded.
/// </summary>
public sealed class LedgerIndex(ILedger ledger) : IDisposable
{
    private readonly ConcurrentDictionary<DeliveryKey, DeliveryRow> _rows = new();

    // Two channels of one talk are refreshed at the same time; what was read later must not be overwritten by what was read before.
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var row in await ledger.ReadAsync(null, cancellationToken))
        {
            Remember(row);
        }
    }

    /// <summary>Reads a talk's rows again after something was written for it.</summary>
    public async Task RefreshAsync(string subject, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            Replace(subject, await ledger.ReadAsync([subject], cancellationToken));
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    public DeliveryRow? Find(DeliveryKey key) => _rows.GetValueOrDefault(key);

    /// <summary>
    /// The row of the same post under another zone that tells the same moment: the zone was written by another name, or corrected to one that
    /// shares its clock. What came back is not looked for: a message of it may be missing, so it goes on under its own key. Nor is what went out of the plan.
    /// </summary>
    public DeliveryRow? FindUnderAnotherZone(DeliveryKey key) => key.Occasion.Length == 0 ? null : _rows.Values.FirstOrDefault(row =>
        row.State is not DeliveryState.Retry && !Leftovers.IsOutOfPlan(row) && IsSamePostUnderAnotherZone(row.Key, key));

    /// <summary>Whether two keys are of one post, whose zone tells the same moment by another name.</summary>
    public static bool IsSamePostUnderAnotherZone(DeliveryKey one, DeliveryKey other) =>
        one.Occasion != other.Occasion && one with { Occasion = other.Occasion } == other && TalkStart.IsSameMoment(one.Occasion, other.Occasion);

    public IEnumerable<DeliveryRow> Rows => _rows.Values;

    /// <summary>The talks of which at least one post has been sent.</summary>
    public IReadOnlySet<TalkId> Announced => _rows.Values
        .Where(row => row.State is DeliveryState.Sent && row.Key.Kind is DeliveryKind.Step)
        .Select(row => new TalkId(row.Key.Subject))
        .ToHashSet();

    private void Replace(string subject, IReadOnlyList<DeliveryRow> rows)
    {
        var present = rows.Select(row => row.Key).ToHashSet();
        foreach (var row in rows)
        {
            Remember(row);
        }

        foreach (var gone in _rows.Keys.Where(key => key.Subject == subject && !present.Contains(key)))
        {
            _rows.TryRemove(gone, out _);
        }
    }

    // A sent message's payload is never needed again; what may be repeated, and what is still to be done, keeps it.
    // Of what it told, the hash says whether anything has changed; the rest is read again where it has.
    private void Remember(DeliveryRow row) => _rows[row.Key] = row.State is DeliveryState.Sent
        ? row with
        {
            Effects = [.. row.Effects.Select(effect => effect.State is DeliveryState.Sent ? effect with { Payload = "" } : effect)],
            Facts = row.Facts is null || row.Key.Kind is DeliveryKind.Report ? row.Facts : FactSheet.Trim(row.Facts),
        }
        : row;
}
