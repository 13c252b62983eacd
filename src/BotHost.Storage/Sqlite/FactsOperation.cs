using BotHost.Announcements.Delivery.Ledgers;
using Microsoft.Data.Sqlite;

namespace BotHost.Storage.Sqlite;

/// <summary>Writes down what a sent delivery tells since its correction.</summary>
internal static class FactsOperation
{
    public static bool Run(SqliteConnection connection, DeliveryKey key, RecordedFacts facts, string reason)
    {
        // When it was sent, by which its texts count, stays as it is.
        return connection.FindDelivery(key) is { State: DeliveryState.Sent } delivery
            && connection.Execute(
                "UPDATE deliveries SET facts = @facts, facts_hash = @hash, reason = @reason WHERE id = @id",
                ("@id", delivery.Id), ("@facts", facts.Json), ("@hash", facts.Hash), ("@reason", reason)) > 0;
    }
}
