using BotHost.Storage.Migrations;
using BotHost.Storage.Sqlite;
using BotHost.TestKit.Clocks;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotHost.Storage.Tests.Sqlite;

/// <summary>A temporary folder with databases in it; closes and deletes them at the end.</summary>
internal sealed class Stores : IAsyncDisposable
{
    private readonly List<(string Path, SqliteDatabase Database)> _databases = [];
    private readonly Lazy<string> _root = new(() => Directory.CreateTempSubdirectory("bothost-storage-").FullName);
    private int _folders;

    /// <summary>The path of a database in a folder that does not exist yet.</summary>
    public string NewPath() => Path.Combine(_root.Value, $"data-{++_folders}", "bothost.db");

    /// <summary>The path of a copy of the files as a killed process would leave them.</summary>
    public string CopyOf(string path)
    {
        var copy = NewPath();
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        foreach (var suffix in new[] { "", "-wal" }.Where(suffix => File.Exists(path + suffix)))
        {
            File.Copy(path + suffix, copy + suffix);
        }

        return copy;
    }

    public SqliteDatabase Open(string path, IReadOnlyList<Migration>? migrations = null, int busyMilliseconds = 5000, Action<SqliteConnection>? prepare = null, Func<string?>? mounts = null)
    {
        var file = DatabaseFile.At(path);
        var database = new SqliteDatabase(
            file, new ManualTimeProvider(), NullLogger<SqliteDatabase>.Instance, new SqliteConnections(file.Path, busyMilliseconds, prepare), migrations ?? Migration.All,
            mounts ?? NetworkFolder.ReadMounts);
        _databases.Add((path, database));
        return database;
    }

    public SqliteLedger OpenLedger(string path, int busyMilliseconds = 5000, Action<SqliteConnection>? prepare = null) =>
        new(Open(path, busyMilliseconds: busyMilliseconds, prepare: prepare), NullLogger<SqliteLedger>.Instance);

    /// <summary>Closes what was opened on a path.</summary>
    public async Task CloseAsync(string path)
    {
        foreach (var (_, database) in _databases.Where(open => open.Path == path))
        {
            await database.DisposeAsync();
        }
    }

    /// <summary>Closes what was opened on a path when the test ends, before the disk below it goes.</summary>
    public IAsyncDisposable Hold(string path) => new Closing(() => CloseAsync(path));

    /// <summary>A connection past the ledger, for looking and for breaking things.</summary>
    public static SqliteConnection Raw(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, database) in _databases)
        {
            await database.DisposeAsync();
        }

        if (_root.IsValueCreated)
        {
            Directory.Delete(_root.Value, recursive: true);
        }
    }

    private sealed class Closing(Func<Task> close) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await close();
    }
}
