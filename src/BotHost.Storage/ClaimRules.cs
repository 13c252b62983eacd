using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Storage.Sqlite;

namespace BotHost.Storage;

/// <summary>Decides whether a part may be claimed. Pure; the caller holds the database's write lock between reading and writing.</summary>
internal static class ClaimRules
{
    /// <summary>Why not; null where the claim is granted.</summary>
    /// <param name="claim">What is asked.</param>
    /// <param name="delivery">The delivery's row, if there is one.</param>
    /// <param name="part">The asked part's row, if there is one.</param>
    /// <param name="before">Where the part before it stands; null for the first part or where that part has no row.</param>
    public static ClaimResult.Refused? Refusal(Claim claim, RecordedDelivery? delivery, RecordedEffect? part, DeliveryState? before)
    {
        if (part is { State: DeliveryState.Sent })
        {
            return new ClaimResult.Refused(DeliveryState.Sent, $"part {claim.Part} is already sent");
        }

        if (delivery is { State: not (DeliveryState.Retry or DeliveryState.Unknown) })
        {
            return new ClaimResult.Refused(delivery.State, delivery.State switch
            {
                DeliveryState.Sending => "another attempt is on its way",
                DeliveryState.Sent => "it is already sent",
                _ => delivery.Reason,
            });
        }

        if (delivery is { State: DeliveryState.Unknown })
        {
            return part is { State: DeliveryState.Unknown } ? RefusalOfRepeat(claim, part) : new ClaimResult.Refused(DeliveryState.Unknown, delivery.Reason);
        }

        if (claim.Part == 1)
        {
            return null;
        }

        if (before is not DeliveryState.Sent)
        {
            return new ClaimResult.Refused(DeliveryState.Retry, $"part {claim.Part - 1} is not sent yet");
        }

        // Another caller may have sent the first message while this one was still composing.
        return claim.Parts != delivery?.Parts || (part is not null && !string.Equals(claim.Payload, part.Payload, StringComparison.Ordinal))
            ? new ClaimResult.Refused(DeliveryState.Retry, $"part {claim.Part} was composed together with the first, and this one differs from it")
            : null;
    }

    /// <summary>Why an ornament may not be tried; null where it may.</summary>
    /// <param name="delivery">The delivery's row, if there is one.</param>
    /// <param name="ornament">The asked ornament's row, if there is one.</param>
    public static ClaimResult.Refused? RefusalOfOrnament(RecordedDelivery? delivery, RecordedEffect? ornament)
    {
        if (delivery is not { State: DeliveryState.Sent })
        {
            return new ClaimResult.Refused(delivery?.State ?? DeliveryState.Retry, "the post that it belongs to is not sent");
        }

        return ornament?.State switch
        {
            DeliveryState.Retry or DeliveryState.Unknown => null,
            null => new ClaimResult.Refused(DeliveryState.Skipped, "nothing of the kind was planned for this post"),
            DeliveryState.Sending => new ClaimResult.Refused(DeliveryState.Sending, "another attempt is on its way"),
            DeliveryState.Sent => new ClaimResult.Refused(DeliveryState.Sent, "it is already done"),
            { } other => new ClaimResult.Refused(other, ornament.Reason),
        };
    }

    private static ClaimResult.Refused? RefusalOfRepeat(Claim claim, RecordedEffect part)
    {
        if (!claim.Repeat)
        {
            return new ClaimResult.Refused(DeliveryState.Unknown, part.Reason);
        }

        return string.Equals(claim.Payload, part.Payload, StringComparison.Ordinal)
            ? null
            : new ClaimResult.Refused(DeliveryState.Unknown, "a repeat must send the recorded payload, and this one differs from it");
    }
}
