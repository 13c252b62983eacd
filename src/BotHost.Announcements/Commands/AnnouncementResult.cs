using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;

namespace BotHost.Announcements.Commands;

/// <summary>What an order to post did in one channel.</summary>
/// <param name="Channel">Which.</param>
/// <param name="State">Where the delivery stands now.</param>
/// <param name="Reason">For people; empty where the state says enough.</param>
public sealed record AnnouncementResult(Channel Channel, DeliveryState State, string Reason);
