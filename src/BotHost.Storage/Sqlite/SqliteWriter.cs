using System.Threading.Channels;
using BotHost.Announcements.Delivery.Ledgers;
using Microsoft.Data.Sqlite;

namespace BotHost.Storage.Sqlite;

/// <summary>
/// Owns the only write connection. What has queued while the last commit waited for the disk is committed together,
/// so that a hundred claims cost a few flushes and not a hundred.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int QueueLength = 1024;
    private const int LargestGroup = 256;

    private readonly Channel<PendingWrite> _queue = Channel.CreateBounded<PendingWrite>(
        new BoundedChannelOptions(QueueLength) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly string _file;
    private readonly SqliteConnections _connections;
    private readonly StoreWatch _watch;
    private readonly Task _loop;
    private SqliteConnection? _connection;
    private long _commits;

    /// <param name="file">For error texts.</param>
    /// <param name="connection">The write connection, now owned by this writer.</param>
    /// <param name="connections">Opens another one after the store has failed.</param>
    /// <param name="watch">Knows whether the file is still in its place.</param>
    public SqliteWriter(string file, SqliteConnection connection, SqliteConnections connections, StoreWatch watch)
    {
        _file = file;
        _connection = connection;
        _connections = connections;
        _watch = watch;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>How many transactions were committed so far.</summary>
    public long Commits => Interlocked.Read(ref _commits);

    /// <summary>Queues an operation; the task completes when it is durable.</summary>
    public async Task<T> RunAsync<T>(Func<SqliteConnection, T> operation, CancellationToken cancellationToken)
    {
        var write = new PendingWrite<T>(operation, cancellationToken);
        try
        {
            await _queue.Writer.WriteAsync(write, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteWriter), $"The ledger '{_file}' is closed.");
        }

        return await write.Task;
    }

    /// <summary>Finishes what is queued and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        _connection?.Dispose();
    }

    private async Task RunAsync()
    {
        var group = new List<PendingWrite>(LargestGroup);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out var write))
            {
                if (!write.GiveUpIfCancelled())
                {
                    group.Add(write);
                }
            }

            CommitTogetherOrAlone(group);
            group.Clear();
        }
    }

    private void CommitTogetherOrAlone(List<PendingWrite> group)
    {
        if (group.Count == 0 || TryCommit(group) is not { } error)
        {
            return;
        }

        if (group.Count == 1)
        {
            group[0].Fail(StoreErrors.Explain(_file, error));
            return;
        }

        // One large operation may be what does not fit on the disk; the others get a transaction of their own.
        foreach (var write in group)
        {
            if (TryCommit([write]) is { } own)
            {
                write.Fail(StoreErrors.Explain(_file, own));
            }
        }
    }

    /// <summary>Commits these and completes them; or writes nothing, completes none and returns what went wrong.</summary>
    private Exception? TryCommit(List<PendingWrite> group)
    {
        try
        {
            var connection = InPlace();
            connection.Execute("BEGIN IMMEDIATE");
            foreach (var write in group)
            {
                ExecuteApart(connection, write);
            }

            var committed = _watch.CountCommit(connection);
            if (_watch.WhyLost(connection) is { } lost)
            {
                // The connection is kept: it has the file that may be put back.
                connection.Execute("ROLLBACK");
                return new LedgerUnavailableException(lost);
            }

            connection.Execute("COMMIT");
            _watch.Remember(committed);
            Interlocked.Increment(ref _commits);
        }
        catch (Exception error)
        {
            // The next group starts on a fresh connection, whatever state this one was left in.
            _connection?.Dispose();
            _connection = null;
            return error;
        }

        foreach (var write in group)
        {
            write.Complete();
        }

        return null;
    }

    /// <summary>A connection to the file at its path, as far as there is one.</summary>
    private SqliteConnection InPlace()
    {
        if (_connection is { } held && (_watch.HasBeenReplaced(held) || (_watch.HasLostItsLatest(held) && IsSaved(held))))
        {
            held.Dispose();
            _connection = null;
        }

        return _connection ??= Reopen();
    }

    private SqliteConnection Reopen()
    {
        // Readers that were kept may have the old file.
        _connections.CloseReaders();
        _watch.RequireSame();
        return _connections.OpenWriter();
    }

    /// <summary>Moves the latest commits, which only this connection can still read, into the database itself.</summary>
    private static bool IsSaved(SqliteConnection connection) =>
        connection.Query("PRAGMA wal_checkpoint(TRUNCATE)", row => row.GetInt64(0))[0] == 0;

    /// <summary>An operation that fails takes back its own changes and nobody else's.</summary>
    private void ExecuteApart(SqliteConnection connection, PendingWrite write)
    {
        connection.Execute("SAVEPOINT operation");
        try
        {
            write.Execute(connection);
        }
        catch (Exception error) when (error is not SqliteException sqlite || !StoreErrors.IsOfTheStore(sqlite))
        {
            connection.Execute("ROLLBACK TO operation");
            write.Refuse(error is SqliteException ? StoreErrors.Explain(_file, error) : error);
        }

        connection.Execute("RELEASE operation");
    }
}
