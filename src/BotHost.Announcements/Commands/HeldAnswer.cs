namespace BotHost.Announcements.Commands;

/// <summary>What a moderator says of a post that is held because nobody was there when it was due.</summary>
public enum HeldAnswer
{
    /// <summary>It goes out, if it is still in time.</summary>
    Post,

    /// <summary>It is not wanted any more.</summary>
    LeaveOut,

    /// <summary>The channel has it already; the ledger does not know.</summary>
    IsThere,
}
