using System.Collections.Concurrent;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>Lets the ledger see the catalogue, and keeps what it knew when.</summary>
public sealed class KnowledgeKeeper(ILedger ledger)
{
    // A press writes here, too, while a pass reads.
    private readonly ConcurrentDictionary<(string Kind, string Id), Instant> _firstSeen = new();
    private bool _knowsReleased;
    private LedgerLife? _life;
    private bool _firstLook;
    private bool _firstLookOfCopy;
    private Instant _started;

    /// <summary>Called once, after the ledger was opened.</summary>
    public void Begin(LedgerLife life, Instant started)
    {
        _life = life;
        _firstLook = life.LastSignOfLife is null;
        _firstLookOfCopy = life.IsOlderCopy;
        _started = started;
    }

    public async Task<Knowledge> SeeAsync(TalkCatalogue catalogue, Instant now, CancellationToken cancellationToken)
    {
        await ReadReleasedAsync(cancellationToken);
        var unseen = ItemsOf(catalogue).Where(item => !_firstSeen.ContainsKey(item)).ToHashSet();
        if (unseen.Count > 0)
        {
            // What a newborn ledger sees at its first look was there at its birth, however long the start took:
            // a moment later it would pass for news, and the whole past series with it.
            // And what an older copy sees at its first look may have been there, and told, before the copy was put back.
            var seenAt = _firstLook ? _life!.Born : _firstLookOfCopy ? _started : now;
            foreach (var sighting in await ledger.SeeAsync(unseen, seenAt, cancellationToken))
            {
                _firstSeen[(sighting.Kind, sighting.Id)] = sighting.FirstSeen;
            }
        }

        _firstLook = _firstLookOfCopy = false;
        return Current;
    }

    /// <summary>Remembers for good that a moderator released these: a long silence does not hold them again.</summary>
    public async Task ReleaseAsync(IReadOnlyCollection<DeliveryKey> keys, Instant now, CancellationToken cancellationToken)
    {
        foreach (var sighting in await ledger.SeeAsync([.. keys.Select(Knowledge.ReleaseSighting)], now, cancellationToken))
        {
            _firstSeen[(sighting.Kind, sighting.Id)] = sighting.FirstSeen;
        }
    }

    private async Task ReadReleasedAsync(CancellationToken cancellationToken)
    {
        if (_knowsReleased)
        {
            return;
        }

        foreach (var sighting in await ledger.ReadSightingsAsync(Knowledge.Released, cancellationToken))
        {
            _firstSeen[(sighting.Kind, sighting.Id)] = sighting.FirstSeen;
        }

        _knowsReleased = true;
    }

    /// <summary>What is known without seeing anything new.</summary>
    public Knowledge Current => new(
        _life ?? throw new InvalidOperationException("The ledger has not been opened yet."), _started, _firstSeen);

    /// <summary>The ledger's identities of everything whose first sighting matters.</summary>
    public static IEnumerable<(string Kind, string Id)> ItemsOf(TalkCatalogue catalogue)
    {
        foreach (var talk in catalogue.Talks.Values)
        {
            yield return ("talk", talk.FirstId.Value);
            foreach (var kind in talk.Links.Select(link => link.Kind).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                yield return ("link", Knowledge.LinkSighting(talk, kind));
            }
        }

        foreach (var series in catalogue.Series.Keys)
        {
            yield return ("series", series.Value);
        }

        foreach (var face in catalogue.Channels.SelectMany(channel => channel.Faces))
        {
            yield return ("channel", face.Target);
        }

        foreach (var campaign in catalogue.Campaigns.Values)
        {
            foreach (var step in campaign.Steps)
            {
                yield return ("step", $"{campaign.Id}/{step.Id}");
            }
        }
    }
}
