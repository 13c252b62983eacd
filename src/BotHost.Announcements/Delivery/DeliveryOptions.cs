namespace BotHost.Announcements.Delivery;

/// <summary>How this process treats what was due before it started.</summary>
/// <param name="CatchUp">Whether what is overdue after a long silence goes out without a moderator's release. Default: false.</param>
public sealed record DeliveryOptions(bool CatchUp = false);
