namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>A look into a ledger that somebody else may be running on; it takes no lock and changes nothing.</summary>
public interface ILedgerPeek
{
    /// <summary>Where a bot has kept a ledger that is not there now, for people; null where it is there, or where there never was one.</summary>
    string? Lost { get; }

    /// <summary>What stands in it now; null where there is no ledger yet.</summary>
    /// <exception cref="LedgerUnavailableException">There is one, and it cannot be read.</exception>
    Task<LedgerPicture?> LookAsync(CancellationToken cancellationToken);
}
