using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>What the ledger knew when: the ground for the no-flood rules.</summary>
/// <param name="Life">The ledger's birth, and the last sign of life before this process.</param>
/// <param name="Started">When this process started, on the campaign clock.</param>
/// <param name="FirstSeen">First sightings by kind and id.</param>
public sealed record Knowledge(LedgerLife Life, Instant Started, IReadOnlyDictionary<(string Kind, string Id), Instant> FirstSeen)
{
    public Instant TalkSeen(PlannedDelivery planned) => Seen("talk", planned.Talk.FirstId.Value);

    public Instant ChannelSeen(PlannedDelivery planned) => Seen("channel", planned.Channel.Target);

    public Instant StepSeen(PlannedDelivery planned) => Seen("step", planned.StepSighting);

    /// <summary>When series, channel and step of a digest were all known. A series under a new id looks ahead from its next day on.</summary>
    public Instant SeenSince(PlannedDigest digest) => Instant.Max(
        Seen("series", digest.Series.Id.Value),
        Instant.Max(Seen("channel", digest.Channel.Target), Seen("step", digest.StepSighting)));

    /// <summary>When the link was first there that the step waits for.</summary>
    public Instant LinkSeen(PlannedDelivery planned, string kind) => Seen("link", LinkSighting(planned.Talk, kind));

    /// <summary>How it came that nothing was sent then, where that is not to be made up for without a person's word; null where the bot was there, or away for a short time.</summary>
    public string? WhySilentAt(Instant due)
    {
        if (Life.LastSignOfLife is not { } alive || due >= Started)
        {
            return null;
        }

        if (Life.IsOlderCopy)
        {
            return DeliveryPolicy.DueInOlderCopy;
        }

        return Started - alive > DeliveryPolicy.LongestSilence ? $"{DeliveryPolicy.DueInSilence} for {(long)(Started - alive).TotalHours} hours" : null;
    }

    /// <summary>Why something may have been told already, although the ledger saw it only now: the copy is older than that. Null where it is news.</summary>
    public string? WhyNoNews(Instant seen) => Life is { IsOlderCopy: true, LastSignOfLife: not null } && seen <= Started
        ? $"{DeliveryPolicy.DueInSilence}, as far as this older copy of the ledger knows"
        : null;

    /// <summary>The kind of sighting that says that a moderator released what a long silence held back.</summary>
    public const string Released = "released";

    public bool IsReleased(PlannedDelivery planned) => FirstSeen.ContainsKey(ReleaseSighting(planned.Key));

    /// <summary>The name under which the ledger remembers a release.</summary>
    public static (string Kind, string Id) ReleaseSighting(DeliveryKey key) => (Released, key.ToString());

    /// <summary>The name under which the ledger remembers that a talk got a link of a kind.</summary>
    public static string LinkSighting(Talk talk, string kind) => $"{talk.FirstId}/{kind.ToLowerInvariant()}";

    private Instant Seen(string kind, string id) => FirstSeen.TryGetValue((kind, id), out var seen) ? seen : Instant.MaxValue;
}
