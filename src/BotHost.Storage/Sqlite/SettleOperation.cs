using BotHost.Announcements.Delivery.Ledgers;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BotHost.Storage.Sqlite;

/// <summary>Sets a delivery aside, and takes it back.</summary>
internal static class SettleOperation
{
    public static bool Settle(SqliteConnection connection, DeliveryKey key, DeliveryState state, string reason, Instant dueAt, Instant now)
    {
        if (connection.FindDelivery(key) is not { } delivery)
        {
            connection.InsertDelivery(key, state, reason, parts: 1, dueAt, now);
            return true;
        }

        if (delivery.State is DeliveryState.Sending or DeliveryState.Sent or DeliveryState.Unknown)
        {
            return false;
        }

        return connection.Execute(
            """
            UPDATE deliveries SET state = @state, reason = @reason, due_at = @due, deferred_until = NULL, changed_at = @now
            WHERE id = @id AND (state <> @state OR reason <> @reason OR due_at <> @due)
            """,
            ("@id", delivery.Id), ("@state", state.Word()), ("@reason", reason), ("@due", dueAt.ToTicks()), ("@now", now.ToTicks())) > 0;
    }

    public static bool Release(SqliteConnection connection, DeliveryKey key)
    {
        if (connection.FindDelivery(key) is not { State: DeliveryState.Held or DeliveryState.Skipped or DeliveryState.Failed } delivery)
        {
            return false;
        }

        var sent = connection.CountSent(delivery.Id);
        if (sent == 0)
        {
            connection.Execute("DELETE FROM deliveries WHERE id = @id", ("@id", delivery.Id));
            return true;
        }

        // A message of it stands in the chat already: without the row it would be posted a second time, so only the rest becomes free.
        connection.Execute(
            "UPDATE effects SET state = @retry, reason = '' WHERE delivery_id = @id AND kind = @message AND state = @failed",
            ("@id", delivery.Id), ("@message", StoredWords.Message), ("@retry", StoredWords.Retry), ("@failed", StoredWords.Failed));
        connection.Execute(
            "UPDATE deliveries SET state = @retry, reason = @reason WHERE id = @id",
            ("@id", delivery.Id), ("@retry", StoredWords.Retry), ("@reason", OutcomeRules.NextIsPending(sent, delivery.Parts)));
        return true;
    }
}
