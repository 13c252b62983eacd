using BotHost.Announcements.Delivery.Ledgers;
using Xunit;

namespace BotHost.TestKit.Ledgers;

/// <summary>What every <see cref="INotebook"/> promises.</summary>
public abstract class NotebookContract : IAsyncLifetime
{
    protected INotebook Notebook { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Notebook = await CreateAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>A notebook on a new, empty store.</summary>
    protected abstract ValueTask<INotebook> CreateAsync();

    /// <summary>What another process finds after this one's was killed.</summary>
    protected abstract ValueTask<INotebook> CreateAfterKillAsync(INotebook killed);

    [Fact]
    public async Task A_note_that_was_never_written_is_null() =>
        Assert.Null(await Notebook.ReadAsync("room", "key", Cancellation));

    [Fact]
    public async Task The_newest_note_of_a_room_and_key_is_read_even_after_a_kill()
    {
        await Notebook.WriteAsync("room", "offset", "1", Cancellation);
        await Notebook.WriteAsync("room", "offset", "2", Cancellation);
        await Notebook.WriteAsync("room", "hash", "", Cancellation);
        await Notebook.WriteAsync("other", "offset", "3", Cancellation);

        var after = await CreateAfterKillAsync(Notebook);

        Assert.Equal("2", await after.ReadAsync("room", "offset", Cancellation));
        Assert.Equal("", await after.ReadAsync("room", "hash", Cancellation));
        Assert.Equal("3", await after.ReadAsync("other", "offset", Cancellation));
    }
}
