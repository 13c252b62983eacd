namespace BotHost.Announcements.Talks;

/// <summary>Where a talk stands against the clock.</summary>
public enum TalkPhase
{
    Running,
    Ahead,

    /// <summary>No day is known, or the known one no longer holds.</summary>
    Undated,
    Over,
}
