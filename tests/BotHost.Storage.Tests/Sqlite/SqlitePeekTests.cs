using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Storage.Archive;
using BotHost.Storage.Sqlite;
using NodaTime;

namespace BotHost.Storage.Tests.Sqlite;

public sealed class SqlitePeekTests : IAsyncDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2027, 1, 1, 0, 0);

    private readonly Stores _stores = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task Where_there_is_no_ledger_there_is_no_picture_and_no_file_is_made()
    {
        var path = _stores.NewPath();

        var picture = await new SqlitePeek(DatabaseFile.At(path)).LookAsync(Cancel);

        Assert.Null(picture);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_look_beside_the_process_that_holds_the_ledger_shows_what_it_wrote()
    {
        var path = _stores.NewPath();
        var ledger = _stores.OpenLedger(path);
        var key = new DeliveryKey(DeliveryKind.Step, "talk-1", "announce", "", "discord:1");
        await ledger.OpenAsync(Now, Cancel);
        await ledger.SeeAsync([("talk", "talk-1")], Now, Cancel);
        await ledger.SettleAsync(key, DeliveryState.Held, "because", Now, Now, Cancel);
        await ledger.BeatAsync(Now + Duration.FromMinutes(1), Cancel);

        var picture = await new SqlitePeek(DatabaseFile.At(path)).LookAsync(Cancel);

        Assert.NotNull(picture);
        Assert.Equal(new LedgerLife(Now, Now + Duration.FromMinutes(1)), picture.Life);
        Assert.Equal(Now, picture.FirstSeen[("talk", "talk-1")]);
        var row = Assert.Single(picture.Rows);
        Assert.Equal((key, DeliveryState.Held, "because"), (row.Key, row.State, row.Reason));
    }

    [Fact]
    public async Task A_copy_on_a_medium_that_is_read_only_can_be_looked_at()
    {
        using var disk = SmallDisk.Mount("4m");
        var copy = await CopyAsync(disk);
        disk.MakeReadOnly();

        var picture = await new SqlitePeek(DatabaseFile.At(copy)).LookAsync(Cancel);

        Assert.Equal("talk-1", Assert.Single(picture!.Rows).Key.Subject);
    }

    [Fact]
    public async Task A_read_only_copy_with_a_log_beside_it_is_not_read_without_the_log()
    {
        using var disk = SmallDisk.Mount("4m");
        var copy = await CopyAsync(disk);
        await File.WriteAllBytesAsync(copy + "-wal", new byte[100], Cancel);
        disk.MakeReadOnly();

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => new SqlitePeek(DatabaseFile.At(copy)).LookAsync(Cancel));

        Assert.StartsWith($"The ledger '{copy}' cannot be read from here: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("copy the database with the -wal beside it to a folder of your own", error.Message, StringComparison.Ordinal);
    }

    private async Task<string> CopyAsync(SmallDisk disk)
    {
        var path = _stores.NewPath();
        var ledger = _stores.OpenLedger(path);
        await ledger.OpenAsync(Now, Cancel);
        await ledger.SettleAsync(new DeliveryKey(DeliveryKind.Step, "talk-1", "announce", "", "discord:1"), DeliveryState.Held, "because", Now, Now, Cancel);
        var copy = Path.Combine(disk.Folder, "a copy #1 100%.db");
        Assert.True(await new SqliteArchive(DatabaseFile.At(path), _stores.Open(path)).BackupAsync(copy, Cancel));
        return copy;
    }
}
