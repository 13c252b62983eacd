namespace BotHost.Announcements.Platforms;

/// <summary>Whether the bot can write to a person alone.</summary>
public abstract record PrivateChat
{
    private PrivateChat()
    {
    }

    /// <summary>It can be tried there.</summary>
    public sealed record Open(ChannelAddress Address) : PrivateChat;

    /// <summary>Not now, or not at all.</summary>
    /// <param name="Reason">Why, for people.</param>
    public sealed record Closed(string Reason) : PrivateChat;
}
