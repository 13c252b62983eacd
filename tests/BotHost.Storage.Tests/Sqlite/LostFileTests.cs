using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Storage.Sqlite;
using NodaTime;

namespace BotHost.Storage.Tests.Sqlite;

/// <summary>Real files that are taken away and put back under a running ledger.</summary>
public sealed class LostFileTests : IAsyncDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2027, 3, 1, 12, 0);
    private static readonly string[] AllThree = ["", "-wal", "-shm"];
    private readonly Stores _stores = new();
    private int _talks;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("", "-wal")]
    [InlineData("", "-wal", "-shm")]
    public async Task A_file_that_is_moved_away_is_missed_and_nothing_is_claimed_until_it_is_back(params string[] suffixes)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be moved there.");
        var (path, ledger) = await StartAsync();
        await ClaimAsync(ledger);
        foreach (var suffix in suffixes)
        {
            File.Move(path + suffix, path + ".away" + suffix);
        }

        var claim = await Assert.ThrowsAsync<LedgerUnavailableException>(() => ClaimAsync(ledger));
        var beat = await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.BeatAsync(Noon, Cancel));
        var read = await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.ReadAsync(null, Cancel));
        foreach (var suffix in suffixes)
        {
            File.Move(path + ".away" + suffix, path + suffix, overwrite: true);
        }

        await ClaimAsync(ledger);
        await ledger.BeatAsync(Noon, Cancel);

        Assert.All([claim, beat, read], error => Assert.StartsWith($"The ledger '{path}' is gone", error.Message, StringComparison.Ordinal));
        Assert.Contains("Put it back where it was", claim.Message, StringComparison.Ordinal);
        Assert.Equal(["talk-1", "talk-3"], await SubjectsAsync(ledger));
        Assert.Equal(["talk-1", "talk-3"], await SubjectsAsync(await AfterKillAsync(path)));
    }

    [Fact]
    public async Task The_beat_alone_finds_that_the_file_was_deleted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be deleted there.");
        var (path, ledger) = await StartAsync();
        File.Delete(path);

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.BeatAsync(Noon, Cancel));

        Assert.StartsWith($"The ledger '{path}' is gone", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_file_that_is_exchanged_for_anothers_is_refused_until_the_right_one_is_back()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be exchanged there.");
        var (otherPath, other) = await StartAsync();
        await ClaimAsync(other);
        var stranger = _stores.CopyOf(otherPath);
        var (path, ledger) = await StartAsync();
        await ClaimAsync(ledger);
        Move(path, path + ".away");
        File.Copy(stranger, path);
        File.Copy(stranger + "-wal", path + "-wal");
        var before = await File.ReadAllBytesAsync(path, Cancel);

        var claim = await Assert.ThrowsAsync<LedgerUnavailableException>(() => ClaimAsync(ledger));
        var beat = await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.BeatAsync(Noon, Cancel));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.ReadAsync(null, Cancel));
        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancel));
        Move(path + ".away", path);
        await ledger.BeatAsync(Noon, Cancel);
        await ClaimAsync(ledger);

        Assert.All([claim, beat], error => Assert.Contains("is no longer the file that this bot works on", error.Message, StringComparison.Ordinal));
        Assert.Equal(["talk-2", "talk-4"], await SubjectsAsync(ledger));
    }

    [Fact]
    public async Task An_older_copy_of_the_same_ledger_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be exchanged there.");
        var (path, ledger) = await StartAsync();
        var older = await BackupAsync(path);
        await ClaimAsync(ledger);
        Move(path, path + ".away");
        File.Copy(older, path);

        var beat = await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.BeatAsync(Noon, Cancel));
        var claim = await Assert.ThrowsAsync<LedgerUnavailableException>(() => ClaimAsync(ledger));

        Assert.All([claim, beat], error => Assert.Contains("another state of it, was put in its place", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_exact_copy_in_the_place_of_a_deleted_file_is_taken_up_without_a_restart()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be deleted there.");
        var (path, ledger) = await StartAsync();
        await ClaimAsync(ledger);
        var copy = await BackupAsync(path);
        foreach (var suffix in AllThree)
        {
            File.Delete(path + suffix);
        }

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.BeatAsync(Noon, Cancel));
        File.Copy(copy, path);
        await ClaimAsync(ledger);
        await ledger.BeatAsync(Noon, Cancel);

        Assert.Equal(["talk-1", "talk-2"], await SubjectsAsync(ledger));
        Assert.Equal(["talk-1", "talk-2"], await SubjectsAsync(await AfterKillAsync(path)));
    }

    [Fact]
    public async Task What_stood_in_a_removed_wal_is_saved_and_work_goes_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be deleted there.");
        var (path, ledger) = await StartAsync();
        await ClaimAsync(ledger);
        await SubjectsAsync(ledger);
        File.Delete(path + "-wal");

        await ClaimAsync(ledger);
        await ledger.BeatAsync(Noon, Cancel);

        Assert.Equal(["talk-1", "talk-2"], await SubjectsAsync(ledger));
        Assert.Equal(["talk-1", "talk-2"], await SubjectsAsync(await AfterKillAsync(path)));
    }

    private async Task<(string Path, SqliteLedger Ledger)> StartAsync()
    {
        var path = _stores.NewPath();
        var ledger = _stores.OpenLedger(path);
        await ledger.OpenAsync(Noon, Cancel);
        await ledger.BeatAsync(Noon, Cancel);
        return (path, ledger);
    }

    private Task<ClaimResult> ClaimAsync(SqliteLedger ledger) => ledger.ClaimAsync(
        new Claim(new DeliveryKey(DeliveryKind.Step, $"talk-{++_talks}", "announce", "", "forum:100"), 1, 1, "text", Noon, Noon, Noon), Cancel);

    private static async Task<IEnumerable<string>> SubjectsAsync(SqliteLedger ledger) => (await ledger.ReadAsync(null, Cancel)).Select(row => row.Key.Subject);

    /// <summary>What another process would find if this one were killed now.</summary>
    private async Task<SqliteLedger> AfterKillAsync(string path)
    {
        var ledger = _stores.OpenLedger(_stores.CopyOf(path));
        await ledger.OpenAsync(Noon, Cancel);
        return ledger;
    }

    private static async Task<string> BackupAsync(string path)
    {
        var copy = path + ".backup";
        await using var source = Stores.Raw(path);
        await using var destination = Stores.Raw(copy);
        source.BackupDatabase(destination);
        return copy;
    }

    private static void Move(string from, string to)
    {
        foreach (var suffix in AllThree)
        {
            if (File.Exists(from + suffix))
            {
                File.Move(from + suffix, to + suffix, overwrite: true);
            }
            else
            {
                File.Delete(to + suffix);
            }
        }
    }
}
