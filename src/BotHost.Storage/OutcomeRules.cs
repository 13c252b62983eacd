using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;

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
        var (state, reason) = OfAttempt(outcome);
        return inDoubt && state is (DeliveryState.Retry or DeliveryState.Failed) ? StillInDoubt(reason) : (state, reason);
    }

    /// <summary>
    /// Where an ornament stands after an attempt. One that is refused is over even where an earlier attempt may have been taken: nothing but a
    /// pin is missing then, and trying for ever would not bring it.
    /// </summary>
    public static (DeliveryState State, string Reason) OfOrnament(Outcome outcome, bool inDoubt)
    {
        var (state, reason) = OfAttempt(outcome);
        return inDoubt && state is DeliveryState.Retry ? StillInDoubt(reason) : (state, reason);
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

    /// <summary>The word for what ended a doubt in the history of attempts, and its details.</summary>
    public static (string Word, string Detail) ForHistory(Resolution resolution) => resolution switch
    {
        Resolution.Found found => ("found", found.Receipt),
        Resolution.Absent absent => ("absent", absent.Reason),
        Resolution.Confirmed confirmed => ("confirmed", confirmed.By),
        Resolution.Again again => ("again", again.By),
        _ => throw new ArgumentOutOfRangeException(nameof(resolution), resolution, "The ledger does not know this resolution."),
    };

    /// <summary>Where an effect in doubt stands once the doubt is over.</summary>
    public static (DeliveryState State, string Reason) OfResolution(Resolution resolution) => resolution switch
    {
        Resolution.Found => (DeliveryState.Sent, ""),
        Resolution.Absent absent => (DeliveryState.Retry, absent.Reason),
        Resolution.Confirmed confirmed => (DeliveryState.Sent, $"confirmed by {confirmed.By}"),
        Resolution.Again again => (DeliveryState.Retry, $"sent again by order of {again.By}"),
        _ => throw new ArgumentOutOfRangeException(nameof(resolution), resolution, "The ledger does not know this resolution."),
    };

    private static (DeliveryState State, string Reason) OfAttempt(Outcome outcome) => outcome switch
    {
        Outcome.Sent => (DeliveryState.Sent, ""),
        Outcome.NotSent notSent => (DeliveryState.Retry, notSent.Reason),
        Outcome.Deferred deferred => (DeliveryState.Retry, deferred.Reason),
        Outcome.Rejected rejected => (DeliveryState.Failed, Words(rejected)),
        Outcome.Unknown unknown => (DeliveryState.Unknown, unknown.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "The ledger does not know this outcome."),
    };

    private static (DeliveryState State, string Reason) StillInDoubt(string reason) =>
        (DeliveryState.Unknown, $"an earlier attempt may have been taken; its repeat was not: {reason}");

    private static string Words(Outcome.Rejected rejected) => rejected.Remedy.Length == 0 ? rejected.Reason : $"{rejected.Reason}; {rejected.Remedy}";
}
