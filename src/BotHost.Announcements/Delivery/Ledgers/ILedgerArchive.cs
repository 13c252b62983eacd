namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>Takes a ledger out of its store, and puts it into another one.</summary>
public interface ILedgerArchive
{
    /// <summary>The store, for people.</summary>
    string Where { get; }

    /// <summary>
    /// Writes everything that is remembered as JSON lines, in an order that depends on nothing but the content: one moment's view, also beside a
    /// running bot. Returns false where there is no ledger.
    /// </summary>
    /// <exception cref="LedgerUnavailableException">There is one, and it cannot be read.</exception>
    Task<bool> ExportAsync(TextWriter output, CancellationToken cancellationToken);

    /// <summary>Fills a new or empty ledger with what was exported: all of it, or, where there are problems, nothing.</summary>
    /// <remarks>Ids stay as they were, because buttons carry them; so does the last sign of life, so that the next start knows the silence since then.</remarks>
    /// <exception cref="LedgerUnavailableException">The ledger here is not empty, is in use, or cannot be written.</exception>
    Task<LedgerImport> ImportAsync(TextReader input, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a copy that a bot can start on, also beside a running one. It becomes visible when it is whole. Returns false where there is no ledger.
    /// </summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read or is damaged, or the copy cannot be written.</exception>
    Task<bool> BackupAsync(string path, CancellationToken cancellationToken);
}
