using BotHost.Announcements.Campaigns;

namespace BotHost.Announcements.Delivery;

/// <summary>A delivery that is due, and what becomes of it.</summary>
public sealed record Judged(PlannedDelivery Planned, Verdict Verdict);
