using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.Announcements.Delivery;

/// <summary>What an outcome means beyond the message's own row: for its channel, for the next try, and for whoever reads the log.</summary>
public sealed partial class SendConclusions(
    ILedger ledger, Retries retries, TargetBoard targets, IClock campaign, TimeProvider machine, ILogger<SendConclusions> logger)
{
    /// <summary>The outcome for the ledger. Where the message was not at fault it was not sent, and goes out, if it is still in time, once somebody has mended the bot's access.</summary>
    public Outcome GiveBackIfNotAtFault(Parcel parcel, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Sent:
                targets.TakeBack(parcel.Channel.Address);
                return outcome;
            case Outcome.Rejected { Scope: RejectionScope.Bot } refused:
                return new Outcome.NotSent(refused.Reason);
            case Outcome.Rejected { Scope: RejectionScope.Target } refused:
                var reason = $"{refused.Reason}; {refused.Remedy}";
                targets.SetAside(parcel.Channel.Address, reason);
                return new Outcome.NotSent(reason);
            default:
                return outcome;
        }
    }

    /// <summary>Where the delivery stands after the outcome of one of its messages.</summary>
    public async Task<(DeliveryState State, string Reason)> ConcludeAsync(Parcel parcel, Outcome outcome, int part, int parts)
    {
        var key = parcel.Key;
        switch (outcome)
        {
            case Outcome.Sent sent when part < parts:
                retries.Forget(key);
                Log.MessageSent(logger, parcel.Name, parcel.Channel.FaceName, sent.Receipt, part, parts);
                return (DeliveryState.Sent, "");
            case Outcome.Sent sent:
                retries.Forget(key);
                Log.AnnouncementPublished(logger, parcel.Name, parcel.Channel.FaceName, sent.Receipt);
                return (DeliveryState.Sent, "");
            case Outcome.NotSent notSent:
                retries.BackOff(key);
                Log.PostCameBack(logger, key, notSent.Reason);
                return (DeliveryState.Retry, notSent.Reason);
            case Outcome.Deferred deferred:
                await DeferAsync(parcel, deferred.After, deferred.Reason);
                Log.PostCameBack(logger, key, deferred.Reason);
                return (DeliveryState.Retry, deferred.Reason);
            case Outcome.Rejected rejected:
                retries.Forget(key);
                Log.PostRejected(logger, key, rejected.Reason, rejected.Remedy);
                return (DeliveryState.Failed, $"{rejected.Reason}; {rejected.Remedy}");
            case Outcome.Unknown unknown:
                retries.BackOff(key);
                Log.OutcomeUnknown(logger, key, unknown.Reason);
                return (DeliveryState.Unknown, unknown.Reason);
            default:
                throw new InvalidOperationException($"No such outcome: {outcome}");
        }
    }

    /// <summary>Lets the post wait. It is written down, so that people see until when, and a restart does not ask too soon.</summary>
    public async Task DeferAsync(Parcel parcel, TimeSpan after, string reason)
    {
        retries.ComeBackAfter(parcel.Key, after);
        var until = machine.GetUtcNow().ToInstant() + Duration.FromTimeSpan(after);
        await ledger.DeferAsync(parcel.Key, until, reason, parcel.DueAt, campaign.GetCurrentInstant(), CancellationToken.None);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Published {Post} in {Channel} as message {Receipt}")]
        public static partial void AnnouncementPublished(ILogger logger, string post, string channel, string receipt);

        [LoggerMessage(2, LogLevel.Debug, "Sent {Post} to {Channel} as message {Receipt}, {Part} of {Parts}")]
        public static partial void MessageSent(ILogger logger, string post, string channel, string receipt, int part, int parts);

        [LoggerMessage(3, LogLevel.Warning, "Could not send {Key} yet: {Reason}")]
        public static partial void PostCameBack(ILogger logger, DeliveryKey key, string reason);

        [LoggerMessage(4, LogLevel.Error, "Refused: {Key}: {Reason}; {Remedy}")]
        public static partial void PostRejected(ILogger logger, DeliveryKey key, string reason, string remedy);

        [LoggerMessage(5, LogLevel.Error, "Nobody knows whether {Key} was taken: {Reason}")]
        public static partial void OutcomeUnknown(ILogger logger, DeliveryKey key, string reason);
    }
}
