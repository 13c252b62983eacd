namespace BotHost.Announcements.Platforms;

/// <summary>One message to correct where it stands.</summary>
/// <param name="Target">Where it stands.</param>
/// <param name="Receipt">The platform's message id, as <see cref="Outcome.Sent"/> named it.</param>
/// <param name="Payload">Exactly what the renderer made: the message as it would be sent now.</param>
/// <param name="PicturesChanged">Whether it shows other pictures than the message that stands there.</param>
public sealed record EditOrder(ChannelAddress Target, string Receipt, string Payload, bool PicturesChanged = false);
