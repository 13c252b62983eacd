using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Storage.Sqlite;
using BotHost.TestKit.Ledgers;

namespace BotHost.Storage.Tests.Sqlite;

public sealed class SqliteNotebookTests : NotebookContract
{
    private readonly Stores _stores = new();
    private readonly Dictionary<INotebook, string> _paths = [];

    public override ValueTask DisposeAsync() => _stores.DisposeAsync();

    protected override ValueTask<INotebook> CreateAsync() => new(Open(_stores.NewPath()));

    protected override ValueTask<INotebook> CreateAfterKillAsync(INotebook killed) => new(Open(_stores.CopyOf(_paths[killed])));

    private SqliteNotebook Open(string path)
    {
        var notebook = new SqliteNotebook(_stores.Open(path));
        _paths[notebook] = path;
        return notebook;
    }
}
