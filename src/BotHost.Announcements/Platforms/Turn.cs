namespace BotHost.Announcements.Platforms;

/// <summary>What the rate gate says.</summary>
public abstract record Turn
{
    private Turn()
    {
    }

    /// <summary>Send now.</summary>
    public sealed record Granted : Turn;

    /// <summary>The wait is longer than a worker should be held; come back after this stretch of machine time.</summary>
    public sealed record ComeBack(TimeSpan After) : Turn;
}
