using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace BotHost.Storage.Tests.Sqlite;

public sealed class SqliteWriterTests : IAsyncDisposable
{
    private readonly Stores _stores = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task A_hundred_writes_that_queued_together_cost_one_commit()
    {
        var database = _stores.Open(_stores.NewPath());
        var writer = await database.OpenAsync(Cancellation);
        var before = writer.Commits;

        var writes = await WhileTheWriterIsBusyAsync(database, () => Enumerable.Range(0, 100).Select(number => Note(database, $"key-{number}")));
        await Task.WhenAll(writes);

        Assert.Equal(2, writer.Commits - before);
        Assert.Equal(100, await CountAsync(database));
    }

    [Fact]
    public async Task An_operation_that_fails_takes_back_its_own_changes_and_nobody_elses()
    {
        var database = _stores.Open(_stores.NewPath());
        var writer = await database.OpenAsync(Cancellation);
        var before = writer.Commits;

        var writes = await WhileTheWriterIsBusyAsync(database, () =>
        [
            Note(database, "first"),
            database.WriteAsync<int>(
                connection =>
                {
                    Insert(connection, "never");
                    throw new InvalidOperationException("a rule was broken");
                },
                Cancellation),
            Note(database, "last"),
        ]);

        await writes[0];
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => writes[1]);
        await writes[2];
        Assert.Equal("a rule was broken", error.Message);
        Assert.Equal(2, await CountAsync(database));
        Assert.Equal(2, writer.Commits - before);
    }

    [Fact]
    public async Task A_statement_that_sqlite_refuses_fails_alone_and_with_words_for_the_operator()
    {
        var path = _stores.NewPath();
        var database = _stores.Open(path);

        await database.OpenAsync(Cancellation);
        var writes = await WhileTheWriterIsBusyAsync(database, () =>
        [
            database.WriteAsync(connection => connection.Execute("INSERT INTO notes (room, key) VALUES ('room', 'no value')"), Cancellation),
            Note(database, "fine"),
        ]);

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => writes[0]);
        await writes[1];
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(database));
    }

    [Fact]
    public async Task A_full_disk_fails_the_write_that_does_not_fit_and_the_next_works_once_there_is_room()
    {
        var full = false;
        var database = _stores.Open(_stores.NewPath(), prepare: connection =>
        {
            if (full)
            {
                connection.Query("PRAGMA max_page_count = 1", row => row.GetInt64(0));
            }
        });
        await database.OpenAsync(Cancellation);
        full = true;
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => LoseConnectionAsync(database));

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => Note(database, "big", new string('x', 100_000)));
        full = false;
        await Note(database, "big", new string('x', 100_000));

        Assert.Contains("is full", error.Message, StringComparison.Ordinal);
        Assert.Contains("Free some space", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(database));
    }

    [Fact]
    public async Task One_write_too_large_for_the_disk_does_not_take_its_group_with_it()
    {
        var full = false;
        var database = _stores.Open(_stores.NewPath(), prepare: connection =>
        {
            if (full)
            {
                connection.Query("PRAGMA max_page_count = 1", row => row.GetInt64(0));
            }
        });
        await database.OpenAsync(Cancellation);
        full = true;
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => LoseConnectionAsync(database));

        var writes = await WhileTheWriterIsBusyAsync(database, () => [Note(database, "small"), Note(database, "big", new string('x', 100_000)), Note(database, "tiny")]);

        await writes[0];
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => writes[1]);
        await writes[2];
        Assert.Equal(2, await CountAsync(database));
    }

    [Fact]
    public async Task A_file_that_another_program_has_locked_fails_the_write_and_the_next_works_once_it_is_free()
    {
        var path = _stores.NewPath();
        var database = _stores.Open(path, busyMilliseconds: 1100);
        await database.OpenAsync(Cancellation);
        LedgerUnavailableException error;
        await using (var browser = Stores.Raw(path))
        {
            browser.Execute("BEGIN IMMEDIATE");
            error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => Note(database, "refused"));
        }

        await Note(database, "taken");

        Assert.Contains("locked by another program", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(database));
    }

    [Fact]
    public async Task A_write_that_is_cancelled_while_it_queues_is_not_carried_out()
    {
        var database = _stores.Open(_stores.NewPath());
        using var caller = new CancellationTokenSource();
        await database.OpenAsync(Cancellation);

        var writes = await WhileTheWriterIsBusyAsync(database, () =>
        {
            var write = database.WriteAsync(connection => Insert(connection, "never"), caller.Token);
            caller.Cancel();
            return [write];
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writes[0]);
        Assert.Equal(0, await CountAsync(database));
    }

    [Fact]
    public async Task Closing_finishes_what_is_queued_and_refuses_what_comes_later()
    {
        var path = _stores.NewPath();
        var database = _stores.Open(path);
        await database.OpenAsync(Cancellation);

        var writes = await WhileTheWriterIsBusyAsync(database, () => [Note(database, "queued")]);
        await database.DisposeAsync();

        await writes[0];
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Note(database, "late"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => CountAsync(database));
        Assert.Equal(1, await CountAsync(_stores.Open(path)));
    }

    /// <summary>Holds the writer inside one operation while others are queued, so that they surely meet in one group.</summary>
    private static async Task<Task<int>[]> WhileTheWriterIsBusyAsync(SqliteDatabase database, Func<IEnumerable<Task<int>>> queue)
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var leave = new ManualResetEventSlim();
        var busy = database.WriteAsync(
            _ =>
            {
                entered.SetResult();
                return leave.Wait(TimeSpan.FromSeconds(10), CancellationToken.None);
            },
            Cancellation);
        await entered.Task.WaitAsync(Cancellation);
        Task<int>[] queued = [.. queue()];
        leave.Set();
        Assert.True(await busy);
        return queued;
    }

    private static Task<int> Note(SqliteDatabase database, string key, string value = "value") =>
        database.WriteAsync(connection => Insert(connection, key, value), Cancellation);

    private static int Insert(SqliteConnection connection, string key, string value = "value") =>
        connection.Execute("INSERT INTO notes (room, key, value) VALUES ('room', @key, @value)", ("@key", key), ("@value", value));

    private static Task<long> CountAsync(SqliteDatabase database) =>
        database.ReadAsync(connection => connection.Query("SELECT count(*) FROM notes", row => row.GetInt64(0))[0], Cancellation);

    /// <summary>An error of the store, after which the writer opens a new connection.</summary>
    private static Task<int> LoseConnectionAsync(SqliteDatabase database) =>
        database.WriteAsync<int>(_ => throw new SqliteException("the disk blinked", 10), Cancellation);
}
