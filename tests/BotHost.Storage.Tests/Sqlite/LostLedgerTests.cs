using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Storage.Sqlite;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BotHost.Storage.Tests.Sqlite;

/// <summary>A ledger that was taken away between two runs.</summary>
public sealed class LostLedgerTests : IAsyncDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2027, 3, 1, 12, 0);

    private readonly Stores _stores = new();
    private readonly Warnings _warnings = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task A_look_says_where_the_ledger_was_until_it_is_back()
    {
        var path = _stores.NewPath();
        var peek = new SqlitePeek(DatabaseFile.At(path));

        Assert.Null(peek.Lost);
        await LiveAsync(path);
        Assert.Null(peek.Lost);
        File.Move(path, path + ".away");
        Assert.Equal(path, peek.Lost);
        Assert.Null(await peek.LookAsync(Cancel));
        Assert.False(File.Exists(path));
        File.Move(path + ".away", path);
        Assert.Null(peek.Lost);
    }

    [Fact]
    public async Task A_start_without_the_ledger_that_was_there_begins_an_empty_one_and_warns_once()
    {
        var path = _stores.NewPath();
        await LiveAsync(path);
        File.Move(path, path + ".away");

        var life = await LiveAsync(path);

        Assert.Equal(new LedgerLife(Noon, null), life);
        Assert.Equal(
            [$"There was a ledger at {path}, and it is gone: the bot starts with an empty one, and nothing of the past is posted. To go on with the old one, stop the bot before it posts, and put that back"],
            _warnings.Lines);
        await LiveAsync(path);
        Assert.Single(_warnings.Lines);
    }

    [Fact]
    public async Task An_empty_file_in_the_place_of_the_ledger_is_no_ledger_either()
    {
        var path = _stores.NewPath();
        await LiveAsync(path);
        await File.WriteAllBytesAsync(path, [], Cancel);

        await LiveAsync(path);

        Assert.Single(_warnings.Lines);
    }

    [Fact]
    public async Task A_first_start_and_those_after_it_warn_of_nothing()
    {
        var path = _stores.NewPath();

        await LiveAsync(path);
        await LiveAsync(path);

        Assert.Empty(_warnings.Lines);
    }

    private async Task<LedgerLife> LiveAsync(string path)
    {
        var ledger = new SqliteLedger(_stores.Open(path), _warnings);
        await ledger.PrepareAsync(Noon, Cancel);
        var life = await ledger.OpenAsync(Noon, Cancel);
        await ledger.BeatAsync(Noon, Cancel);
        await _stores.CloseAsync(path);
        return life;
    }

    private sealed class Warnings : ILogger<SqliteLedger>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
