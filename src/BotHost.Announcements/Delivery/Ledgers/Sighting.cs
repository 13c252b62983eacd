using NodaTime;

namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>Something that the ledger has seen in a catalogue, and when it saw it first.</summary>
/// <param name="Kind"><c>talk</c>, <c>channel</c> (by target) or <c>step</c> (campaign/step).</param>
/// <param name="Id">Its identity.</param>
/// <param name="FirstSeen">On the campaign clock.</param>
public sealed record Sighting(string Kind, string Id, Instant FirstSeen);
