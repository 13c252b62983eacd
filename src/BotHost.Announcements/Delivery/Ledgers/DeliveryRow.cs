using NodaTime;

namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>What the ledger remembers of one delivery.</summary>
public sealed record DeliveryRow
{
    public required long Id { get; init; }

    public required DeliveryKey Key { get; init; }

    public required DeliveryState State { get; init; }

    /// <summary>Why it stands there; empty for sending, and for sent unless its last correction was not taken.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When it was due, on the campaign clock.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>Raised by <em>Send again</em>; part of the repeat key.</summary>
    public int Generation { get; init; }

    /// <summary>How many attempts have been claimed so far, over all parts.</summary>
    public int Attempts { get; init; }

    /// <summary>What it told; null where nobody wrote that down.</summary>
    public RecordedFacts? Facts { get; init; }

    /// <summary>When the state was last changed, on the campaign clock; a correction does not change it.</summary>
    public required Instant ChangedAt { get; init; }

    /// <summary>Where the platform said not now: until when, on the machine's wall clock; null where it may be tried at any time.</summary>
    public Instant? DeferredUntil { get; init; }

    /// <summary>The messages of the delivery in order, then its ornaments.</summary>
    public IReadOnlyList<EffectRow> Effects { get; init; } = [];

    /// <summary>The messages alone, in order.</summary>
    public IEnumerable<EffectRow> Messages => Effects.Where(effect => effect.Kind is EffectKind.Message);

    /// <summary>What follows the messages.</summary>
    public IEnumerable<EffectRow> Ornaments => Effects.Where(effect => effect.Kind is not EffectKind.Message);
}
