using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BotHost.Storage.Migrations;

/// <summary>Brings a database to the version that this program knows, one transaction per step, and refuses what it does not understand.</summary>
internal static class Migrator
{
    private const string VersionTable = "bothost_versions";

    /// <summary>The version of a database; 0 for an empty one. Changes nothing.</summary>
    /// <exception cref="LedgerUnavailableException">It is another program's, or a newer BotHost wrote it.</exception>
    public static int Check(SqliteConnection connection, string file, int newest)
    {
        var tables = connection.Query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'", row => row.GetString(0));
        if (tables.Count == 0)
        {
            return 0;
        }

        if (!tables.Contains(VersionTable))
        {
            throw new LedgerUnavailableException(
                $"'{file}' is the database of another program (it holds the table '{tables[0]}'). Give the ledger a file of its own: set Data__Directory or Storage__ConnectionString to another place.");
        }

        var version = (int)connection.Query($"SELECT coalesce(max(version), 0) FROM {VersionTable}", row => row.GetInt64(0))[0];
        if (version > newest)
        {
            throw new LedgerUnavailableException(
                $"The ledger '{file}' has schema version {version}, and this BotHost knows versions up to {newest}. Run the newer BotHost that wrote it, or restore the backup made before the upgrade; the file was left as it is.");
        }

        return version;
    }

    /// <summary>Applies what is missing; returns the names of what was applied.</summary>
    public static IReadOnlyList<string> Migrate(SqliteConnection connection, int version, IReadOnlyList<Migration> migrations, Instant wall)
    {
        var applied = new List<string>();
        foreach (var migration in migrations.Where(migration => migration.Version > version))
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            connection.Execute($"CREATE TABLE IF NOT EXISTS {VersionTable} (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT");
            connection.Execute(migration.Sql);
            connection.Execute(
                $"INSERT INTO {VersionTable} (version, name, applied_at) VALUES (@version, @name, @wall)",
                ("@version", migration.Version), ("@name", migration.Name), ("@wall", wall.ToTicks()));
            transaction.Commit();
            applied.Add(migration.Name);
        }

        return applied;
    }
}
