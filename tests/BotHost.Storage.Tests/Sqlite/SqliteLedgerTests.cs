using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Storage.Sqlite;
using BotHost.TestKit.Ledgers;

namespace BotHost.Storage.Tests.Sqlite;

public sealed class SqliteLedgerTests : LedgerContract
{
    private readonly Stores _stores = new();
    private readonly Dictionary<ILedger, string> _paths = [];

    public override ValueTask DisposeAsync() => _stores.DisposeAsync();

    protected override ValueTask<ILedger> CreateAsync() => new(Open(_stores.NewPath()));

    protected override ValueTask<ILedger> CreateAfterKillAsync(ILedger killed) => new(Open(_stores.CopyOf(_paths[killed])));

    private SqliteLedger Open(string path)
    {
        var ledger = _stores.OpenLedger(path);
        _paths[ledger] = path;
        return ledger;
    }
}
