using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Storage.Sqlite;
using NodaTime;

namespace BotHost.Storage.Tests.Sqlite;

/// <summary>Real files on bad disks: a clear line, nothing half-written, and work goes on in the same process once the cause is gone.</summary>
public sealed class BadDiskTests : IAsyncDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2027, 3, 1, 12, 0);
    private readonly Stores _stores = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task A_disk_that_runs_full_refuses_the_claim_whole_and_takes_it_once_there_is_room()
    {
        using var disk = SmallDisk.Mount("600k");
        var path = Path.Combine(disk.Folder, "bothost.db");
        var ledger = await StartAsync(path);
        await using var held = _stores.Hold(path);
        await ClaimAsync(ledger, "before");
        var ballast = Path.Combine(disk.Folder, "ballast");
        Fill(ballast);

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => ClaimAsync(ledger, "during", new string('x', 60_000)));
        var during = await SubjectsAsync(ledger);
        File.Delete(ballast);
        await ClaimAsync(ledger, "after", new string('x', 60_000));
        await ledger.BeatAsync(Noon, Cancel);

        Assert.StartsWith($"The disk that holds the ledger '{path}' is full. Free some space", error.Message, StringComparison.Ordinal);
        Assert.Equal(["before"], during);
        Assert.Equal(["before", "after"], await SubjectsAsync(ledger));
        Assert.Equal(["before", "after"], await SubjectsAsync(await StartAsync(_stores.CopyOf(path))));
    }

    [Fact]
    public async Task A_disk_that_turns_read_only_refuses_claims_until_it_is_writable_again()
    {
        using var disk = SmallDisk.Mount("2m");
        var path = Path.Combine(disk.Folder, "bothost.db");
        await (await OpenedAndClosedAsync(path)).DisposeAsync();
        disk.MakeReadOnly();
        var ledger = _stores.OpenLedger(path);

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.OpenAsync(Noon, Cancel));
        disk.MakeWritable();
        await ledger.OpenAsync(Noon, Cancel);
        await ClaimAsync(ledger, "after");

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains("Data__Directory", error.Message, StringComparison.Ordinal);
        Assert.Equal(["after"], await SubjectsAsync(ledger));
        await using var held = _stores.Hold(path);
    }

    [Fact]
    public async Task A_start_on_a_locked_file_says_so_and_the_next_try_gets_in_once_it_is_free()
    {
        var path = _stores.NewPath();
        await (await OpenedAndClosedAsync(path)).DisposeAsync();
        var ledger = _stores.OpenLedger(path, busyMilliseconds: 1100);
        LedgerUnavailableException error;
        await using (var browser = Stores.Raw(path))
        {
            browser.Execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
            error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.OpenAsync(Noon, Cancel));
        }

        await ledger.OpenAsync(Noon, Cancel);

        Assert.StartsWith($"The ledger '{path}' is locked by another program. Close what has it open", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_damaged_or_truncated_file_is_refused_at_the_start_and_taken_once_it_is_restored(bool truncated)
    {
        var path = _stores.NewPath();
        var ledger = await StartAsync(path);
        await ClaimAsync(ledger, "kept");
        await ledger.RecordAsync(new AttemptId(1, 1, 1), new Outcome.Sent("m1"), Noon, Cancel);
        await _stores.CloseAsync(path);
        var good = await File.ReadAllBytesAsync(path, Cancel);
        Spoil(path, good.Length, truncated);
        var bad = await File.ReadAllBytesAsync(path, Cancel);
        var again = _stores.OpenLedger(path);

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => again.OpenAsync(Noon, Cancel));
        Assert.Equal(bad, await File.ReadAllBytesAsync(path, Cancel));
        await File.WriteAllBytesAsync(path, good, Cancel);
        await again.OpenAsync(Noon, Cancel);

        Assert.StartsWith($"The ledger '{path}' is damaged", error.Message, StringComparison.Ordinal);
        Assert.Contains("Restore a backup", error.Message, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Sent, Assert.Single(await again.ReadAsync(null, Cancel)).State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_is_damaged_or_truncated_while_it_runs_is_found_by_the_beat_and_claims_wait_for_the_repair(bool truncated)
    {
        var path = _stores.NewPath();
        var ledger = await StartAsync(path);
        await ClaimAsync(ledger, "before");
        await using (var raw = Stores.Raw(path))
        {
            raw.Query("PRAGMA wal_checkpoint(TRUNCATE)", row => row.GetInt64(0));
        }

        var good = await File.ReadAllBytesAsync(path, Cancel);
        Spoil(path, good.Length, truncated);

        var beat = await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.BeatAsync(Noon, Cancel));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => ClaimAsync(ledger, "during"));
        await using (var file = File.OpenWrite(path))
        {
            await file.WriteAsync(good, Cancel);
        }

        await ClaimAsync(ledger, "after");
        await ledger.BeatAsync(Noon, Cancel);

        Assert.StartsWith($"The ledger '{path}' is damaged", beat.Message, StringComparison.Ordinal);
        Assert.Equal(["before", "after"], await SubjectsAsync(ledger));
        Assert.Equal(["before", "after"], await SubjectsAsync(await StartAsync(_stores.CopyOf(path))));
    }

    private async Task<SqliteLedger> StartAsync(string path)
    {
        var ledger = _stores.OpenLedger(path);
        await ledger.OpenAsync(Noon, Cancel);
        return ledger;
    }

    private async Task<SqliteDatabase> OpenedAndClosedAsync(string path)
    {
        var database = _stores.Open(path);
        await database.OpenAsync(Cancel);
        return database;
    }

    private static Task<ClaimResult> ClaimAsync(SqliteLedger ledger, string subject, string payload = "text") => ledger.ClaimAsync(
        new Claim(new DeliveryKey(DeliveryKind.Step, subject, "announce", "", "forum:100"), 1, 1, payload, Noon, Noon, Noon), Cancel);

    private static async Task<IEnumerable<string>> SubjectsAsync(SqliteLedger ledger) => (await ledger.ReadAsync(null, Cancel)).Select(row => row.Key.Subject);

    /// <summary>Writes zeros over everything behind the header and the list of tables, or cuts it off.</summary>
    private static void Spoil(string path, int length, bool truncated)
    {
        const int Kept = 2 * 4096;
        using var file = File.OpenWrite(path);
        if (truncated)
        {
            file.SetLength(Kept);
            return;
        }

        file.Position = Kept;
        file.Write(new byte[length - Kept]);
    }

    private static void Fill(string ballast)
    {
        using var file = new FileStream(ballast, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                file.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // That was the last page.
        }
    }
}
