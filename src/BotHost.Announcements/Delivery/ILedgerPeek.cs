namespace BotHost.Announcements.Delivery;

/// <summary>A look into a ledger that somebody else may be running on; it takes no lock and changes nothing.</summary>
public interface ILedgerPeek
{
    /// <summary>What stands in it now; null where there is no ledger yet.</summary>
    /// <exception cref="LedgerUnavailableException">There is one, and it cannot be read.</exception>
    Task<LedgerPicture?> LookAsync(CancellationToken cancellationToken);
}
