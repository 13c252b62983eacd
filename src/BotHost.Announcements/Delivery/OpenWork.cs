using BotHost.Announcements.Delivery.Ledgers;
using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>What a pass could not finish.</summary>
/// <param name="Keys">What is tried again when its back-off is over.</param>
/// <param name="Instants">For the alarm: what is awaited, and where unfinished work hangs.</param>
public sealed record OpenWork(IReadOnlyCollection<DeliveryKey> Keys, IReadOnlyCollection<Instant> Instants);
