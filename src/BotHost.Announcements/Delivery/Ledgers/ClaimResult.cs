namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>The ledger's answer to a claim; it is durable when it is given.</summary>
public abstract record ClaimResult
{
    private ClaimResult()
    {
    }

    /// <summary>This caller, and nobody else, may send now.</summary>
    /// <param name="Attempt">Names the attempt in <see cref="ILedger.RecordAsync"/>.</param>
    /// <param name="Generation">Part of the repeat key.</param>
    public sealed record Granted(AttemptId Attempt, int Generation) : ClaimResult;

    /// <summary>It is not to be sent: another attempt is on its way, or it is settled.</summary>
    public sealed record Refused(DeliveryState State, string Reason) : ClaimResult;
}
