using BotHost.Announcements.Delivery.Ledgers;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BotHost.Storage.Sqlite;

/// <summary>Remembers first sightings.</summary>
internal static class SightingOperation
{
    /// <summary>The asked items in the order asked; null where one of them was never seen.</summary>
    public static IReadOnlyList<Sighting>? FindAll(SqliteConnection connection, (string Kind, string Id)[] items)
    {
        var known = All(connection);
        return items.All(known.ContainsKey) ? [.. items.Select(item => new Sighting(item.Kind, item.Id, known[item]))] : null;
    }

    public static Dictionary<(string Kind, string Id), Instant> All(SqliteConnection connection) =>
        connection.Query("SELECT kind, id, first_seen FROM sightings", row => (Kind: row.GetString(0), Id: row.GetString(1), Seen: row.GetInstant(2)))
            .ToDictionary(sighting => (sighting.Kind, sighting.Id), sighting => sighting.Seen);

    public static IReadOnlyList<Sighting> OfKind(SqliteConnection connection, string kind) => connection.Query(
        "SELECT id, first_seen FROM sightings WHERE kind = @kind ORDER BY id", row => new Sighting(kind, row.GetString(0), row.GetInstant(1)), ("@kind", kind));

    public static IReadOnlyList<Sighting> Run(SqliteConnection connection, (string Kind, string Id)[] items, Instant now)
    {
        foreach (var (kind, id) in items)
        {
            connection.Execute(
                "INSERT OR IGNORE INTO sightings (kind, id, first_seen) VALUES (@kind, @id, @now)",
                ("@kind", kind), ("@id", id), ("@now", now.ToTicks()));
        }

        return FindAll(connection, items)!;
    }
}
