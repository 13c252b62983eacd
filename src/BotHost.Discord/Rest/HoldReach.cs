namespace BotHost.Discord.Rest;

/// <summary>How far a wait reaches.</summary>
internal enum HoldReach
{
    /// <summary>One bucket of one target.</summary>
    Bucket,

    /// <summary>Everything that the bot sends.</summary>
    Global,

    /// <summary>Everything from this address: something in front of the platform blocks it.</summary>
    Blocked,
}
