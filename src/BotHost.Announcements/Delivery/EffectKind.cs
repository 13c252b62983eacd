namespace BotHost.Announcements.Delivery;

/// <summary>What one call of a delivery does. Everything but the message is an ornament: it follows the post, and its failure is never the post's.</summary>
public enum EffectKind
{
    /// <summary>Posts one message of the delivery.</summary>
    Message,

    /// <summary>Pins one of its messages.</summary>
    Pin,

    /// <summary>Unpins what was pinned for the same step before.</summary>
    Unpin,

    /// <summary>Publishes one of its messages to the channels that follow.</summary>
    Publish,

    /// <summary>Opens a thread under one of its messages.</summary>
    Thread,

    /// <summary>Opens the platform's own event for the talk.</summary>
    Event,
}
