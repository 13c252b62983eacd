namespace BotHost.Announcements.Platforms;

/// <summary>Where a platform puts a message: the platform's own id, and a topic or thread in it.</summary>
public sealed record ChannelAddress(PlatformId Platform, string Id, string? Thread = null)
{
    /// <summary>The form that the ledger remembers.</summary>
    public override string ToString() => Thread is null ? $"{Platform}:{Id}" : $"{Platform}:{Id}/{Thread}";
}
