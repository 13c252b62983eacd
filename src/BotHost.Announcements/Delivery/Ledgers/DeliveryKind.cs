namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>What a delivery is about.</summary>
public enum DeliveryKind
{
    /// <summary>A campaign step of a talk.</summary>
    Step,

    /// <summary>What is ahead in a series.</summary>
    Digest,

    /// <summary>A word to members that something about an announced talk has changed.</summary>
    Notice,

    /// <summary>A word to the moderators.</summary>
    Report,
}
