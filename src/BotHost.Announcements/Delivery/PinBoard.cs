using BotHost.Announcements.Platforms;
using Microsoft.Extensions.Logging;

namespace BotHost.Announcements.Delivery;

/// <summary>Keeps the latest announcement pinned where a channel asks for it, without a sound. A pin that fails never makes its post fail.</summary>
public sealed partial class PinBoard(LedgerIndex index, ILogger<PinBoard> logger)
{
    /// <summary>Pins one message of a sent delivery, counted from 1, and unpins the delivery of the same step before it.</summary>
    public async Task PinAsync(IChatPlatform platform, Parcel parcel, int part, CancellationToken cancellationToken)
    {
        if (!platform.Abilities.CanPin || Receipts(index.Find(parcel.Key)).ElementAtOrDefault(part - 1) is not { } latest)
        {
            return;
        }

        var before = index.Rows
            .Where(row => row.State is DeliveryState.Sent && row.Key != parcel.Key && row.Key.Step == parcel.Key.Step && row.Key.Target == parcel.Key.Target)
            .MaxBy(row => row.ChangedAt);
        try
        {
            if (!IsDone(await platform.PinAsync(parcel.Channel.Address, latest, cancellationToken), parcel))
            {
                return;
            }

            // Which of its messages was pinned is not written down; the others are simply not pinned.
            foreach (var previous in Receipts(before))
            {
                IsDone(await platform.UnpinAsync(parcel.Channel.Address, previous, cancellationToken), parcel);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The platform room promises outcomes, not exceptions; the post itself is out, and that is what counts.
            Log.PinningFailedUnexpectedly(logger, exception, parcel.Name);
        }
    }

    private static IEnumerable<string> Receipts(DeliveryRow? row) =>
        row?.Effects.Where(effect => effect.Kind == "message").OrderBy(effect => effect.Part).Select(effect => effect.Receipt).OfType<string>() ?? [];

    private bool IsDone(Outcome outcome, Parcel parcel)
    {
        switch (outcome)
        {
            case Outcome.Sent:
                return true;
            case Outcome.Rejected rejected:
                Log.NotPinned(logger, parcel.Name, parcel.Channel.FaceName, $"{rejected.Reason}; {rejected.Remedy}");
                return false;
            default:
                Log.NotPinned(logger, parcel.Name, parcel.Channel.FaceName, outcome switch
                {
                    Outcome.Deferred deferred => deferred.Reason,
                    Outcome.NotSent notSent => notSent.Reason,
                    Outcome.Unknown unknown => unknown.Reason,
                    _ => "",
                });
                return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Post} is out in {Channel}, and the pins there are not as they should be: {Reason}")]
        public static partial void NotPinned(ILogger logger, string post, string channel, string reason);

        [LoggerMessage(2, LogLevel.Error, "Pinning {Post} failed in a way that the platform's room did not foresee")]
        public static partial void PinningFailedUnexpectedly(ILogger logger, Exception exception, string post);
    }
}
