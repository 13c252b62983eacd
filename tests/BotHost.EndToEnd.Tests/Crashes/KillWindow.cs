namespace BotHost.EndToEnd.Tests.Crashes;

/// <summary>Where on a message's way the process is killed.</summary>
public enum KillWindow
{
    /// <summary>It has been composed; seen in the bot's own log, so the kill comes a moment later.</summary>
    Compose,

    /// <summary>It is claimed and on its way; the platform has read it and taken nothing.</summary>
    Claim,

    /// <summary>The platform has taken it, and not a byte of the answer has left.</summary>
    Send,

    /// <summary>The answer has left; the bot is about to record it.</summary>
    Record,
}
