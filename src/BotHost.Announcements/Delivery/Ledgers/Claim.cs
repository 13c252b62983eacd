using System.Collections.Immutable;
using BotHost.Announcements.Delivery.Ornaments;
using NodaTime;

namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>Asks for the right to send one message of a delivery.</summary>
/// <param name="Key">Which delivery.</param>
/// <param name="Part">Which message of it, from 1.</param>
/// <param name="Parts">How many messages it has.</param>
/// <param name="Payload">The exact payload.</param>
/// <param name="DueAt">When it was due (campaign clock).</param>
/// <param name="Now">The campaign clock's now, for the record.</param>
/// <param name="Wall">The machine's wall clock, for the platform's window of discarded repeats.</param>
/// <param name="Repeat">
/// True: the caller knows that a repeat of an <see cref="DeliveryState.Unknown"/> part is safe, and the recorded payload must be the same.
/// False: such a part is not claimed again.
/// </param>
/// <param name="Facts">
/// What the delivery tells; null where nothing is to be corrected later. It is kept with the first part: a repeat, and the parts that
/// follow, leave what was kept, because the first message tells that.
/// </param>
public sealed record Claim(
    DeliveryKey Key, int Part, int Parts, string Payload, Instant DueAt, Instant Now, Instant Wall, bool Repeat = false, RecordedFacts? Facts = null)
{
    /// <summary>
    /// The exact payloads of the messages that follow the first, kept with its claim: whatever happens between two of them, the rest goes out
    /// as it was composed together with what is there already. Looked at for the first part only.
    /// </summary>
    public ImmutableArray<string> Following { get; init; } = [];

    /// <summary>The ornaments that follow once every message is out, kept with the first claim. Looked at for the first part only.</summary>
    public ImmutableArray<PlannedEffect> Ornaments { get; init; } = [];
}
