using BotHost.Announcements.Delivery;

namespace BotHost.Announcements.Platforms;

/// <summary>One ornament of a message that the bot sent.</summary>
/// <param name="Kind">What is to be done; one of the platform's <see cref="PlatformAbilities.Ornaments"/>.</param>
/// <param name="Target">Where the message stands.</param>
/// <param name="Receipt">The message's id, as <see cref="Outcome.Sent"/> named it; empty for an event where nobody knows it.</param>
/// <param name="Payload">
/// What the platform's renderer made for it, as the ledger has recorded it; empty where the message says it all. An event that was
/// <see cref="Made"/> and has no payload any more is to be taken away.
/// </param>
/// <param name="Repeats">An earlier attempt of it may have been taken: where a second one would be seen, look first.</param>
public sealed record OrnamentOrder(EffectKind Kind, ChannelAddress Target, string Receipt, string Payload = "", bool Repeats = false)
{
    /// <summary>The id of the event or thread that an earlier attempt made and that is to say something else now; null where there is none.</summary>
    public string? Made { get; init; }
}
