using BotHost.Announcements.Delivery.Ledgers;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BotHost.Storage.Sqlite;

/// <summary>Writes down until when a delivery waits that is on nobody's way.</summary>
internal static class DeferOperation
{
    public static bool Run(SqliteConnection connection, DeliveryKey key, Instant until, string reason, Instant dueAt, Instant now)
    {
        switch (connection.FindDelivery(key))
        {
            case null:
                var id = connection.InsertDelivery(key, DeliveryState.Retry, reason, parts: 1, dueAt, now);
                return Wait(connection, id, until);
            case { State: DeliveryState.Unknown } unknown:
                return Wait(connection, unknown.Id, until);
            case { State: DeliveryState.Retry } waiting:
                return connection.Execute(
                    """
                    UPDATE deliveries SET reason = @reason, due_at = @due, deferred_until = @until, changed_at = @now
                    WHERE id = @id AND (deferred_until IS NOT @until OR reason <> @reason OR due_at <> @due)
                    """,
                    ("@id", waiting.Id), ("@reason", reason), ("@due", dueAt.ToTicks()), ("@until", until.ToTicks()), ("@now", now.ToTicks())) > 0;
            default:
                return false;
        }
    }

    private static bool Wait(SqliteConnection connection, long id, Instant until) => connection.Execute(
        "UPDATE deliveries SET deferred_until = @until WHERE id = @id AND deferred_until IS NOT @until",
        ("@id", id), ("@until", until.ToTicks())) > 0;
}
