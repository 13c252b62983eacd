using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>What stood in a ledger at one moment.</summary>
/// <param name="Where">The store, for people.</param>
/// <param name="Life">Its birth and the last sign of life.</param>
/// <param name="FirstSeen">First sightings by kind and id.</param>
/// <param name="Rows">The deliveries.</param>
public sealed record LedgerPicture(
    string Where,
    LedgerLife Life,
    IReadOnlyDictionary<(string Kind, string Id), Instant> FirstSeen,
    IReadOnlyList<DeliveryRow> Rows)
{
    /// <summary>The moderators' changes to talks.</summary>
    public IReadOnlyList<TalkOverride> Overrides { get; init; } = [];
}
