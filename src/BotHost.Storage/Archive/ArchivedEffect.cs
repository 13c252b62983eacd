namespace BotHost.Storage.Archive;

/// <summary>An effect of an exported delivery.</summary>
/// <param name="Kind">The store's word.</param>
/// <param name="Part">Counted from 1.</param>
/// <param name="Position">Its place among the ornaments, from 1; 0 for a message.</param>
/// <param name="Attempt">0 for what was not tried yet.</param>
/// <param name="State">The store's word.</param>
/// <param name="Reason">Why it stands there.</param>
/// <param name="Payload">The exact payload.</param>
/// <param name="Owner">Which process claimed it.</param>
/// <param name="Epoch">The owner's lease.</param>
/// <param name="InDoubt">Some attempt may have been taken.</param>
/// <param name="FirstClaimedAt">The machine's wall clock.</param>
/// <param name="ClaimedAt">The machine's wall clock.</param>
/// <param name="RecordedAt">The campaign clock.</param>
/// <param name="Receipt">The platform's id.</param>
internal sealed record ArchivedEffect(
    string Kind, int Part, int Position, int Attempt, string State, string Reason, string Payload, string Owner, long Epoch, bool InDoubt,
    string FirstClaimedAt, string ClaimedAt, string? RecordedAt = null, string? Receipt = null);
