namespace BotHost.Announcements.Commands;

/// <summary>Whether somebody moderates where they speak, and if not, why.</summary>
internal enum Standing
{
    Moderator,

    /// <summary>The config names no moderators on the platform.</summary>
    NobodyNamed,

    /// <summary>They speak in a place that the config does not name: rights in it are a stranger's.</summary>
    ForeignPlace,

    /// <summary>The config does not count them as one.</summary>
    NotListed,
}
