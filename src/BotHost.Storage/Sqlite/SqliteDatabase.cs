using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Storage.Migrations;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BotHost.Storage.Sqlite;

/// <summary>
/// One database file, held by this process alone: one writer, readers apart from it. It is opened by the first use;
/// where that fails, the next use tries again.
/// </summary>
internal sealed partial class SqliteDatabase : IAsyncDisposable, IDisposable
{
    private readonly DatabaseFile _file;
    private readonly TimeProvider _time;
    private readonly ILogger<SqliteDatabase> _logger;
    private readonly SqliteConnections _connections;
    private readonly Func<string?> _mounts;
    private readonly IReadOnlyList<Migration> _migrations;
    private readonly StoreWatch _watch;
    private readonly SemaphoreSlim _opening = new(1, 1);
    private ProcessLock? _lock;
    private SqliteWriter? _writer;
    private bool _closed;

    public SqliteDatabase(DatabaseFile file, TimeProvider time, ILogger<SqliteDatabase> logger)
        : this(file, time, logger, new SqliteConnections(file.Path), Migration.All, NetworkFolder.ReadMounts)
    {
    }

    internal SqliteDatabase(
        DatabaseFile file, TimeProvider time, ILogger<SqliteDatabase> logger, SqliteConnections connections, IReadOnlyList<Migration> migrations, Func<string?> mounts)
    {
        _file = file;
        _time = time;
        _logger = logger;
        _connections = connections;
        _migrations = migrations;
        _mounts = mounts;
        _watch = new StoreWatch(file.Path, connections.OpenAnew);
    }

    /// <summary>The file, for people.</summary>
    public string Path => _file.Path;

    /// <summary>How far this ledger had come.</summary>
    public LatestMark Mark => new(_file.Path);

    /// <summary>Whether this process made the ledger in a place where there had been one; known once something was read or written.</summary>
    public bool ReplacesLost { get; private set; }

    /// <summary>Names this process in the rows that it claims; no other process, past or present, has the same name.</summary>
    public string Owner { get; } = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    /// <summary>Runs an operation in the next group; durable when the task completes.</summary>
    /// <exception cref="LedgerUnavailableException">Nothing of it was written.</exception>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> operation, CancellationToken cancellationToken)
    {
        var writer = await OpenAsync(cancellationToken);
        return await writer.RunAsync(operation, cancellationToken);
    }

    /// <summary>Runs an operation on a consistent view of everything that is committed.</summary>
    public async Task<T> ReadAsync<T>(Func<SqliteConnection, T> operation, CancellationToken cancellationToken)
    {
        var writer = await OpenAsync(cancellationToken);
        if (_watch.IsLost)
        {
            // What lies at the path may be a stranger's. An empty commit finds out, and throws as long as it is so.
            await writer.RunAsync(static _ => 0, cancellationToken);
        }

        return await Task.Run(() => Read(operation), cancellationToken);
    }

    /// <summary>Looks whether the file is still in its place, as the next start would find it; as long as it is not, writes fail.</summary>
    /// <exception cref="LedgerUnavailableException">It is gone, is another one, or cannot be read.</exception>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        await Task.Run(_watch.Look, cancellationToken);
    }

    /// <summary>Opens, checks and migrates the database unless that is done; returns its writer.</summary>
    public async Task<SqliteWriter> OpenAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _writer) is { } open)
        {
            return open;
        }

        await _opening.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_writer is null)
            {
                Volatile.Write(ref _writer, Open());
            }

            return _writer!;
        }
        finally
        {
            _opening.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _opening.WaitAsync();
        try
        {
            _closed = true;
            if (_writer is { } writer)
            {
                Volatile.Write(ref _writer, null);
                _connections.CloseReaders();
                await writer.DisposeAsync();
            }

            _lock?.Dispose();
            _lock = null;
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>For a container that is disposed synchronously; the writer's loop needs no thread of the caller.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private T Read<T>(Func<SqliteConnection, T> operation)
    {
        try
        {
            using var connection = _connections.OpenReader();
            using var transaction = connection.BeginTransaction(deferred: true);
            return operation(connection);
        }
        catch (SqliteException error)
        {
            throw StoreErrors.Explain(_file.Path, error);
        }
    }

    private SqliteWriter Open()
    {
        try
        {
            NetworkFolder.Refuse(_file.Path, _mounts());
            _file.RefuseWrongPlace();
            _file.CreateFolder();
            _lock = ProcessLock.Take(_file.Path, _time.GetUtcNow());
            _file.CreateFile();
            var connection = OpenMigrated();
            _watch.Begin(connection);
            return new SqliteWriter(_file.Path, connection, _connections, _watch);
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException or LedgerUnavailableException)
        {
            _lock?.Dispose();
            _lock = null;
            throw StoreErrors.Explain(_file.Path, error);
        }
    }

    private SqliteConnection OpenMigrated()
    {
        RefuseForeign();
        var connection = _connections.OpenWriter();
        try
        {
            RefuseDamaged(connection);
            var version = Migrator.Check(connection, _file.Path, _migrations[^1].Version);
            var isNew = version == 0;
            foreach (var name in Migrator.Migrate(connection, version, _migrations, Instant.FromDateTimeOffset(_time.GetUtcNow())))
            {
                Log.SchemaChanged(_logger, _file.Path, name);
            }

            // An opening that fails after this one must not forget it: the next one finds a file with a schema.
            ReplacesLost |= isNew && Mark.IsThere;
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Looks before anything is changed: a writer's first statement would already turn a foreign file to write-ahead logging.</summary>
    private void RefuseForeign()
    {
        using var connection = _connections.OpenUnchanged();
        Migrator.Check(connection, _file.Path, _migrations[^1].Version);
    }

    private void RefuseDamaged(SqliteConnection connection)
    {
        var verdict = connection.Query("PRAGMA quick_check(1)", row => row.GetString(0))[0];
        if (verdict != "ok")
        {
            throw new LedgerUnavailableException(StoreErrors.Damaged(_file.Path, verdict));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Ledger {File}: applied {Migration}")]
        public static partial void SchemaChanged(ILogger logger, string file, string migration);
    }
}
