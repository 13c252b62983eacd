namespace BotHost.Announcements.Platforms;

/// <summary>What a platform can do, as data, so that the heart decides without knowing names.</summary>
/// <param name="DiscardsRepeatsFor">How long after the first byte a repeat with the same key is surely discarded; null: never.</param>
/// <param name="PrivateReplies">Whether an answer in a shared place can be seen by the asker alone.</param>
/// <param name="CanEdit">Whether the bot's own messages can be corrected where they stand.</param>
/// <param name="CanPin">Whether the bot's own messages can be pinned where they stand.</param>
public sealed record PlatformAbilities(TimeSpan? DiscardsRepeatsFor, bool PrivateReplies, bool CanEdit = false, bool CanPin = false);
