using BotHost.Announcements.Delivery.Ledgers;

namespace BotHost.Storage.Sqlite;

/// <summary>Looks into a database file beside the process that holds it: one read-only connection, one consistent view.</summary>
internal sealed class SqlitePeek(DatabaseFile file) : ILedgerPeek
{
    public string? Lost => !File.Exists(file.Path) && new LatestMark(file.Path).IsThere ? file.Path : null;

    public Task<LedgerPicture?> LookAsync(CancellationToken cancellationToken) => Task.Run(Look, cancellationToken);

    private LedgerPicture? Look() => SqliteView.Look(file, connection => StartOperation.FindLife(connection) is not { } life
        ? null
        : new LedgerPicture(file.Path, life, SightingOperation.All(connection), ReadOperation.Run(connection, null))
        {
            Overrides = OverrideOperation.All(connection),
        });
}
