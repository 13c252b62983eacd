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

namespace BotHost.Announcements.Delivery;

/// <summary>Takes one delivery all the way: composes it, has its messages sent one after the other, and then what follows them. Nothing on this way is repeated here.</summary>
public sealed partial class Courier(
    ITalkSource talks,
    ILedger ledger,
    LedgerIndex index,
    FitLadder ladder,
    PartSender messages,
    OrnamentPass ornaments,
    DoubtPass doubts,
    ClaimsUnderWay claims,
    IClock campaign,
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
            var outcome = await messages.SendAsync(platform, parcel, payloads, opening, part, cancellationToken);
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

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Composed {Key}")]
        public static partial void PostComposed(ILogger logger, DeliveryKey key);

        [LoggerMessage(2, LogLevel.Error, "{Key} {Reason}; shorten the talk's texts")]
        public static partial void PostDoesNotFit(ILogger logger, DeliveryKey key, string reason);
    }
}
