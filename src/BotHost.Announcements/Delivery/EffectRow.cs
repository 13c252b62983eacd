using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>One call of a delivery: part 1, part 2, later pin or publish.</summary>
public sealed record EffectRow
{
    /// <summary>What the call does; <c>message</c> for a part.</summary>
    public required string Kind { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Part { get; init; }

    /// <summary>Counted from 1; each claim adds one. 0 for a message that waits for those before it.</summary>
    public required int Attempt { get; init; }

    public required DeliveryState State { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>The exact payload; a repeat sends this and never a newly composed one.</summary>
    public required string Payload { get; init; }

    /// <summary>SHA-256 of the payload in lower-case hex.</summary>
    public required string PayloadHash { get; init; }

    /// <summary>The platform's message id once sent.</summary>
    public string? Receipt { get; init; }

    /// <summary>Which process claimed it.</summary>
    public required string Owner { get; init; }

    /// <summary>The owner's lease; always 0 on one machine.</summary>
    public long Epoch { get; init; }

    /// <summary>When the oldest attempt that may have been taken was claimed, on the machine's wall clock: not later than its first byte.</summary>
    public required Instant FirstClaimedAt { get; init; }
}
