using System.Text.Json;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using Microsoft.Data.Sqlite;

namespace BotHost.Storage.Sqlite;

/// <summary>Reads deliveries with their effects.</summary>
internal static class ReadOperation
{
    private const string OfSubjects = "@subjects IS NULL OR subject IN (SELECT value FROM json_each(@subjects))";

    public static IReadOnlyList<DeliveryRow> Run(SqliteConnection connection, string[]? subjects)
    {
        var wanted = subjects is null ? null : JsonSerializer.Serialize(subjects, StorageJson.Default.StringArray);
        var effects = connection.Query(
                $"""
                SELECT delivery_id, effects.kind, part, attempt, effects.state, effects.reason, payload, payload_hash, receipt, owner, epoch, first_claimed_at, claimed_at
                FROM effects JOIN deliveries ON id = delivery_id
                WHERE {OfSubjects}
                ORDER BY delivery_id, position, part
                """,
                row => (Delivery: row.GetInt64(0), Row: Effect(row)), ("@subjects", wanted))
            .ToLookup(effect => effect.Delivery, effect => effect.Row);
        return connection.Query(
            $"""
            SELECT id, kind, subject, step, occasion, target, state, reason, due_at, generation, changed_at, facts, facts_hash, deferred_until
            FROM deliveries WHERE {OfSubjects} ORDER BY id
            """,
            row => Delivery(row, [.. effects[row.GetInt64(0)]]), ("@subjects", wanted));
    }

    private static DeliveryRow Delivery(SqliteDataReader row, IReadOnlyList<EffectRow> effects) => new()
    {
        Id = row.GetInt64(0),
        Key = new DeliveryKey(StoredWords.Kind(row.GetString(1)), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5)),
        State = StoredWords.State(row.GetString(6)),
        Reason = row.GetString(7),
        DueAt = row.GetInstant(8),
        Generation = row.GetInt32(9),
        ChangedAt = row.GetInstant(10),
        Facts = row.IsDBNull(11) || row.IsDBNull(12) ? null : new RecordedFacts(row.GetString(11), row.GetString(12)),
        DeferredUntil = row.IsDBNull(13) ? null : row.GetInstant(13),
        Attempts = effects.Where(effect => effect.Kind is EffectKind.Message).Sum(effect => effect.Attempt),
        Effects = effects,
    };

    private static EffectRow Effect(SqliteDataReader row) => new()
    {
        Kind = StoredWords.Effect(row.GetString(1)),
        Part = row.GetInt32(2),
        Attempt = row.GetInt32(3),
        State = StoredWords.State(row.GetString(4)),
        Reason = row.GetString(5),
        Payload = row.GetString(6),
        PayloadHash = row.GetString(7),
        Receipt = row.IsDBNull(8) ? null : row.GetString(8),
        Owner = row.GetString(9),
        Epoch = row.GetInt64(10),
        FirstClaimedAt = row.GetInstant(11),
        ClaimedAt = row.GetInstant(12),
    };
}
