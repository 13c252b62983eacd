using BotHost.Announcements.Delivery.Ledgers;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BotHost.Storage.Sqlite;

/// <summary>Says in the operator's words what SQLite and the file system answered.</summary>
internal static class StoreErrors
{
    /// <summary>
    /// True where the store itself failed and not one statement: everything uncommitted is given up, and the connection with it.
    /// </summary>
    public static bool IsOfTheStore(SqliteException error) => error.SqliteErrorCode is
        raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_CANTOPEN or
        raw.SQLITE_READONLY or raw.SQLITE_NOMEM or raw.SQLITE_INTERRUPT or raw.SQLITE_PROTOCOL;

    public static LedgerUnavailableException Explain(string file, Exception error) => error switch
    {
        LedgerUnavailableException known => known,
        SqliteException sqlite => new LedgerUnavailableException($"{Explain(file, sqlite)} (SQLite error {sqlite.SqliteExtendedErrorCode}.)", sqlite),
        UnauthorizedAccessException => new LedgerUnavailableException(NotWritable(file), error),
        IOException => new LedgerUnavailableException(
            $"The ledger '{file}' cannot be opened: {error.Message} Make its folder writable for this user, or set Data__Directory to one that is.", error),
        _ => new LedgerUnavailableException($"The ledger '{file}' failed: {error.Message}", error),
    };

    private static string Explain(string file, SqliteException error) => error.SqliteErrorCode switch
    {
        raw.SQLITE_FULL =>
            $"The disk that holds the ledger '{file}' is full. Free some space; nothing of this was recorded, and it works again as soon as there is room.",
        raw.SQLITE_NOTADB =>
            $"'{file}' is not a SQLite database. Move that file away, or set Data__Directory or Storage__ConnectionString to the place of the ledger.",
        raw.SQLITE_CORRUPT => Damaged(file, error.Message),
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH => NotWritable(file),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
            $"The ledger '{file}' is locked by another program. Close what has it open (a database browser, a backup); then it works again.",
        raw.SQLITE_IOERR =>
            $"The disk that holds the ledger '{file}' reported an error. Check the disk and its mount; it is tried again with the next operation.",
        _ => $"The ledger '{file}' failed: {error.Message}",
    };

    public static string Damaged(string file, string detail) =>
        $"The ledger '{file}' is damaged: {detail.TrimEnd('.')}. Restore a backup, or move the file (and the -wal and -shm beside it) away to start with an empty ledger; an empty one sends nothing overdue by itself.";

    private static string NotWritable(string file) =>
        $"The ledger '{file}' cannot be created or written. Make the file and its folder writable for this user, or set Data__Directory to a folder that is.";
}
