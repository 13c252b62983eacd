using BotHost.Announcements.Delivery;

namespace BotHost.Storage;

/// <summary>Decides what an outcome makes of a part and of its delivery. Pure.</summary>
internal static class OutcomeRules
{
    /// <summary>Where the part stands after an attempt.</summary>
    /// <param name="outcome">What became of the attempt.</param>
    /// <param name="inDoubt">
    /// An earlier attempt may have been taken. Then only a receipt settles the part: that a repeat was not taken says nothing about the first one,
    /// and giving the claim back leaves the part as unknown as it was.
    /// </param>
    public static (DeliveryState State, string Reason) OfPart(Outcome outcome, bool inDoubt)
    {
        var (state, reason) = outcome switch
        {
            Outcome.Sent => (DeliveryState.Sent, ""),
            Outcome.NotSent notSent => (DeliveryState.Retry, notSent.Reason),
            Outcome.Deferred deferred => (DeliveryState.Retry, deferred.Reason),
            Outcome.Rejected rejected => (DeliveryState.Failed, Words(rejected)),
            Outcome.Unknown unknown => (DeliveryState.Unknown, unknown.Reason),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "The ledger does not know this outcome."),
        };
        return inDoubt && state is (DeliveryState.Retry or DeliveryState.Failed)
            ? (DeliveryState.Unknown, $"an earlier attempt may have been taken; its repeat was not: {reason}")
            : (state, reason);
    }

    /// <summary>Where the delivery stands after one of its parts reached a state.</summary>
    public static (DeliveryState State, string Reason) OfDelivery(DeliveryState part, string reason, int sent, int parts) => part switch
    {
        DeliveryState.Sent when sent >= parts => (DeliveryState.Sent, ""),
        DeliveryState.Sent => (DeliveryState.Retry, NextIsPending(sent, parts)),
        _ => (part, reason),
    };

    /// <summary>The reason of a delivery that stands between two of its messages.</summary>
    public static string NextIsPending(int sent, int parts) => $"{sent} of {parts} messages sent, the next is pending";

    /// <summary>The word for the outcome in the history of attempts, and its details.</summary>
    public static (string Word, string Detail) ForHistory(Outcome outcome) => outcome switch
    {
        Outcome.Sent sent => ("sent", sent.Receipt),
        Outcome.NotSent notSent => ("not sent", notSent.Reason),
        Outcome.Deferred deferred => ("deferred", deferred.Reason),
        Outcome.Rejected rejected => ("rejected", Words(rejected)),
        Outcome.Unknown unknown => ("unknown", unknown.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "The ledger does not know this outcome."),
    };

    private static string Words(Outcome.Rejected rejected) => rejected.Remedy.Length == 0 ? rejected.Reason : $"{rejected.Reason}; {rejected.Remedy}";
}
