using System.Collections.Concurrent;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Delivery;

/// <summary>
/// The ledger's rows in memory, without their payloads and texts: answers come from here, decisions go through the ledger.
/// This process is the ledger's only writer, so the index is complete once loaded.
/// </summary>
public sealed class LedgerIndex(ILedger ledger) : IDisposable
{
    // Two that read at the same time may write down what they read in the other order, and the older state would stay.
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly ConcurrentDictionary<DeliveryKey, DeliveryRow> _rows = new();

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
            var rows = await ledger.ReadAsync([subject], cancellationToken);
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
        finally
        {
            _oneAtATime.Release();
        }
    }

    public DeliveryRow? Find(DeliveryKey key) => _rows.GetValueOrDefault(key);

    /// <summary>
    /// The row of the same post under another zone that tells the same moment: the zone was written by another name, or corrected to one that
    /// shares its clock. What came back was not posted, and is not looked for.
    /// </summary>
    public DeliveryRow? FindUnderAnotherZone(DeliveryKey key) => key.Occasion.Length == 0 ? null : _rows.Values.FirstOrDefault(row =>
        row.State is not DeliveryState.Retry
        && row.Key.Occasion != key.Occasion
        && row.Key with { Occasion = key.Occasion } == key
        && TalkStart.IsSameMoment(row.Key.Occasion, key.Occasion));

    public IEnumerable<DeliveryRow> Rows => _rows.Values;

    /// <summary>The talks of which at least one post has been sent.</summary>
    public IReadOnlySet<TalkId> Announced => _rows.Values
        .Where(row => row.State is DeliveryState.Sent && row.Key.Kind is DeliveryKind.Step)
        .Select(row => new TalkId(row.Key.Subject))
        .ToHashSet();

    public void Dispose() => _oneAtATime.Dispose();

    // A sent message's payload is never needed again; what may be repeated, and what is still to be done, keeps it.
    // Of what it told, the hash says whether anything has changed; the rest is read again where it has.
    private void Remember(DeliveryRow row) => _rows[row.Key] = row.State is DeliveryState.Sent
        ? row with
        {
            Effects = [.. row.Effects.Select(effect => effect.State is DeliveryState.Sent ? effect with { Payload = "" } : effect)],
            Facts = row.Facts is null ? null : FactSheet.Trim(row.Facts),
        }
        : row;
}
