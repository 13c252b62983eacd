using BotHost.Announcements.Delivery.Ledgers;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BotHost.Storage.Sqlite;

/// <summary>What a start finds: attempts that nobody will record any more, and the ledger's age.</summary>
internal static class StartOperation
{
    private const string Orphaned = "the process ended between claim and record";

    /// <summary>Gives up what another process has left on its way; returns how many attempts became unknown.</summary>
    public static int GiveUpOrphans(SqliteConnection connection, string owner, Instant now)
    {
        // A post whose ornament was on its way is out all the same.
        connection.Execute(
            """
            UPDATE deliveries SET state = @unknown, reason = @reason, changed_at = @now
            WHERE id IN (SELECT delivery_id FROM effects WHERE state = 'sending' AND kind = @message AND owner <> @owner)
            """,
            ("@unknown", StoredWords.Unknown), ("@reason", Orphaned), ("@now", now.ToTicks()), ("@message", StoredWords.Message), ("@owner", owner));
        connection.Execute(
            """
            UPDATE attempts SET outcome = @unknown, detail = @reason, recorded_at = @now
            FROM effects
            WHERE effects.state = 'sending' AND effects.owner <> @owner AND attempts.delivery_id = effects.delivery_id
              AND attempts.kind = effects.kind AND attempts.part = effects.part AND attempts.attempt = effects.attempt
            """,
            ("@unknown", StoredWords.Unknown), ("@reason", Orphaned), ("@now", now.ToTicks()), ("@owner", owner));
        return connection.Execute(
            """
            UPDATE effects SET state = @unknown, reason = @reason, in_doubt = 1, recorded_at = @now
            WHERE state = 'sending' AND owner <> @owner
            """,
            ("@unknown", StoredWords.Unknown), ("@reason", Orphaned), ("@now", now.ToTicks()), ("@owner", owner));
    }

    /// <summary>Notes the birth of a new ledger; returns the ledger's life before this start.</summary>
    public static LedgerLife Begin(SqliteConnection connection, Instant now)
    {
        // Opening is no sign of life by itself: a bot that dies before its first beat must find its long silence again at the next start.
        connection.Execute("INSERT OR IGNORE INTO life (only, born) VALUES (1, @now)", ("@now", now.ToTicks()));
        return FindLife(connection)!;
    }

    /// <summary>The ledger's age; null before its first start.</summary>
    public static LedgerLife? FindLife(SqliteConnection connection) => connection.Query(
        "SELECT born, last_sign_of_life FROM life",
        row => new LedgerLife(row.GetInstant(0), row.IsDBNull(1) ? null : row.GetInstant(1))).SingleOrDefault();

    public static int Beat(SqliteConnection connection, Instant now) =>
        connection.Execute("UPDATE life SET last_sign_of_life = @now", ("@now", now.ToTicks()));
}
