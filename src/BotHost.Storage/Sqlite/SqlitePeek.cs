using BotHost.Announcements.Delivery;
using BotHost.Storage.Migrations;
using Microsoft.Data.Sqlite;

namespace BotHost.Storage.Sqlite;

/// <summary>Looks into a database file beside the process that holds it: one read-only connection, one consistent view.</summary>
internal sealed class SqlitePeek(DatabaseFile file) : ILedgerPeek
{
    public Task<LedgerPicture?> LookAsync(CancellationToken cancellationToken) => Task.Run(Look, cancellationToken);

    private LedgerPicture? Look()
    {
        if (!File.Exists(file.Path))
        {
            return null;
        }

        try
        {
            using var connection = new SqliteConnections(file.Path).OpenReader();
            using var transaction = connection.BeginTransaction(deferred: true);
            if (Migrator.Check(connection, file.Path, Migration.All[^1].Version) == 0 || StartOperation.FindLife(connection) is not { } life)
            {
                return null;
            }

            return new LedgerPicture(file.Path, life, SightingOperation.All(connection), ReadOperation.Run(connection, null))
            {
                Overrides = OverrideOperation.All(connection),
            };
        }
        catch (SqliteException error)
        {
            throw StoreErrors.Explain(file.Path, error);
        }
    }
}
