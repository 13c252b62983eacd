namespace BotHost.Sandbox.Discord.Threads;

/// <summary>A thread as Discord keeps it; its id is that of the message that it hangs on.</summary>
internal sealed class StoredThread
{
    public required string Id { get; init; }

    public required string GuildId { get; init; }

    public required string ParentId { get; init; }

    public required string OwnerId { get; init; }

    /// <summary>10 in announcement channels, 11 in others.</summary>
    public required int Type { get; init; }

    public required string Name { get; set; }

    public required int AutoArchiveMinutes { get; set; }

    public int SecondsBetweenMessages { get; set; }

    public bool Archived { get; set; }

    public bool Locked { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last opened or archived.</summary>
    public required DateTimeOffset ArchiveChangedAt { get; set; }
}
