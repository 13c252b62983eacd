using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Storage.Migrations;
using BotHost.Storage.Sqlite;
using BotHost.Storage.Tests.Sqlite;
using NodaTime;

namespace BotHost.Storage.Tests.Migrations;

public sealed class MigratorTests : IAsyncDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2027, 3, 1, 12, 0);
    private readonly Stores _stores = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public void The_migrations_are_known_by_number_and_name() =>
        Assert.Equal([(1, "0001-ledger"), (2, "0002-effects-and-deferral")], Migration.All.Select(migration => (migration.Version, migration.Name)));

    [Fact]
    public async Task An_older_database_is_brought_up_to_date_and_keeps_its_rows()
    {
        var path = _stores.NewPath();
        var old = _stores.Open(path);
        await new SqliteNotebook(old).WriteAsync("room", "key", "value", Cancellation);
        await old.DisposeAsync();
        Migration[] migrations = [.. Migration.All, new(Migration.Newest + 1, "colour", "ALTER TABLE notes ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'")];

        var rows = await _stores.Open(path, migrations).ReadAsync(
            connection => connection.Query("SELECT value || ' ' || colour FROM notes", row => row.GetString(0)), Cancellation);

        Assert.Equal(["value red"], rows);
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_the_version_before_it_whole()
    {
        var path = _stores.NewPath();
        Migration[] broken = [.. Migration.All, new(Migration.Newest + 1, "broken", "CREATE TABLE half (id INTEGER); INSERT INTO nowhere VALUES (1)")];

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => _stores.Open(path, broken).OpenAsync(Cancellation));

        var (versions, half) = await _stores.Open(path).ReadAsync(
            connection => (
                connection.Query("SELECT version FROM bothost_versions", row => row.GetInt32(0)),
                connection.Query("SELECT name FROM sqlite_master WHERE name = 'half'", row => row.GetString(0))),
            Cancellation);
        Assert.Equal([1, 2], versions);
        Assert.Empty(half);
    }

    [Fact]
    public async Task A_ledger_of_the_first_version_keeps_its_posts_and_gets_a_name_of_its_own()
    {
        var path = _stores.NewPath();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var raw = Stores.Raw(path))
        {
            Migrator.Migrate(raw, 0, [Migration.All[0]], Noon);
            raw.Execute(
                """
                INSERT INTO deliveries (id, kind, subject, step, occasion, target, state, due_at, created_at, changed_at) VALUES (7, 'step', 'talk-1', 'announce', '', 'forum:1', 'sent', 0, 0, 0);
                INSERT INTO effects (delivery_id, kind, part, attempt, state, payload, payload_hash, receipt, owner, first_claimed_at, claimed_at) VALUES (7, 'message', 1, 1, 'sent', 'p', 'h', 'm1', 'o', 0, 0);
                """);
        }

        var database = _stores.Open(path);
        var rows = await database.ReadAsync(connection => ReadOperation.Run(connection, null), Cancellation);
        var names = await database.ReadAsync(LedgerIdentity.Read, Cancellation);
        var other = await _stores.Open(_stores.NewPath()).ReadAsync(LedgerIdentity.Read, Cancellation);

        var row = Assert.Single(rows);
        Assert.Equal((7L, DeliveryState.Sent, (Instant?)null), (row.Id, row.State, row.DeferredUntil));
        Assert.Equal("m1", Assert.Single(row.Effects).Receipt);
        Assert.Equal(32, names!.Ledger.Length);
        Assert.NotEqual(names.Ledger, other!.Ledger);
    }
}
