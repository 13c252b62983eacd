namespace BotHost.Announcements.Platforms;

/// <summary>Whether a platform can be spoken to.</summary>
public abstract record PlatformState
{
    private PlatformState()
    {
    }

    /// <summary>No token: posts are held, commands do not arrive.</summary>
    /// <param name="Setting">The missing setting, with two underscores as in the environment.</param>
    public sealed record NotConfigured(string Setting) : PlatformState;

    /// <summary>Has a token that was not refused; sending is tried.</summary>
    public sealed record Usable : PlatformState;

    /// <summary>The platform refused the bot; nothing is tried again until the operator acts.</summary>
    public sealed record Refused(string Reason, string Remedy) : PlatformState;
}
