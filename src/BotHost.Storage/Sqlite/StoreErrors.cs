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
            $"The ledger '{file}' cannot be opened: {error.Message.TrimEnd('.')}. Make its folder writable for this user, or set Data__Directory to one that is.", error),
        _ => new LedgerUnavailableException($"The ledger '{file}' failed: {error.Message}", error),
    };

    private static string Explain(string file, SqliteException error) => error.SqliteErrorCode switch
    {
        raw.SQLITE_FULL =>
            $"The disk that holds the ledger '{file}' is full. Free some space; nothing of this was recorded, and it works again as soon as there is room.",
        raw.SQLITE_NOTADB =>
            $"'{file}' is not a SQLite database. Move that file away, or set Data__Directory or Storage__ConnectionString to the place of the ledger.",
        raw.SQLITE_CORRUPT => Damaged(file, Words(error)),
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH => NotWritable(file),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
            $"The ledger '{file}' is locked by another program. Close what has it open (a database browser, a backup); then it works again.",
        raw.SQLITE_IOERR =>
            $"The disk that holds the ledger '{file}' reported an error. Check the disk and its mount; it is tried again with the next operation.",
        _ => $"The ledger '{file}' failed: {Words(error)}.",
    };

    /// <summary>The same for somebody who only looks.</summary>
    public static LedgerUnavailableException ExplainLook(string file, SqliteException error) => IsOfAccess(error)
        ? new LedgerUnavailableException(
            $"The ledger '{file}' cannot be read from here: SQLite keeps a small file (-shm) beside it, also for readers, and this user may not write there. Run this as the user that the bot runs as, or copy the database with the -wal beside it to a folder of your own and set Data__Directory to that. (SQLite error {error.SqliteExtendedErrorCode}.)", error)
        : Explain(file, (Exception)error);

    /// <summary>True where this user may not do with the file what was asked for.</summary>
    public static bool IsOfAccess(SqliteException error) => error.SqliteErrorCode is
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH;

    /// <summary>SQLite's own words without the client library's, which wraps them in a number and a link.</summary>
    public static string Words(SqliteException error)
    {
        var text = error.Message;
        var start = text.IndexOf('\'', StringComparison.Ordinal) + 1;
        var end = text.IndexOf(" For more information", StringComparison.Ordinal);
        end = end < 0 ? text.LastIndexOf('\'') : end;
        return start > 0 && end > start ? text[start..end].TrimEnd('.', '\'') : text.TrimEnd('.');
    }

    public static string Damaged(string file, string detail) =>
        $"The ledger '{file}' is damaged: {detail.TrimEnd('.')}. Restore a backup, or move the file (and the -wal and -shm beside it) away to start with an empty ledger; an empty one sends nothing overdue by itself.";

    private static string NotWritable(string file) =>
        $"The ledger '{file}' cannot be created or written. Make the file and its folder writable for this user, or set Data__Directory to a folder that is.";
}
