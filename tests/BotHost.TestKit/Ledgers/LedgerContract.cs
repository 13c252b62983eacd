using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using NodaTime;
using Xunit;

namespace BotHost.TestKit.Ledgers;

/// <summary>What every <see cref="ILedger"/> promises. A subclass per implementation says how one is made, killed and started again.</summary>
public abstract partial class LedgerContract : IAsyncLifetime
{
    protected static readonly Instant Noon = Instant.FromUtc(2027, 3, 1, 12, 0);
    protected static readonly Instant Wall = Instant.FromUtc(2026, 11, 22, 9, 30);
    protected static readonly DeliveryKey Key = new(DeliveryKind.Step, "talk-1", "announce", "", "forum:100");

    /// <summary>The ledger under test, on a store of its own, open since noon.</summary>
    protected ILedger Ledger { get; private set; } = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        Ledger = await CreateAsync();
        await Ledger.OpenAsync(Noon, Cancellation);
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>A ledger on a new, empty store; not yet opened.</summary>
    protected abstract ValueTask<ILedger> CreateAsync();

    /// <summary>What another process finds after this one's was killed: only what is durable, nothing is finished or closed first. Not yet opened.</summary>
    protected abstract ValueTask<ILedger> CreateAfterKillAsync(ILedger killed);

    protected static Claim ClaimOf(
        DeliveryKey? key = null, int part = 1, int parts = 1, string payload = "text", Instant? wall = null, bool repeat = false, RecordedFacts? facts = null) =>
        new(key ?? Key, part, parts, payload, Noon, Noon, wall ?? Wall, repeat, facts);

    /// <summary>Starts a new process after the old one was killed.</summary>
    protected async Task<LedgerLife> KillAndStartAsync(Instant now)
    {
        Ledger = await CreateAfterKillAsync(Ledger);
        return await Ledger.OpenAsync(now, Cancellation);
    }

    protected async Task<ClaimResult.Granted> GrantAsync(Claim? claim = null) =>
        Assert.IsType<ClaimResult.Granted>(await Ledger.ClaimAsync(claim ?? ClaimOf(), Cancellation));

    protected async Task<ClaimResult.Refused> RefuseAsync(Claim? claim = null) =>
        Assert.IsType<ClaimResult.Refused>(await Ledger.ClaimAsync(claim ?? ClaimOf(), Cancellation));

    /// <summary>Claims and records.</summary>
    protected async Task<AttemptId> AttemptAsync(Outcome outcome, Claim? claim = null)
    {
        var granted = await GrantAsync(claim);
        await Ledger.RecordAsync(granted.Attempt, outcome, Noon, Cancellation);
        return granted.Attempt;
    }

    protected async Task<DeliveryRow> RowAsync() => Assert.Single(await Ledger.ReadAsync([Key.Subject], Cancellation));
}
