using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using Microsoft.Extensions.Logging;

namespace BotHost.Announcements.Delivery;

/// <summary>Sends what was judged to be due: every target by itself, and in each the earliest first.</summary>
public sealed partial class DueSender(
    ITalkSource talks, LedgerIndex index, PlatformDirectory platforms, Courier courier, Retries retries, ILogger<DueSender> logger)
{
    /// <summary>Sends them; returns what is to be tried again.</summary>
    /// <param name="judgedBy">The talks by which they were judged. Once these have changed, the rest waits to be judged anew: it may have been withdrawn.</param>
    /// <param name="due">What is due.</param>
    /// <param name="cancellationToken">Stops before the next claim.</param>
    public async Task<IReadOnlyCollection<PlannedDelivery>> SendAsync(TalkCatalogue judgedBy, IEnumerable<PlannedDelivery> due, CancellationToken cancellationToken)
    {
        var byTarget = due.Where(IsSpokenTo).GroupBy(planned => planned.Channel.Address).ToList();
        var unfinished = await Task.WhenAll(byTarget.Select(target => SendInOrderAsync(judgedBy, [.. target.OrderBy(planned => planned.DueAt)], cancellationToken)));
        return [.. unfinished.SelectMany(deliveries => deliveries)];
    }

    private async Task<IReadOnlyCollection<PlannedDelivery>> SendInOrderAsync(
        TalkCatalogue judgedBy, IReadOnlyList<PlannedDelivery> deliveries, CancellationToken cancellationToken)
    {
        var unfinished = new List<PlannedDelivery>();
        foreach (var planned in deliveries)
        {
            if (!retries.MayTry(planned.Key) || !ReferenceEquals(judgedBy, talks.Current))
            {
                unfinished.Add(planned);
                continue;
            }

            if (!IsSpokenTo(planned))
            {
                // What was sent a moment ago was the reason to set the target aside.
                continue;
            }

            var platform = platforms.Find(planned.Channel.Platform)!;
            var state = await TryAsync(platform, planned, judgedBy, cancellationToken);
            var again = state is DeliveryState.Retry
                || (state is DeliveryState.Unknown && index.Find(planned.Key) is { } row && courier.MayRepeat(platform, row));
            if (again && IsSpokenTo(planned))
            {
                unfinished.Add(planned);
            }
        }

        return unfinished;
    }

    // One post that a fault stands in the way of must not take the others with it; where it stays so, it is given up with a reason when its time is over.
    private async Task<DeliveryState> TryAsync(IChatPlatform platform, PlannedDelivery planned, TalkCatalogue judgedBy, CancellationToken cancellationToken)
    {
        try
        {
            return (await courier.DeliverAsync(platform, planned, cancellationToken, judgedBy)).State;
        }
        catch (Exception exception) when (exception is not LedgerUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            Log.PostFailedUnexpectedly(logger, exception, planned.Key);
            retries.BackOff(planned.Key);
            return DeliveryState.Retry;
        }
    }

    private bool IsSpokenTo(PlannedDelivery planned) => platforms.WhyHeld(planned.Channel.Address) is null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Key} could not be sent because of a fault of the bot; the others go out, and it is tried again")]
        public static partial void PostFailedUnexpectedly(ILogger logger, Exception exception, DeliveryKey key);
    }
}
