namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>The ledger's store cannot be used. The message is for the operator: what, where, how to fix it.</summary>
public sealed class LedgerUnavailableException : Exception
{
    public LedgerUnavailableException()
    {
    }

    public LedgerUnavailableException(string message)
        : base(message)
    {
    }

    public LedgerUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
