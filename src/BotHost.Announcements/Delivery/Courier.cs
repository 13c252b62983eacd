using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Delivery.Following;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Delivery.Ornaments;
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
    OrnamentPass ornaments,
    DoubtPass doubts,
    OutcomeKeeper outcomes,
    ClaimsUnderWay claims,
    TargetBoard targets,
    ServerTimes serverTimes,
    IClock campaign,
    TimeProvider machine,
    ILogger<Courier> logger)
{
    /// <summary>Where the delivery of a talk's step stands afterwards.</summary>
    /// <param name="platform">Where it goes.</param>
    /// <param name="planned">What is wanted.</param>
    /// <param name="cancellationToken">Stops before the next claim.</param>
    /// <param name="judgedBy">The talks by which it was judged: once others are in force, it is not claimed. Null: it was ordered, and goes out as it is.</param>
    public Task<(DeliveryState State, string Reason)> DeliverAsync(
        IChatPlatform platform, PlannedDelivery planned, CancellationToken cancellationToken, TalkCatalogue? judgedBy = null)
    {
        var name = $"{planned.Step.Id} of {planned.Talk.Id}";
        var catalogue = talks.Current;
        var facts = FactSheet.Write(ToldFacts.Of(catalogue, planned.Talk, planned.Channel.Languages), Aloud.Of(planned.Talk));
        var follows = OrnamentPlan.Of(planned, platform, catalogue, campaign.GetCurrentInstant());
        return DeliverAsync(platform, new Parcel(planned.Key, planned.Channel, planned.DueAt, name, Render, facts, RenderWithoutPictures, follows) { LatestAt = planned.LatestAt, JudgedBy = judgedBy }, cancellationToken);

        RenderResult Render() =>
            ladder.Climb(platform, catalogue, planned.Talk, planned.Step, planned.Channel, campaign.GetCurrentInstant()).Result;

        RenderResult RenderWithoutPictures() =>
            ladder.ClimbWithoutPictures(platform, catalogue, planned.Talk, planned.Step, planned.Channel, campaign.GetCurrentInstant());
    }

    /// <summary>Where the delivery stands afterwards.</summary>
    public async Task<(DeliveryState State, string Reason)> DeliverAsync(IChatPlatform platform, Parcel parcel, CancellationToken cancellationToken)
    {
        using var work = claims.Begin(parcel.Key);
        var (payloads, opening, refusal) = PayloadsOf(parcel);
        if (refusal is not null)
        {
            var reason = $"does not fit: {refusal}";
            Log.PostDoesNotFit(logger, parcel.Key, reason);
            await ledger.SettleAsync(parcel.Key, DeliveryState.Failed, reason, parcel.DueAt, campaign.GetCurrentInstant(), cancellationToken);
            await index.RefreshAsync(parcel.Key.Subject, cancellationToken);
            return (DeliveryState.Failed, reason);
        }

        Log.PostComposed(logger, parcel.Key);
        var standing = (State: DeliveryState.Sent, Reason: "");
        for (var part = 1; part <= payloads.Length && standing.State is DeliveryState.Sent; part++)
        {
            var outcome = await DeliverPartAsync(platform, parcel, payloads, opening, part, cancellationToken);
            if (outcome.PictureRefused)
            {
                // An announcement without its poster is better than none.
                await index.RefreshAsync(parcel.Key.Subject, cancellationToken);
                return await DeliverAsync(platform, parcel with { Render = parcel.RenderWithoutPictures!, RenderWithoutPictures = null }, cancellationToken);
            }

            standing = (outcome.State, outcome.Reason);
        }

        await index.RefreshAsync(parcel.Key.Subject, cancellationToken);
        if (standing.State is DeliveryState.Sent)
        {
            await ornaments.CarryOutAsync(parcel.Key, cancellationToken);
        }

        return standing;
    }

    /// <summary>Whether an unknown outcome may be repeated now, because the platform discards the repeat.</summary>
    public bool MayRepeat(IChatPlatform platform, DeliveryRow row) => doubts.MayRepeat(platform, row);

    private async Task<(DeliveryState State, string Reason, bool PictureRefused)> DeliverPartAsync(
        IChatPlatform platform, Parcel parcel, ImmutableArray<string> payloads, int opening, int part, CancellationToken cancellationToken)
    {
        var key = parcel.Key;
        if (Effect(key, part)?.State is DeliveryState.Sent)
        {
            return (DeliveryState.Sent, "", false);
        }

        if (await platform.WaitForTurnAsync(parcel.Channel.Address, cancellationToken) is Turn.ComeBack back)
        {
            await DeferAsync(parcel, back.After, "the platform's rate limit");
            return (DeliveryState.Retry, $"the platform's rate limit lets it go in {(int)back.After.TotalSeconds} s", false);
        }

        await outcomes.CatchUpAsync(cancellationToken);

        var doubtful = Effect(key, part) is { State: DeliveryState.Unknown } ? index.Find(key) : null;
        if (doubtful is not null && !doubts.MayRepeat(platform, doubtful))
        {
            // It could be repeated when it was judged; waiting for its turn, behind others, took too long.
            return (DeliveryState.Unknown, doubtful.Reason, false);
        }

        if (doubtful is null && WhyNoLonger(parcel) is { } why)
        {
            // It was judged before it waited for its turn, behind others or on a machine that slept. The next pass judges anew.
            return (DeliveryState.Retry, why, false);
        }

        var claim = new Claim(
            key, part, payloads.Length, payloads[part - 1], parcel.DueAt,
            campaign.GetCurrentInstant(), serverTimes.NowBy(platform.Id, ClockGuard.Tolerance), doubtful is not null, parcel.Facts)
        {
            Following = part == 1 ? payloads[1..] : [],
            Ornaments = part == 1 ? parcel.Ornaments?.For(opening, payloads.Length) ?? [] : [],
        };
        if (await ledger.ClaimAsync(claim, cancellationToken) is not ClaimResult.Granted granted)
        {
            return index.Find(key) is { } row ? (row.State, row.Reason, false) : (DeliveryState.Sending, "another attempt is on its way", false);
        }

        Log.PostClaimed(logger, key, granted.Attempt.Attempt);
        if (doubtful is not null && !doubts.MayRepeat(platform, doubtful))
        {
            // Writing the claim took so long that the platform would take the repeat for something new.
            const string forgotten = "the time in which a repeat is discarded was over before it could be sent";
            await outcomes.RecordAsync(key, granted.Attempt, new Outcome.NotSent(forgotten), campaign.GetCurrentInstant());
            return (DeliveryState.Unknown, forgotten, false);
        }

        // From here to the record nothing may cancel: the bytes may be on their way, and what became of them must be written down.
        var order = new SendOrder(parcel.Channel.Address, payloads[part - 1], key.RepeatKey(granted.Generation, part));
        var outcome = GiveBackIfNotAtFault(parcel, await SendAsync(platform, order, key));
        if (part == 1 && parcel.RenderWithoutPictures is not null && outcome is Outcome.Rejected { Scope: RejectionScope.Picture } refused)
        {
            Log.PictureRefused(logger, parcel.Name, parcel.Channel.FaceName, refused.Reason, refused.Remedy);
            await outcomes.RecordAsync(key, granted.Attempt, new Outcome.NotSent(refused.Reason), campaign.GetCurrentInstant());
            return (DeliveryState.Retry, refused.Reason, true);
        }

        await outcomes.RecordAsync(key, granted.Attempt, outcome, campaign.GetCurrentInstant());
        if (outcome is Outcome.Deferred deferred)
        {
            await DeferAsync(parcel, deferred.After, deferred.Reason);
        }

        var (state, reason) = Conclude(parcel, outcome, part, payloads.Length);
        return (state, reason, false);
    }

    private string? WhyNoLonger(Parcel parcel) =>
        campaign.GetCurrentInstant() > parcel.LatestAt ? DeliveryPolicy.TooLate
        : parcel.JudgedBy is { } judgedBy && !ReferenceEquals(judgedBy, talks.Current) ? "the talks have changed"
        : null;

    // The message was not at fault: it goes out, if it is still in time, once somebody has mended the bot's access.
    private Outcome GiveBackIfNotAtFault(Parcel parcel, Outcome outcome)
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

    // Written down, so that people see until when it waits, and a restart does not ask too soon.
    private async Task DeferAsync(Parcel parcel, TimeSpan after, string reason)
    {
        retries.ComeBackAfter(parcel.Key, after);
        var until = machine.GetUtcNow().ToInstant() + Duration.FromTimeSpan(after);
        await ledger.DeferAsync(parcel.Key, until, reason, parcel.DueAt, campaign.GetCurrentInstant(), CancellationToken.None);
    }

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

    private (DeliveryState State, string Reason) Conclude(Parcel parcel, Outcome outcome, int part, int parts)
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
    // What follows a message that stands there already was composed together with it.
    private (ImmutableArray<string> Payloads, int Opening, string? Refusal) PayloadsOf(Parcel parcel)
    {
        var recorded = index.Find(parcel.Key)?.Messages.ToList() ?? [];
        if (recorded.Any(effect => effect.State is DeliveryState.Unknown or DeliveryState.Sent))
        {
            return ([.. recorded.OrderBy(effect => effect.Part).Select(effect => effect.Payload)], 0, null);
        }

        var result = parcel.Render();
        return result is RenderResult.Fits fits ? (fits.Payloads, fits.Opening, result.Refusal) : ([], 0, result.Refusal);
    }

    private EffectRow? Effect(DeliveryKey key, int part) =>
        index.Find(key)?.Effects.FirstOrDefault(effect => effect.Kind is EffectKind.Message && effect.Part == part);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Composed {Key}")]
        public static partial void PostComposed(ILogger logger, DeliveryKey key);

        [LoggerMessage(2, LogLevel.Debug, "Claimed {Key}, attempt {Attempt}")]
        public static partial void PostClaimed(ILogger logger, DeliveryKey key, int attempt);

        [LoggerMessage(3, LogLevel.Information, "Published {Post} in {Channel} as message {Receipt}")]
        public static partial void AnnouncementPublished(ILogger logger, string post, string channel, string receipt);

        [LoggerMessage(4, LogLevel.Warning, "Could not send {Key} yet: {Reason}")]
        public static partial void PostCameBack(ILogger logger, DeliveryKey key, string reason);

        [LoggerMessage(5, LogLevel.Error, "Refused: {Key}: {Reason}; {Remedy}")]
        public static partial void PostRejected(ILogger logger, DeliveryKey key, string reason, string remedy);

        [LoggerMessage(6, LogLevel.Error, "Nobody knows whether {Key} was taken: {Reason}")]
        public static partial void OutcomeUnknown(ILogger logger, DeliveryKey key, string reason);

        [LoggerMessage(7, LogLevel.Error, "{Key} {Reason}; shorten the talk's texts")]
        public static partial void PostDoesNotFit(ILogger logger, DeliveryKey key, string reason);

        [LoggerMessage(10, LogLevel.Warning, "{Post} goes to {Channel} without its picture, which the platform does not take: {Reason}; {Remedy}")]
        public static partial void PictureRefused(ILogger logger, string post, string channel, string reason, string remedy);

        [LoggerMessage(9, LogLevel.Debug, "Sent {Post} to {Channel} as message {Receipt}, {Part} of {Parts}")]
        public static partial void MessageSent(ILogger logger, string post, string channel, string receipt, int part, int parts);

        [LoggerMessage(8, LogLevel.Error, "Sending {Key} failed in a way that the platform's room did not foresee")]
        public static partial void SendingFailedUnexpectedly(ILogger logger, Exception exception, DeliveryKey key);
    }
}
