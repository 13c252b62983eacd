using System.Text.Json;
using BotHost.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using NodaTime.Text;

namespace BotHost.Storage.Archive;

/// <summary>Writes a ledger as lines, in an order that depends on nothing but its content.</summary>
internal static class ArchiveWriter
{
    public static void Write(SqliteConnection connection, TextWriter output)
    {
        output.Write(JsonSerializer.Serialize(new ArchiveHeader(), ArchiveJson.Lines.ArchiveHeader));
        output.Write('\n');
        var things = 0;
        foreach (var line in LinesOf(connection))
        {
            Write(line, output);
            things++;
        }

        Write(new ArchiveLine.End(things), output);
    }

    private static void Write(ArchiveLine line, TextWriter output)
    {
        output.Write(JsonSerializer.Serialize(line, ArchiveJson.Lines.ArchiveLine));
        output.Write('\n');
    }

    private static IEnumerable<ArchiveLine> LinesOf(SqliteConnection connection) =>
    [
        .. connection.Query("SELECT born, last_sign_of_life FROM life", row => new ArchiveLine.Life(Time(row, 0), TimeOrNull(row, 1))),
        new ArchiveLine.Counters(CounterOf(connection, "deliveries"), CounterOf(connection, "decisions")),
        .. connection.Query(
            "SELECT kind, id, first_seen FROM sightings ORDER BY kind, id",
            row => new ArchiveLine.Seen(row.GetString(0), row.GetString(1), Time(row, 2))),
        .. Deliveries(connection),
        .. connection.Query(
            "SELECT id, verb, subject, asked_by, asked_at, hash, answer, answered_by, answered_at FROM decisions ORDER BY id",
            row => new ArchiveLine.Question(
                row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), Time(row, 4), row.GetString(5), Text(row, 6), Text(row, 7), TimeOrNull(row, 8))),
        .. connection.Query(
            "SELECT talk, field, made_by, made_at, replaced_value, value FROM overrides ORDER BY talk, field",
            row => new ArchiveLine.Change(row.GetString(0), row.GetString(1), row.GetString(2), Time(row, 3), Text(row, 4), Text(row, 5))),
        .. connection.Query(
            "SELECT room, key, value FROM notes ORDER BY room, key",
            row => new ArchiveLine.Note(row.GetString(0), row.GetString(1), row.GetString(2))),
    ];

    private static List<ArchiveLine.Delivery> Deliveries(SqliteConnection connection)
    {
        var effects = connection.Query(
                """
                SELECT delivery_id, kind, part, position, attempt, state, reason, payload, owner, epoch, in_doubt, first_claimed_at, claimed_at, recorded_at, receipt
                FROM effects ORDER BY delivery_id, position, part
                """,
                row => (Delivery: row.GetInt64(0), Effect: new ArchivedEffect(
                    row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetString(5), row.GetString(6), row.GetString(7),
                    row.GetString(8), row.GetInt64(9), row.GetBoolean(10), Time(row, 11), Time(row, 12), TimeOrNull(row, 13), Text(row, 14))))
            .ToLookup(effect => effect.Delivery, effect => effect.Effect);
        var attempts = connection.Query(
                """
                SELECT delivery_id, kind, part, attempt, owner, epoch, claimed_at, outcome, detail, recorded_at
                FROM attempts ORDER BY delivery_id, kind, part, attempt
                """,
                row => (Delivery: row.GetInt64(0), Attempt: new ArchivedAttempt(
                    row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetString(4), row.GetInt64(5), Time(row, 6), Text(row, 7), Text(row, 8), TimeOrNull(row, 9))))
            .ToLookup(attempt => attempt.Delivery, attempt => attempt.Attempt);
        return connection.Query(
            """
            SELECT id, kind, subject, step, occasion, target, state, reason, due_at, generation, parts, created_at, changed_at, deferred_until, facts, facts_hash
            FROM deliveries ORDER BY id
            """,
            row => new ArchiveLine.Delivery(
                row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7),
                Time(row, 8), row.GetInt32(9), row.GetInt32(10), Time(row, 11), Time(row, 12), TimeOrNull(row, 13), Text(row, 14), Text(row, 15))
            {
                Effects = [.. effects[row.GetInt64(0)]],
                Attempts = [.. attempts[row.GetInt64(0)]],
            });
    }

    private static long CounterOf(SqliteConnection connection, string table) =>
        connection.Query("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = @table", row => row.GetInt64(0), ("@table", table))[0];

    private static string Time(SqliteDataReader row, int ordinal) => InstantPattern.ExtendedIso.Format(row.GetInstant(ordinal));

    private static string? TimeOrNull(SqliteDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : Time(row, ordinal);

    private static string? Text(SqliteDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetString(ordinal);
}
