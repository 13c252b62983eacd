using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using NodaTime.Text;

namespace BotHost.Storage.Archive;

/// <summary>Puts exported lines into an empty ledger; one operation of the writer, so that it is all or nothing.</summary>
internal static class ArchiveImport
{
    private static readonly string[] Tables = ["life", "deliveries", "sightings", "decisions", "overrides", "notes"];

    /// <returns>How many deliveries there are now.</returns>
    /// <exception cref="LedgerUnavailableException">The ledger is not empty.</exception>
    public static int Run(SqliteConnection connection, IReadOnlyList<ArchiveLine> lines, string file)
    {
        if (Tables.Any(table => connection.Query($"SELECT 1 FROM {table} LIMIT 1", row => row.GetInt32(0)).Count > 0))
        {
            throw new LedgerUnavailableException(
                $"The ledger '{file}' is not empty, and an import does not mix two ledgers. Set Data__Directory to a new folder, or move this file (and the -wal and -shm beside it) away first.");
        }

        foreach (var line in lines)
        {
            Insert(connection, line);
        }

        return lines.OfType<ArchiveLine.Delivery>().Count();
    }

    private static void Insert(SqliteConnection connection, ArchiveLine line)
    {
        switch (line)
        {
            case ArchiveLine.Life life:
                connection.Execute("INSERT INTO life (only, born, last_sign_of_life) VALUES (1, @born, @last)", ("@born", Ticks(life.Born)), ("@last", Ticks(life.LastSignOfLife)));
                break;
            case ArchiveLine.Counters counters:
                SetCounter(connection, "deliveries", counters.Deliveries);
                SetCounter(connection, "decisions", counters.Decisions);
                break;
            case ArchiveLine.Seen seen:
                connection.Execute(
                    "INSERT INTO sightings (kind, id, first_seen) VALUES (@kind, @id, @seen)", ("@kind", seen.Kind), ("@id", seen.Id), ("@seen", Ticks(seen.FirstSeen)));
                break;
            case ArchiveLine.Delivery delivery:
                Insert(connection, delivery);
                break;
            case ArchiveLine.Question question:
                Insert(connection, question);
                break;
            case ArchiveLine.Change change:
                connection.Execute(
                    "INSERT INTO overrides (talk, field, replaced_value, value, made_by, made_at) VALUES (@talk, @field, @replaced, @value, @by, @at)",
                    ("@talk", change.Talk), ("@field", change.Field), ("@replaced", change.ReplacedValue), ("@value", change.Value), ("@by", change.MadeBy), ("@at", Ticks(change.MadeAt)));
                break;
            case ArchiveLine.Note note:
                connection.Execute("INSERT INTO notes (room, key, value) VALUES (@room, @key, @value)", ("@room", note.Room), ("@key", note.Key), ("@value", note.Value));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(line), line, "The ledger has no place for this line.");
        }
    }

    private static void Insert(SqliteConnection connection, ArchiveLine.Delivery delivery)
    {
        connection.Execute(
            """
            INSERT INTO deliveries (id, kind, subject, step, occasion, target, state, reason, due_at, generation, parts, facts, facts_hash, created_at, changed_at, deferred_until)
            VALUES (@id, @kind, @subject, @step, @occasion, @target, @state, @reason, @due, @generation, @parts, @facts, @hash, @created, @changed, @deferred)
            """,
            ("@id", delivery.Id), ("@kind", delivery.Kind), ("@subject", delivery.Subject), ("@step", delivery.Step), ("@occasion", delivery.Occasion), ("@target", delivery.Target),
            ("@state", delivery.State), ("@reason", delivery.Reason), ("@due", Ticks(delivery.DueAt)), ("@generation", delivery.Generation), ("@parts", delivery.Parts),
            ("@facts", delivery.Facts), ("@hash", delivery.FactsHash), ("@created", Ticks(delivery.CreatedAt)), ("@changed", Ticks(delivery.ChangedAt)), ("@deferred", Ticks(delivery.DeferredUntil)));
        foreach (var effect in delivery.Effects)
        {
            connection.Execute(
                """
                INSERT INTO effects (delivery_id, kind, part, position, attempt, state, reason, payload, payload_hash, receipt, owner, epoch, in_doubt, first_claimed_at, claimed_at, recorded_at)
                VALUES (@delivery, @kind, @part, @position, @attempt, @state, @reason, @payload, @hash, @receipt, @owner, @epoch, @doubt, @first, @claimed, @recorded)
                """,
                ("@delivery", delivery.Id), ("@kind", effect.Kind), ("@part", effect.Part), ("@position", effect.Position), ("@attempt", effect.Attempt), ("@state", effect.State),
                ("@reason", effect.Reason), ("@payload", effect.Payload), ("@hash", ClaimOperation.Hash(effect.Payload)), ("@receipt", effect.Receipt), ("@owner", effect.Owner),
                ("@epoch", effect.Epoch), ("@doubt", effect.InDoubt), ("@first", Ticks(effect.FirstClaimedAt)), ("@claimed", Ticks(effect.ClaimedAt)), ("@recorded", Ticks(effect.RecordedAt)));
        }

        foreach (var attempt in delivery.Attempts)
        {
            connection.Execute(
                """
                INSERT INTO attempts (delivery_id, kind, part, attempt, owner, epoch, claimed_at, outcome, detail, recorded_at)
                VALUES (@delivery, @kind, @part, @attempt, @owner, @epoch, @claimed, @outcome, @detail, @recorded)
                """,
                ("@delivery", delivery.Id), ("@kind", attempt.Kind), ("@part", attempt.Part), ("@attempt", attempt.Attempt), ("@owner", attempt.Owner), ("@epoch", attempt.Epoch),
                ("@claimed", Ticks(attempt.ClaimedAt)), ("@outcome", attempt.Outcome), ("@detail", attempt.Detail), ("@recorded", Ticks(attempt.RecordedAt)));
        }
    }

    private static void Insert(SqliteConnection connection, ArchiveLine.Question question) => connection.Execute(
        """
        INSERT INTO decisions (id, verb, subject, asked_by, asked_at, hash, answer, answered_by, answered_at)
        VALUES (@id, @verb, @subject, @by, @at, @hash, @answer, @answeredBy, @answeredAt)
        """,
        ("@id", question.Id), ("@verb", question.Verb), ("@subject", question.Subject), ("@by", question.AskedBy), ("@at", Ticks(question.AskedAt)), ("@hash", question.Hash),
        ("@answer", question.Answer), ("@answeredBy", question.AnsweredBy), ("@answeredAt", Ticks(question.AnsweredAt)));

    // A later insert raises it where that is needed, and never lowers it.
    private static void SetCounter(SqliteConnection connection, string table, long highest)
    {
        connection.Execute("DELETE FROM sqlite_sequence WHERE name = @table", ("@table", table));
        if (highest > 0)
        {
            connection.Execute("INSERT INTO sqlite_sequence (name, seq) VALUES (@table, @highest)", ("@table", table), ("@highest", highest));
        }
    }

    private static long? Ticks(string? time) => time is null ? null : InstantPattern.ExtendedIso.Parse(time).Value.ToTicks();
}
