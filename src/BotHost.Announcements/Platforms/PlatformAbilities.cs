using System.Collections.Immutable;
using BotHost.Announcements.Delivery;

namespace BotHost.Announcements.Platforms;

/// <summary>What a platform can do, as data, so that the heart decides without knowing names.</summary>
/// <param name="DiscardsRepeatsFor">How long after the first byte a repeat with the same key is surely discarded; null: never.</param>
/// <param name="PrivateReplies">Whether an answer in a shared place can be seen by the asker alone.</param>
/// <param name="CanEdit">Whether the bot's own messages can be corrected where they stand.</param>
/// <param name="CanLookUp">Whether the bot can read what stands in a channel, and so find a message whose sending was never answered.</param>
public sealed record PlatformAbilities(TimeSpan? DiscardsRepeatsFor, bool PrivateReplies, bool CanEdit = false, bool CanLookUp = false)
{
    /// <summary>What it can do to a message that stands there.</summary>
    public ImmutableArray<EffectKind> Ornaments { get; init; } = [];
}
