namespace BotHost.Announcements.Platforms;

/// <summary>How far a refusal reaches.</summary>
public enum RejectionScope
{
    /// <summary>This message only.</summary>
    Message,

    /// <summary>The picture of this message: without it, the rest would be taken.</summary>
    Picture,

    /// <summary>Everything to this target: it is set aside.</summary>
    Target,

    /// <summary>Everything from this bot: the platform stops.</summary>
    Bot,
}
