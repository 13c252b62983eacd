namespace BotHost.Announcements.Delivery.Ornaments;

/// <summary>An ornament that follows a delivery once all its messages are out.</summary>
/// <param name="Kind">What is to be done; never <see cref="EffectKind.Message"/>.</param>
/// <param name="Part">The message that it belongs to, counted from 1.</param>
/// <param name="Payload">What the platform's renderer made for it; empty where the message says it all.</param>
public sealed record PlannedEffect(EffectKind Kind, int Part, string Payload = "");
