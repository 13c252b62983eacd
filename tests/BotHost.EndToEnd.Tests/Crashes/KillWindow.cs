namespace BotHost.EndToEnd.Tests.Crashes;

/// <summary>Where the process is killed.</summary>
internal enum KillWindow
{
    /// <summary>A request is there in full, and the platform has taken nothing.</summary>
    BeforeAccepting,

    /// <summary>The platform has taken it, and not a byte of the answer has left.</summary>
    AfterAccepting,

    /// <summary>The answer has left; the bot is about to record it.</summary>
    AfterAnswering,

    /// <summary>The first message of a post stands there, the second does not yet.</summary>
    BetweenParts,

    /// <summary>A ledger of the version before is open, and the start's first request has not been made.</summary>
    Migration,

    /// <summary>So many milliseconds after the start, whatever is going on.</summary>
    AnyMoment,
}
