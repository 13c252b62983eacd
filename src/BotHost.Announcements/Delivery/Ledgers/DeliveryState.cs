namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>Where a recorded delivery stands. What is only planned has no row.</summary>
public enum DeliveryState
{
    /// <summary>Claimed; bytes may be on their way. Found at start, it counts as unknown.</summary>
    Sending,

    /// <summary>The platform took every message of it.</summary>
    Sent,

    /// <summary>The claim was given back (a certain non-send, or the platform said not now); it is tried again.</summary>
    Retry,

    /// <summary>The platform refused it for good.</summary>
    Failed,

    /// <summary>Nobody knows whether it was taken; shown to the moderators, never guessed.</summary>
    Unknown,

    /// <summary>Will not go out, with a reason.</summary>
    Skipped,

    /// <summary>Waits for a moderator's or operator's decision, with a reason.</summary>
    Held,
}
