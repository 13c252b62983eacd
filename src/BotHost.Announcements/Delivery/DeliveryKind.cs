namespace BotHost.Announcements.Delivery;

/// <summary>What a delivery is about.</summary>
public enum DeliveryKind
{
    /// <summary>A campaign step of a talk.</summary>
    Step,

    /// <summary>What is ahead in a series.</summary>
    Digest,

    /// <summary>A word to the moderators.</summary>
    Report,
}
