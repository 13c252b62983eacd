using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Storage.Migrations;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BotHost.Storage.Sqlite;

/// <summary>Looks into a database file beside the process that may hold it: read-only, one consistent view, in the schema that this program knows.</summary>
internal static class SqliteView
{
    /// <summary>What the operation finds; null where there is no ledger.</summary>
    /// <exception cref="LedgerUnavailableException">There is one, and it cannot be read.</exception>
    public static T? Look<T>(DatabaseFile file, Func<SqliteConnection, T?> operation)
        where T : class
    {
        file.RefuseWrongPlace();
        if (!File.Exists(file.Path))
        {
            return null;
        }

        try
        {
            using var connection = Open(file.Path);
            using var transaction = connection.BeginTransaction(deferred: true);
            return Migrator.Check(connection, file.Path, Migration.Newest) switch
            {
                0 => null,
                var version when version < Migration.Newest => LookAtOlder(connection, version, operation),
                _ => operation(connection),
            };
        }
        catch (SqliteException error)
        {
            throw StoreErrors.ExplainLook(file.Path, error);
        }
    }

    /// <summary>Opens the file to look; also where nothing may be written beside it, as on a medium that is read-only.</summary>
    /// <exception cref="SqliteException">It cannot be read.</exception>
    public static SqliteConnection Open(string file)
    {
        var connections = new SqliteConnections(file);
        var connection = connections.OpenAnew();
        try
        {
            // The first look is what needs the file beside it.
            connection.Query("SELECT count(*) FROM sqlite_master", row => row.GetInt64(0));
            return connection;
        }
        catch (SqliteException error) when (StoreErrors.IsOfAccess(error) && !File.Exists(file + "-wal"))
        {
            // Without a log beside it, everything is in the file and no bot runs on it.
            connection.Dispose();
            return connections.OpenFrozen();
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The file stays as the older program left it; a copy in memory is brought up to date.</summary>
    private static T? LookAtOlder<T>(SqliteConnection connection, int version, Func<SqliteConnection, T?> operation)
    {
        using var copy = new SqliteConnection("Data Source=:memory:");
        copy.Open();
        connection.BackupDatabase(copy);
        Migrator.Migrate(copy, version, Migration.All, NodaConstants.UnixEpoch);
        return operation(copy);
    }
}
