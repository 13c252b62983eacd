using System.Collections.Immutable;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>Takes one message of a post from its turn over its claim and the wire to its record.</summary>
public sealed partial class PartSender(
    ITalkSource talks,
    ILedger ledger,
    LedgerIndex index,
    DoubtPass doubts,
    OutcomeKeeper outcomes,
    SendConclusions conclusions,
    ServerTimes serverTimes,
    IClock campaign,
    ILogger<PartSender> logger)
{
    /// <summary>Where the message stands afterwards, and whether only its picture was refused: then the post is to be made without it.</summary>
    /// <param name="platform">Where it goes.</param>
    /// <param name="parcel">The post to which it belongs.</param>
    /// <param name="payloads">All messages of the post.</param>
    /// <param name="opening">Which of them opens the text.</param>
    /// <param name="part">Which of them is to be sent, from 1.</param>
    /// <param name="cancellationToken">Stops before the claim.</param>
    public async Task<(DeliveryState State, string Reason, bool PictureRefused)> SendAsync(
        IChatPlatform platform, Parcel parcel, ImmutableArray<string> payloads, int opening, int part, CancellationToken cancellationToken)
    {
        var key = parcel.Key;
        if (Effect(key, part)?.State is DeliveryState.Sent)
        {
            return (DeliveryState.Sent, "", false);
        }

        if (await platform.WaitForTurnAsync(parcel.Channel.Address, cancellationToken) is Turn.ComeBack back)
        {
            await conclusions.DeferAsync(parcel, back.After, "the platform's rate limit");
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
        var outcome = conclusions.GiveBackIfNotAtFault(parcel, await HandOverAsync(platform, order, key));
        if (part == 1 && parcel.RenderWithoutPictures is not null && outcome is Outcome.Rejected { Scope: RejectionScope.Picture } refused)
        {
            Log.PictureRefused(logger, parcel.Name, parcel.Channel.FaceName, refused.Reason, refused.Remedy);
            await outcomes.RecordAsync(key, granted.Attempt, new Outcome.NotSent(refused.Reason), campaign.GetCurrentInstant());
            return (DeliveryState.Retry, refused.Reason, true);
        }

        await outcomes.RecordAsync(key, granted.Attempt, outcome, campaign.GetCurrentInstant());
        var (state, reason) = await conclusions.ConcludeAsync(parcel, outcome, part, payloads.Length);
        return (state, reason, false);
    }

    private string? WhyNoLonger(Parcel parcel) =>
        campaign.GetCurrentInstant() > parcel.LatestAt ? DeliveryPolicy.TooLate
        : parcel.JudgedBy is { } judgedBy && !ReferenceEquals(judgedBy, talks.Current) ? "the talks have changed"
        : null;

    private async Task<Outcome> HandOverAsync(IChatPlatform platform, SendOrder order, DeliveryKey key)
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

    private EffectRow? Effect(DeliveryKey key, int part) =>
        index.Find(key)?.Effects.FirstOrDefault(effect => effect.Kind is EffectKind.Message && effect.Part == part);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Claimed {Key}, attempt {Attempt}")]
        public static partial void PostClaimed(ILogger logger, DeliveryKey key, int attempt);

        [LoggerMessage(2, LogLevel.Warning, "{Post} goes to {Channel} without its picture, which the platform does not take: {Reason}; {Remedy}")]
        public static partial void PictureRefused(ILogger logger, string post, string channel, string reason, string remedy);

        [LoggerMessage(3, LogLevel.Error, "Sending {Key} failed in a way that the platform's room did not foresee")]
        public static partial void SendingFailedUnexpectedly(ILogger logger, Exception exception, DeliveryKey key);
    }
}
