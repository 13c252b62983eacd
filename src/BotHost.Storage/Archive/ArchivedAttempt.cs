namespace BotHost.Storage.Archive;

/// <summary>One attempt in the history of an exported delivery.</summary>
internal sealed record ArchivedAttempt(
    string Kind, int Part, int Attempt, string Owner, long Epoch, string ClaimedAt, string? Outcome = null, string? Detail = null, string? RecordedAt = null);
