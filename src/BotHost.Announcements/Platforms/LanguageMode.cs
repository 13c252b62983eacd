namespace BotHost.Announcements.Platforms;

/// <summary>How a channel with several languages speaks them.</summary>
public enum LanguageMode
{
    /// <summary>One post with every text, times and links once.</summary>
    Together,

    /// <summary>A post for each language.</summary>
    Separate,
}
