using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.Announcements.Delivery;

/// <summary>Takes one delivery all the way: compose, wait for a slot, claim, send, record. Nothing on this way is repeated here.</summary>
public sealed partial class Courier(
    ITalkSource talks,
    ILedger ledger,
    LedgerIndex index,
    FitLadder ladder,
    Retries retries,
    IClock campaign,
    TimeProvider machine,
    ILogger<Courier> logger)
{
    /// <summary>Where the delivery stands afterwards.</summary>
    public async Task<(DeliveryState State, string Reason)> DeliverAsync(IChatPlatform platform, PlannedDelivery planned, CancellationToken cancellationToken)
    {
        var payloads = PayloadsOf(platform, planned, out var tooLong);
        if (tooLong is not null)
        {
            var reason = $"does not fit: {tooLong.Limit} is {tooLong.Actual}, {tooLong.Allowed} are allowed";
            Log.PostDoesNotFit(logger, planned.Key, reason);
            await ledger.SettleAsync(planned.Key, DeliveryState.Failed, reason, planned.DueAt, campaign.GetCurrentInstant(), cancellationToken);
            await index.RefreshAsync(planned.Key.Subject, cancellationToken);
            return (DeliveryState.Failed, reason);
        }

        Log.PostComposed(logger, planned.Key);
        var standing = (State: DeliveryState.Sent, Reason: "");
        for (var part = 1; part <= payloads.Length && standing.State is DeliveryState.Sent; part++)
        {
            standing = await DeliverPartAsync(platform, planned, payloads, part, cancellationToken);
        }

        await index.RefreshAsync(planned.Key.Subject, cancellationToken);
        return standing;
    }

    /// <summary>Whether an unknown outcome may be repeated now, because the platform discards the repeat.</summary>
    public bool MayRepeat(IChatPlatform platform, DeliveryRow row) =>
        platform.Abilities.DiscardsRepeatsFor is { } window
        && row.Effects.Where(effect => effect.State is DeliveryState.Unknown)
            .All(effect => machine.GetUtcNow().ToInstant() - effect.FirstClaimedAt < Duration.FromTimeSpan(window));

    private async Task<(DeliveryState State, string Reason)> DeliverPartAsync(
        IChatPlatform platform, PlannedDelivery planned, ImmutableArray<string> payloads, int part, CancellationToken cancellationToken)
    {
        var key = planned.Key;
        if (Effect(key, part)?.State is DeliveryState.Sent)
        {
            return (DeliveryState.Sent, "");
        }

        if (await platform.WaitForTurnAsync(planned.Channel.Address, cancellationToken) is Turn.ComeBack back)
        {
            retries.ComeBackAfter(key, back.After);
            return (DeliveryState.Retry, $"the platform's rate limit lets it go in {(int)back.After.TotalSeconds} s");
        }

        var repeats = Effect(key, part) is { State: DeliveryState.Unknown };
        var claim = new Claim(
            key, part, payloads.Length, payloads[part - 1], planned.DueAt,
            campaign.GetCurrentInstant(), machine.GetUtcNow().ToInstant(), Repeat: repeats);
        if (await ledger.ClaimAsync(claim, cancellationToken) is not ClaimResult.Granted granted)
        {
            return index.Find(key) is { } row ? (row.State, row.Reason) : (DeliveryState.Sending, "another attempt is on its way");
        }

        Log.PostClaimed(logger, key, granted.Attempt.Attempt);
        // From here to the record nothing may cancel: the bytes may be on their way, and what became of them must be written down.
        var order = new SendOrder(planned.Channel.Address, payloads[part - 1], key.RepeatKey(granted.Generation, part));
        var outcome = GiveBackIfBotRefused(await SendAsync(platform, order, key));
        await ledger.RecordAsync(granted.Attempt, outcome, campaign.GetCurrentInstant(), CancellationToken.None);
        return Conclude(planned, outcome);
    }

    // The message was not at fault: it goes out once the operator has mended the bot's access.
    private static Outcome GiveBackIfBotRefused(Outcome outcome) =>
        outcome is Outcome.Rejected { Scope: RejectionScope.Bot } refused ? new Outcome.NotSent(refused.Reason) : outcome;

    private async Task<Outcome> SendAsync(IChatPlatform platform, SendOrder order, DeliveryKey key)
    {
        try
        {
            return await platform.SendAsync(order, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // The platform room promises outcomes, not exceptions; whatever this is, the message may have left.
            Log.SendingFailedUnexpectedly(logger, exception, key);
            return new Outcome.Unknown(exception.GetType().Name);
        }
    }

    private (DeliveryState State, string Reason) Conclude(PlannedDelivery planned, Outcome outcome)
    {
        var key = planned.Key;
        switch (outcome)
        {
            case Outcome.Sent sent:
                retries.Forget(key);
                Log.AnnouncementPublished(logger, planned.Step.Id, planned.Talk.Id, planned.Channel.Id, sent.Receipt);
                return (DeliveryState.Sent, "");
            case Outcome.NotSent notSent:
                retries.BackOff(key);
                Log.PostCameBack(logger, key, notSent.Reason);
                return (DeliveryState.Retry, notSent.Reason);
            case Outcome.Deferred deferred:
                retries.ComeBackAfter(key, deferred.After);
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

    // A repeat sends what was recorded and never a newly composed post: only then does the platform know it for a repeat.
    private ImmutableArray<string> PayloadsOf(IChatPlatform platform, PlannedDelivery planned, out RenderResult.TooLong? tooLong)
    {
        tooLong = null;
        var recorded = index.Find(planned.Key)?.Effects ?? [];
        if (recorded.Any(effect => effect.State is DeliveryState.Unknown))
        {
            return [.. recorded.OrderBy(effect => effect.Part).Select(effect => effect.Payload)];
        }

        switch (ladder.Climb(platform, talks.Current, planned.Talk, planned.Step, planned.Channel, campaign.GetCurrentInstant()).Result)
        {
            case RenderResult.Fits { Payloads: [] }:
                tooLong = new RenderResult.TooLong("visible text", 0, 0);
                return [];
            case RenderResult.Fits fits:
                return fits.Payloads;
            case RenderResult.TooLong misfit:
                tooLong = misfit;
                return [];
            default:
                return [];
        }
    }

    private EffectRow? Effect(DeliveryKey key, int part) =>
        index.Find(key)?.Effects.FirstOrDefault(effect => effect.Kind == "message" && effect.Part == part);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Composed {Key}")]
        public static partial void PostComposed(ILogger logger, DeliveryKey key);

        [LoggerMessage(2, LogLevel.Debug, "Claimed {Key}, attempt {Attempt}")]
        public static partial void PostClaimed(ILogger logger, DeliveryKey key, int attempt);

        [LoggerMessage(3, LogLevel.Information, "Published {Step} of {Talk} in {Channel} as message {Receipt}")]
        public static partial void AnnouncementPublished(ILogger logger, StepId step, TalkId talk, Platforms.ChannelId channel, string receipt);

        [LoggerMessage(4, LogLevel.Warning, "Could not send {Key} yet: {Reason}")]
        public static partial void PostCameBack(ILogger logger, DeliveryKey key, string reason);

        [LoggerMessage(5, LogLevel.Error, "Refused: {Key}: {Reason}; {Remedy}")]
        public static partial void PostRejected(ILogger logger, DeliveryKey key, string reason, string remedy);

        [LoggerMessage(6, LogLevel.Error, "Nobody knows whether {Key} was taken: {Reason}")]
        public static partial void OutcomeUnknown(ILogger logger, DeliveryKey key, string reason);

        [LoggerMessage(7, LogLevel.Error, "{Key} {Reason}; shorten the talk's texts")]
        public static partial void PostDoesNotFit(ILogger logger, DeliveryKey key, string reason);

        [LoggerMessage(8, LogLevel.Error, "Sending {Key} failed in a way that the platform's room did not foresee")]
        public static partial void SendingFailedUnexpectedly(ILogger logger, Exception exception, DeliveryKey key);
    }
}
