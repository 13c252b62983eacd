using BotHost.Announcements.Platforms;

namespace BotHost.Announcements.Delivery;

/// <summary>The platforms that this process speaks to, and where nothing can be sent now.</summary>
/// <param name="platforms">One of each.</param>
/// <param name="targets">What is set aside; null for those who only read.</param>
public sealed class PlatformDirectory(IEnumerable<IChatPlatform> platforms, TargetBoard? targets = null)
{
    private readonly Dictionary<PlatformId, IChatPlatform> _platforms = platforms.ToDictionary(platform => platform.Id);

    public IReadOnlyCollection<IChatPlatform> All => _platforms.Values;

    public IChatPlatform? Find(PlatformId id) => _platforms.GetValueOrDefault(id);

    /// <summary>Why nothing can be sent to this target now; null where sending is tried.</summary>
    public string? WhyHeld(ChannelAddress target) =>
        WhyHeld(target.Platform) ?? (targets?.WhySetAside(target) is { } reason ? $"set aside: {reason}" : null);

    /// <summary>Why nothing can be sent there now; null where sending is tried.</summary>
    public string? WhyHeld(PlatformId id) => Find(id)?.State switch
    {
        null => $"this program does not speak {id}",
        PlatformState.NotConfigured missing => $"{missing.Setting} missing",
        PlatformState.Refused refused => $"{id} refused the bot: {refused.Reason}",
        _ => null,
    };
}
