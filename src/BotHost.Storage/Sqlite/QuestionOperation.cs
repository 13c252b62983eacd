using BotHost.Announcements.Delivery.Ledgers;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BotHost.Storage.Sqlite;

/// <summary>Questions to people, each answered once.</summary>
internal static class QuestionOperation
{
    public static long Ask(SqliteConnection connection, string verb, string subject, string askedBy, string hash, Instant now) => connection.Query(
        "INSERT INTO decisions (verb, subject, asked_by, asked_at, hash) VALUES (@verb, @subject, @by, @now, @hash) RETURNING id",
        row => row.GetInt64(0),
        ("@verb", verb), ("@subject", subject), ("@by", askedBy), ("@now", now.ToTicks()), ("@hash", hash))[0];

    public static Decision? FindOpen(SqliteConnection connection, long id) => connection.Find(
        "SELECT id, verb, subject, asked_by, asked_at, hash FROM decisions WHERE id = @id AND answer IS NULL",
        row => new Decision(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInstant(4), row.GetString(5)),
        ("@id", id));

    public static bool Answer(SqliteConnection connection, long id, string answer, string answeredBy, Instant now) => connection.Execute(
        "UPDATE decisions SET answer = @answer, answered_by = @by, answered_at = @now WHERE id = @id AND answer IS NULL",
        ("@id", id), ("@answer", answer), ("@by", answeredBy), ("@now", now.ToTicks())) > 0;
}
