using BotHost.Announcements.Delivery.Ledgers;
using Microsoft.Data.Sqlite;

namespace BotHost.Storage.Sqlite;

/// <summary>
/// Watches that the file at the ledger's path is the one that this process works on. Under a running bot it can be deleted, moved away or
/// exchanged, and the system goes on writing to the old one, where nobody finds it after the next start.
/// </summary>
/// <param name="file">The ledger's path.</param>
/// <param name="look">Opens whatever lies there, as the next start would find it, without changing it.</param>
internal sealed class StoreWatch(string file, Func<SqliteConnection> look)
{
    private const string UntilThen = "Until then nothing is sent.";

    private LedgerIdentity? _known;
    private volatile string? _denied;
    private volatile string? _lost;

    /// <summary>True where the last look found something wrong; the next commit looks again.</summary>
    public bool IsLost => _lost is not null;

    private string WalFile => file + "-wal";

    private string Missing =>
        $"The ledger '{file}' is gone: it was deleted or moved away under the running bot. Put it back where it was, with its -wal beside it; or stop the bot, restore a backup there (without an old -wal and -shm beside it), and start it. {UntilThen}";

    private string Exchanged =>
        $"The ledger '{file}' is no longer the file that this bot works on: another one, or another state of it, was put in its place. Put the right one back, with its -wal beside it; or stop the bot, remove the -wal and -shm of the old one, and start it on the file that is there now. {UntilThen}";

    /// <summary>Begins to watch: this connection has the right file.</summary>
    public void Begin(SqliteConnection connection) => _known = LedgerIdentity.Read(connection);

    /// <summary>Why a commit on this connection would be lost; null where it would not.</summary>
    public string? WhyLost(SqliteConnection writer)
    {
        if (writer.HasMoved())
        {
            return _lost = File.Exists(file) ? Exchanged : Missing;
        }

        return _lost = _denied = _denied is null ? null : WhyDenied();
    }

    /// <summary>True where the file with the latest commits was removed from beside the database; the connection that wrote them can still read them.</summary>
    public bool HasLostItsLatest(SqliteConnection writer) => !writer.HasMoved() && !File.Exists(WalFile);

    /// <summary>Counts the commit that the writer is about to make.</summary>
    public LedgerIdentity? CountCommit(SqliteConnection writer) => _known?.CountCommit(writer);

    /// <summary>Remembers what the writer has committed.</summary>
    public void Remember(LedgerIdentity? committed) => _known = committed;

    /// <summary>True where the connection's file is gone for good, and its exact equal was put in its place: work can go on there.</summary>
    public bool HasBeenReplaced(SqliteConnection writer)
    {
        // What is left of the old file's latest commits would be laid over the new one, page by page.
        if (!writer.HasMoved() || !File.Exists(file) || new FileInfo(WalFile) is { Exists: true, Length: > 0 })
        {
            return false;
        }

        try
        {
            using var connection = look();
            return LedgerIdentity.Read(connection) == _known;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>Looks at what lies at the path before it is opened for writing again.</summary>
    /// <exception cref="LedgerUnavailableException">It is gone, or it is not the file that this process worked on.</exception>
    public void RequireSame()
    {
        if (_known is not { } known)
        {
            return;
        }

        if (!File.Exists(file))
        {
            throw new LedgerUnavailableException(_lost = Missing);
        }

        using var connection = look();
        // Of a commit that failed, nobody knows whether it is there.
        if (LedgerIdentity.Read(connection) is not { } found || found.Ledger != known.Ledger || found.Commits - known.Commits is not (0 or 1))
        {
            throw new LedgerUnavailableException(_lost = Exchanged);
        }

        _known = found;
    }

    /// <summary>Looks at what lies at the path. What is wrong with it counts until it is put right.</summary>
    /// <exception cref="LedgerUnavailableException">It is gone, is not the file that this process works on, or cannot be read.</exception>
    public void Look()
    {
        _denied = WhyDenied();
        if (_denied is { } denied)
        {
            throw new LedgerUnavailableException(_lost = denied);
        }
    }

    private string? WhyDenied()
    {
        if (!File.Exists(file))
        {
            return Missing;
        }

        try
        {
            var known = _known!;
            using var connection = look();
            return LedgerIdentity.Read(connection) is { } found && found.Ledger == known.Ledger && found.Commits >= known.Commits ? null : Exchanged;
        }
        catch (SqliteException error)
        {
            return StoreErrors.Explain(file, error).Message;
        }
    }
}
