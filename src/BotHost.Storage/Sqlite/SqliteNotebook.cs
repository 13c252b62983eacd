using BotHost.Announcements.Delivery.Ledgers;

namespace BotHost.Storage.Sqlite;

/// <summary>Notes of the platform rooms, in the same file as the ledger.</summary>
internal sealed class SqliteNotebook(SqliteDatabase database) : INotebook
{
    public Task<string?> ReadAsync(string room, string key, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.Find(
            "SELECT value FROM notes WHERE room = @room AND key = @key", row => row.GetString(0), ("@room", room), ("@key", key)),
        cancellationToken);

    public Task WriteAsync(string room, string key, string value, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Execute(
            "INSERT INTO notes (room, key, value) VALUES (@room, @key, @value) ON CONFLICT (room, key) DO UPDATE SET value = excluded.value",
            ("@room", room), ("@key", key), ("@value", value)),
        cancellationToken);
}
