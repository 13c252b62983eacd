using NodaTime;

namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>One call of a delivery: part 1, part 2, a pin, a publishing.</summary>
public sealed record EffectRow
{
    public required EffectKind Kind { get; init; }

    /// <summary>Counted from 1; for an ornament, the message that it belongs to.</summary>
    public required int Part { get; init; }

    /// <summary>Counted from 1; each claim adds one. 0 for what waits for the messages before it.</summary>
    public required int Attempt { get; init; }

    public required DeliveryState State { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>The exact payload; a repeat sends this and never a newly composed one.</summary>
    public required string Payload { get; init; }

    /// <summary>SHA-256 of the payload in lower-case hex.</summary>
    public required string PayloadHash { get; init; }

    /// <summary>The platform's id of what it made or changed, once sent; null where only a person's word says that it is there.</summary>
    public string? Receipt { get; init; }

    /// <summary>Which process claimed it.</summary>
    public required string Owner { get; init; }

    /// <summary>The owner's lease; always 0 on one machine.</summary>
    public long Epoch { get; init; }

    /// <summary>When the oldest attempt that may have been taken was claimed, on the machine's wall clock: not later than its first byte.</summary>
    public required Instant FirstClaimedAt { get; init; }

    /// <summary>When the latest attempt was claimed, on the machine's wall clock.</summary>
    public required Instant ClaimedAt { get; init; }
}
