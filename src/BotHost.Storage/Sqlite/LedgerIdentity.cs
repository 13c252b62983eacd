using Microsoft.Data.Sqlite;

namespace BotHost.Storage.Sqlite;

/// <summary>Tells a ledger from every other one, and from an earlier or later state of itself.</summary>
/// <param name="Ledger">Random, given at its birth.</param>
/// <param name="Commits">How many commits it has seen.</param>
internal sealed record LedgerIdentity(string Ledger, long Commits)
{
    public static LedgerIdentity? Read(SqliteConnection connection) =>
        connection.Find("SELECT ledger, commits FROM identity", row => new LedgerIdentity(row.GetString(0), row.GetInt64(1)));

    /// <summary>Counts the commit that the connection is about to make.</summary>
    public LedgerIdentity CountCommit(SqliteConnection connection)
    {
        var next = this with { Commits = Commits + 1 };
        connection.Execute("UPDATE identity SET commits = @commits", ("@commits", next.Commits));
        return next;
    }
}
