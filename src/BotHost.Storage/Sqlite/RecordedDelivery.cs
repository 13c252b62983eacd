using BotHost.Announcements.Delivery.Ledgers;

namespace BotHost.Storage.Sqlite;

/// <summary>What a decision needs to know of a delivery's row.</summary>
internal sealed record RecordedDelivery(long Id, DeliveryState State, string Reason, int Generation, int Parts);

/// <summary>What a decision needs to know of one of its effects.</summary>
/// <param name="InDoubt">Some attempt of it may have been taken.</param>
internal sealed record RecordedEffect(int Attempt, DeliveryState State, string Reason, string Payload, bool InDoubt);
