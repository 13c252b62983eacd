using BotHost.Announcements.Delivery.Ledgers;
using Microsoft.Data.Sqlite;

namespace BotHost.Storage.Sqlite;

/// <summary>Opens connections with the settings on which durability rests.</summary>
/// <param name="file">The database.</param>
/// <param name="busyMilliseconds">How long to wait for another program that has the file locked.</param>
/// <param name="prepare">What else is done to each new write connection; null for nothing.</param>
internal sealed class SqliteConnections(string file, int busyMilliseconds = SqliteConnections.PatienceMilliseconds, Action<SqliteConnection>? prepare = null)
{
    private const int PatienceMilliseconds = 5000;

    private readonly string _look = Text(file, SqliteOpenMode.ReadOnly, pooling: false);
    private readonly string _reader = Text(file, SqliteOpenMode.ReadOnly, pooling: true);

    /// <summary>The write connection: every commit is on the disk before it returns.</summary>
    public SqliteConnection OpenWriter() => Open(Text(file, SqliteOpenMode.ReadWrite, pooling: false), connection =>
    {
        var mode = connection.Query("PRAGMA journal_mode = WAL", row => row.GetString(0))[0];
        if (mode != "wal")
        {
            throw new LedgerUnavailableException(
                $"The ledger '{file}' cannot use write-ahead logging where it lies. Put it on a local disk (Data__Directory) that this user may write to.");
        }

        connection.Execute("PRAGMA synchronous = FULL");
        connection.Execute("PRAGMA foreign_keys = ON");
        prepare?.Invoke(connection);
    });

    /// <summary>A look at the file that leaves it as it is.</summary>
    public SqliteConnection OpenUnchanged() => Open(Text(file, SqliteOpenMode.ReadWrite, pooling: false), static _ => { });

    /// <summary>A look at whatever lies at the path now; a reader that is kept may have the file that lay there before.</summary>
    public SqliteConnection OpenAnew() => Open(_look, static _ => { });

    /// <summary>A look at a file that nobody changes; it takes no lock and needs nothing beside it.</summary>
    public SqliteConnection OpenFrozen() => Open(Text($"{new Uri(file).AbsoluteUri}?immutable=1", SqliteOpenMode.ReadOnly, pooling: false), static _ => { });

    public SqliteConnection OpenReader() => Open(_reader, static _ => { });

    /// <summary>Closes the readers that are kept for later.</summary>
    public void CloseReaders()
    {
        using var connection = new SqliteConnection(_reader);
        SqliteConnection.ClearPool(connection);
    }

    private SqliteConnection Open(string text, Action<SqliteConnection> settings)
    {
        var connection = new SqliteConnection(text);
        try
        {
            connection.Open();
            connection.Execute($"PRAGMA busy_timeout = {busyMilliseconds}");
            settings(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // The client library repeats a busy statement by itself until its own timeout, and 0 would mean for ever: SQLite's waiting is the one that counts.
    private static string Text(string file, SqliteOpenMode mode, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = mode,
        Pooling = pooling,
        DefaultTimeout = 1,
    }.ToString();
}
