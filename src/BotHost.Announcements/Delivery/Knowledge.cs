using BotHost.Announcements.Campaigns;
using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>What the ledger knew when: the ground for the no-flood rules.</summary>
/// <param name="Life">The ledger's birth, and the last sign of life before this process.</param>
/// <param name="Started">When this process started, on the campaign clock.</param>
/// <param name="FirstSeen">First sightings by kind and id.</param>
public sealed record Knowledge(LedgerLife Life, Instant Started, IReadOnlyDictionary<(string Kind, string Id), Instant> FirstSeen)
{
    public Instant TalkSeen(PlannedDelivery planned) => Seen("talk", planned.Talk.Id.Value);

    public Instant ChannelSeen(PlannedDelivery planned) => Seen("channel", planned.Channel.Target);

    public Instant StepSeen(PlannedDelivery planned) => Seen("step", planned.StepSighting);

    private Instant Seen(string kind, string id) => FirstSeen.TryGetValue((kind, id), out var seen) ? seen : Instant.MaxValue;
}
