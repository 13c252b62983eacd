namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>Names one attempt: the delivery's row, the effect, and the attempt's number.</summary>
public sealed record AttemptId(long Delivery, int Part, int Attempt, EffectKind Kind = EffectKind.Message);
