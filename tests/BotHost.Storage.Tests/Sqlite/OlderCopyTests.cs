using BotHost.Announcements.Delivery.Ledgers;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BotHost.Storage.Tests.Sqlite;

/// <summary>A ledger that has been further than the file that lies in its place now.</summary>
public sealed class OlderCopyTests : IAsyncDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2027, 3, 1, 12, 0);

    private readonly Stores _stores = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task A_ledger_that_goes_on_is_no_older_copy()
    {
        var path = _stores.NewPath();
        await LiveAsync(path, hours: 3);

        Assert.False((await OpenAsync(path)).Life.IsOlderCopy);
    }

    [Fact]
    public async Task A_copy_that_is_put_back_is_known_until_its_first_sign_of_life_and_across_restarts()
    {
        var path = _stores.NewPath();
        await LiveAsync(path, hours: 1);
        var copy = Copy(path);
        await LiveAsync(path, hours: 3);
        File.Copy(copy, path, overwrite: true);

        var (ledger, life) = await OpenAsync(path);
        Assert.True(life.IsOlderCopy);
        await _stores.CloseAsync(path);

        (ledger, life) = await OpenAsync(path);
        Assert.True(life.IsOlderCopy);
        await ledger.BeatAsync(Noon, Cancel);
        await _stores.CloseAsync(path);

        Assert.False((await OpenAsync(path)).Life.IsOlderCopy);
    }

    [Fact]
    public async Task A_copy_that_was_made_a_single_commit_ago_is_known()
    {
        var path = _stores.NewPath();
        await LiveAsync(path, hours: 1);
        var copy = Copy(path);
        var (ledger, _) = await OpenAsync(path);
        await ledger.BeatAsync(Noon, Cancel);
        await _stores.CloseAsync(path);
        File.Copy(copy, path, overwrite: true);

        Assert.True((await OpenAsync(path)).Life.IsOlderCopy);
    }

    [Fact]
    public async Task A_ledger_that_is_put_back_after_another_one_was_at_work_in_its_place_is_an_older_copy()
    {
        var path = _stores.NewPath();
        await LiveAsync(path, hours: 1);
        File.Move(path, path + ".aside");
        await LiveAsync(path, hours: 3);
        File.Move(path + ".aside", path, overwrite: true);

        Assert.True((await OpenAsync(path)).Life.IsOlderCopy);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    public async Task A_mark_that_says_nothing_of_this_ledger_is_none(string mark)
    {
        var path = _stores.NewPath();
        await LiveAsync(path, hours: 1);
        await File.WriteAllTextAsync(path + "-latest", mark, Cancel);

        Assert.False((await OpenAsync(path)).Life.IsOlderCopy);
    }

    private async Task<(ILedger Ledger, LedgerLife Life)> OpenAsync(string path)
    {
        var ledger = _stores.OpenLedger(path);
        return (ledger, await ledger.OpenAsync(Noon, Cancel));
    }

    private async Task LiveAsync(string path, int hours)
    {
        var (ledger, _) = await OpenAsync(path);
        for (var hour = 0; hour < hours; hour++)
        {
            await ledger.BeatAsync(Noon + Duration.FromHours(hour), Cancel);
        }

        await _stores.CloseAsync(path);
    }

    private static string Copy(string path)
    {
        var copy = path + ".copy";
        using var source = new SqliteConnection($"Data Source={path};Pooling=False");
        using var target = new SqliteConnection($"Data Source={copy};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
        return copy;
    }
}
