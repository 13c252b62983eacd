using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Delivery.Following;

/// <summary>A sent post whose facts are not what was told, or of which nobody knows what it told.</summary>
/// <param name="Row">The post.</param>
/// <param name="Talk">What it tells of.</param>
/// <param name="Step">What it was for.</param>
/// <param name="Channel">Where it stands.</param>
/// <param name="Facts">What it is to tell.</param>
public sealed record StalePost(DeliveryRow Row, Talk Talk, Step Step, Channel Channel, RecordedFacts Facts);
