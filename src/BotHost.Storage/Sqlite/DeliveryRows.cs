using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BotHost.Storage.Sqlite;

/// <summary>The statements on deliveries that more than one operation needs.</summary>
internal static class DeliveryRows
{
    private const string ByKey = "kind = @kind AND subject = @subject AND step = @step AND occasion = @occasion AND target = @target";

    public static RecordedDelivery? FindDelivery(this SqliteConnection connection, DeliveryKey key) => connection.Find(
        $"SELECT id, state, reason, generation, parts FROM deliveries WHERE {ByKey}", Delivery,
        ("@kind", key.Kind.Word()), ("@subject", key.Subject), ("@step", key.Step), ("@occasion", key.Occasion), ("@target", key.Target));

    public static RecordedDelivery? FindDelivery(this SqliteConnection connection, long id) => connection.Find(
        "SELECT id, state, reason, generation, parts FROM deliveries WHERE id = @id", Delivery, ("@id", id));

    public static RecordedEffect? FindPart(this SqliteConnection connection, long delivery, int part) =>
        connection.FindEffect(delivery, EffectKind.Message, part);

    public static RecordedEffect? FindEffect(this SqliteConnection connection, long delivery, EffectKind kind, int part) => connection.Find(
        "SELECT attempt, state, reason, payload, in_doubt FROM effects WHERE delivery_id = @delivery AND kind = @kind AND part = @part",
        row => new RecordedEffect(row.GetInt32(0), StoredWords.State(row.GetString(1)), row.GetString(2), row.GetString(3), row.GetBoolean(4)),
        ("@delivery", delivery), ("@kind", kind.Word()), ("@part", part));

    /// <summary>How many of its messages are out.</summary>
    public static int CountSent(this SqliteConnection connection, long delivery) => (int)connection.Query(
        "SELECT count(*) FROM effects WHERE delivery_id = @delivery AND kind = @kind AND state = @sent", row => row.GetInt64(0),
        ("@delivery", delivery), ("@kind", StoredWords.Message), ("@sent", StoredWords.Sent))[0];

    public static long InsertDelivery(this SqliteConnection connection, DeliveryKey key, DeliveryState state, string reason, int parts, Instant dueAt, Instant now) => connection.Query(
        """
        INSERT INTO deliveries (kind, subject, step, occasion, target, state, reason, due_at, parts, created_at, changed_at)
        VALUES (@kind, @subject, @step, @occasion, @target, @state, @reason, @due, @parts, @now, @now)
        RETURNING id
        """,
        row => row.GetInt64(0),
        ("@kind", key.Kind.Word()), ("@subject", key.Subject), ("@step", key.Step), ("@occasion", key.Occasion), ("@target", key.Target),
        ("@state", state.Word()), ("@reason", reason), ("@due", dueAt.ToTicks()), ("@parts", parts), ("@now", now.ToTicks()))[0];

    public static void UpdateDelivery(this SqliteConnection connection, long id, DeliveryState state, string reason, Instant now) => connection.Execute(
        "UPDATE deliveries SET state = @state, reason = @reason, changed_at = @now WHERE id = @id",
        ("@id", id), ("@state", state.Word()), ("@reason", reason), ("@now", now.ToTicks()));

    public static void StartHistory(this SqliteConnection connection, AttemptId attempt, string owner, Instant wall) => connection.Execute(
        "INSERT INTO attempts (delivery_id, kind, part, attempt, owner, claimed_at) VALUES (@delivery, @kind, @part, @attempt, @owner, @wall)",
        ("@delivery", attempt.Delivery), ("@kind", attempt.Kind.Word()), ("@part", attempt.Part), ("@attempt", attempt.Attempt),
        ("@owner", owner), ("@wall", wall.ToTicks()));

    public static void WriteHistory(this SqliteConnection connection, AttemptId attempt, (string Word, string Detail) outcome, Instant now) => connection.Execute(
        """
        UPDATE attempts SET outcome = @outcome, detail = @detail, recorded_at = @now
        WHERE delivery_id = @delivery AND kind = @kind AND part = @part AND attempt = @attempt
        """,
        ("@delivery", attempt.Delivery), ("@kind", attempt.Kind.Word()), ("@part", attempt.Part), ("@attempt", attempt.Attempt),
        ("@outcome", outcome.Word), ("@detail", outcome.Detail), ("@now", now.ToTicks()));

    private static RecordedDelivery Delivery(SqliteDataReader row) =>
        new(row.GetInt64(0), StoredWords.State(row.GetString(1)), row.GetString(2), row.GetInt32(3), row.GetInt32(4));
}
