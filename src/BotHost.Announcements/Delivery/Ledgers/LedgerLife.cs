using NodaTime;

namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>When the ledger was born and when a running bot last gave a sign of life, both on the campaign clock.</summary>
/// <param name="Born">The first start on this database.</param>
/// <param name="LastSignOfLife">Before this process started; null at the first start.</param>
public sealed record LedgerLife(Instant Born, Instant? LastSignOfLife)
{
    /// <summary>Whether this ledger has been further than what is there now: an older copy was put back, and what was sent since then is not in it.</summary>
    public bool IsOlderCopy { get; init; }
}
