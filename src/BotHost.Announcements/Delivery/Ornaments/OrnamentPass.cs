using BotHost.Announcements.Delivery.Following;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.Announcements.Delivery.Ornaments;

/// <summary>
/// Does what follows a sent post: pins it and unpins the one before, publishes it, opens its thread and the event. What is left to do stands in the ledger, so a crash
/// between the post and its pin loses nothing. An ornament that fails never makes its post fail.
/// </summary>
public sealed partial class OrnamentPass(
    LedgerIndex index, ILedger ledger, OutcomeKeeper outcomes, ClaimsUnderWay claims, OrnamentCalls calls, PlatformDirectory platforms, TargetBoard targets, Retries retries, IClock campaign, TimeProvider machine, ILogger<OrnamentPass> logger)
{
    private static readonly Outcome TalkIsOver = new Outcome.Rejected(RejectionScope.Message, "its talk is over", "nothing is to be done");

    /// <summary>Everything that is still to be done, as far as it makes sense as the talks are now.</summary>
    public async Task<OpenWork> RunAsync(TalkCatalogue catalogue, Instant now, CancellationToken cancellationToken)
    {
        var keys = new List<DeliveryKey>();
        var instants = new List<Instant>();
        SentPosts? posts = null;
        foreach (var row in index.Rows.Where(IsOpen).OrderBy(row => row.Id).ToList())
        {
            posts ??= new SentPosts(catalogue);
            if (platforms.WhyHeld(row.Key.Address) is null && !await TryAllAsync(row, posts, now, cancellationToken))
            {
                keys.Add(Waiting(row.Key));
                instants.Add(row.DueAt);
            }
        }

        return new OpenWork(keys, instants);
    }

    /// <summary>Does what is left to do for a delivery that was sent a moment ago; returns whether nothing is left.</summary>
    public Task<bool> CarryOutAsync(DeliveryKey key, CancellationToken cancellationToken) =>
        CarryOutAsync(key, (_, _) => false, (_, _) => false, cancellationToken);

    // What a fault stands in the way of must not take the ornaments of other posts with it.
    private async Task<bool> TryAllAsync(DeliveryRow row, SentPosts posts, Instant now, CancellationToken cancellationToken)
    {
        try
        {
            return await CarryOutAsync(
                row.Key, (current, effect) => OrnamentSense.Rests(current, effect, posts), (current, effect) => OrnamentSense.IsOver(current, effect, posts, now), cancellationToken);
        }
        catch (Exception exception) when (exception is not LedgerUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            Log.OrnamentsFailedUnexpectedly(logger, exception, row.Key);
            retries.BackOff(Waiting(row.Key));
            return false;
        }
    }

    private async Task<bool> CarryOutAsync(
        DeliveryKey key, Func<DeliveryRow, EffectRow, bool> rests, Func<DeliveryRow, EffectRow, bool> isOver, CancellationToken cancellationToken)
    {
        if (!retries.MayTry(Waiting(key)))
        {
            return false;
        }

        using var work = claims.Begin(key);
        var cameBack = new Dictionary<EffectKind, Outcome>();
        while (platforms.WhyHeld(key.Address) is null && index.Find(key) is { State: DeliveryState.Sent } row && NextOf(row) is { } effect)
        {
            if (await ledger.ClaimOrnamentAsync(key, effect.Kind, effect.Part, machine.GetUtcNow().ToInstant(), cancellationToken) is not ClaimResult.Granted granted)
            {
                await index.RefreshAsync(key.Subject, cancellationToken);
                return false;
            }

            // From here to the record nothing may cancel: the call may be on its way.
            var outcome = isOver(row, effect) ? TalkIsOver : GiveBackIfNotAtFault(row, await TryAsync(row, effect));
            await outcomes.RecordAsync(key, granted.Attempt, outcome, campaign.GetCurrentInstant());
            if (!IsConcluded(row, effect, outcome))
            {
                cameBack[effect.Kind] = outcome;
            }
        }

        return IsDone(key, [.. cameBack.Values]);

        EffectRow? NextOf(DeliveryRow row) => row.Ornaments.FirstOrDefault(effect => IsOpen(effect)
            && !cameBack.ContainsKey(effect.Kind)
            && (isOver(row, effect) || !rests(row, effect))
            && (effect.Kind is not EffectKind.Unpin || !row.Ornaments.Any(other => other.Kind is EffectKind.Pin && IsOpen(other))));
    }

    private static bool IsOpen(DeliveryRow row) => row.State is DeliveryState.Sent && row.Ornaments.Any(IsOpen);

    private static bool IsOpen(EffectRow effect) => effect.State is DeliveryState.Retry or DeliveryState.Unknown;

    // A correction of the same post has a wait of its own, and neither may end the other's.
    private static DeliveryKey Waiting(DeliveryKey key) => key with { Step = $"{key.Step}, ornaments" };

    private async Task<Outcome> TryAsync(DeliveryRow row, EffectRow effect)
    {
        try
        {
            return await calls.CallAsync(row, effect);
        }
        catch (Exception exception)
        {
            // The platform room promises outcomes, not exceptions; the post itself is out, and that is what counts.
            Log.OrnamentFailedUnexpectedly(logger, exception, effect.Kind, row.Key);
            return new Outcome.Unknown(exception.GetType().Name);
        }
    }

    private Outcome GiveBackIfNotAtFault(DeliveryRow row, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Rejected { Scope: RejectionScope.Bot } refused:
                return new Outcome.NotSent(refused.Reason);
            case Outcome.Rejected { Scope: RejectionScope.Target } refused:
                targets.SetAside(row.Key.Address, $"{refused.Reason}; {refused.Remedy}");
                return new Outcome.NotSent(refused.Reason);
            default:
                return outcome;
        }
    }

    private bool IsConcluded(DeliveryRow row, EffectRow effect, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Sent:
                return true;
            case Outcome.Rejected rejected:
                Log.OrnamentRefused(logger, row.Key, effect.Kind, $"{rejected.Reason}; {rejected.Remedy}");
                return true;
            default:
                Log.OrnamentCameBack(logger, row.Key, effect.Kind, outcome switch
                {
                    Outcome.Deferred deferred => deferred.Reason,
                    Outcome.NotSent notSent => notSent.Reason,
                    Outcome.Unknown unknown => unknown.Reason,
                    _ => "",
                });
                return false;
        }
    }

    // One that came back keeps none of another kind from being tried: an event is called off although its post cannot be pinned.
    private bool IsDone(DeliveryKey key, IReadOnlyCollection<Outcome> cameBack)
    {
        if (cameBack.Count == 0)
        {
            retries.Forget(Waiting(key));
            return true;
        }

        if (cameBack.OfType<Outcome.Deferred>().Select(deferred => deferred.After).DefaultIfEmpty().Max() is var after && after > TimeSpan.Zero)
        {
            retries.ComeBackAfter(Waiting(key), after);
        }
        else
        {
            retries.BackOff(Waiting(key));
        }

        return false;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Key} is out, and its {Kind} is not to be had: {Reason}")]
        public static partial void OrnamentRefused(ILogger logger, DeliveryKey key, EffectKind kind, string reason);

        [LoggerMessage(2, LogLevel.Error, "{Kind} of {Key} failed in a way that the platform's room did not foresee")]
        public static partial void OrnamentFailedUnexpectedly(ILogger logger, Exception exception, EffectKind kind, DeliveryKey key);

        [LoggerMessage(3, LogLevel.Warning, "{Key} is out, and its {Kind} could not be done yet: {Reason}")]
        public static partial void OrnamentCameBack(ILogger logger, DeliveryKey key, EffectKind kind, string reason);

        [LoggerMessage(4, LogLevel.Error, "What follows {Key} could not be done because of a fault of the bot; it is tried again")]
        public static partial void OrnamentsFailedUnexpectedly(ILogger logger, Exception exception, DeliveryKey key);
    }
}
