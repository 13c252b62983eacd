namespace BotHost.Announcements.Platforms;

/// <summary>One message to send, as the ledger has recorded it.</summary>
/// <param name="Target">Where to.</param>
/// <param name="Payload">Exactly what the renderer made.</param>
/// <param name="RepeatKey">At most 25 of A-Z and 2-7; the same for every repeat of this message, another for every other message.</param>
public sealed record SendOrder(ChannelAddress Target, string Payload, string RepeatKey);
