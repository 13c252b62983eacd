using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.Announcements.Delivery.Ornaments;

/// <summary>
/// Does what follows a sent post: pins it and unpins the one before, publishes it, opens the event. What is left to do stands in the ledger, so a crash
/// between the post and its pin loses nothing. An ornament that fails never makes its post fail.
/// </summary>
public sealed partial class OrnamentPass(
    LedgerIndex index, ILedger ledger, OutcomeKeeper outcomes, ClaimsUnderWay claims, PlatformDirectory platforms, TargetBoard targets, Retries retries, IClock campaign, TimeProvider machine, ILogger<OrnamentPass> logger)
{
    /// <summary>Everything that is still to be done.</summary>
    public async Task<OpenWork> RunAsync(CancellationToken cancellationToken)
    {
        var keys = new List<DeliveryKey>();
        var instants = new List<Instant>();
        foreach (var row in index.Rows.Where(IsOpen).OrderBy(row => row.Id).ToList())
        {
            if (platforms.WhyHeld(row.Key.Address) is null && !await CarryOutAsync(row.Key, cancellationToken))
            {
                keys.Add(Waiting(row.Key));
                instants.Add(row.DueAt);
            }
        }

        return new OpenWork(keys, instants);
    }

    /// <summary>Does what is left to do for one sent delivery; returns whether nothing is left.</summary>
    public async Task<bool> CarryOutAsync(DeliveryKey key, CancellationToken cancellationToken)
    {
        if (!retries.MayTry(Waiting(key)))
        {
            return false;
        }

        using var work = claims.Begin(key);
        while (index.Find(key) is { State: DeliveryState.Sent } row && row.Ornaments.FirstOrDefault(IsOpen) is { } effect)
        {
            if (await ledger.ClaimOrnamentAsync(key, effect.Kind, effect.Part, machine.GetUtcNow().ToInstant(), cancellationToken) is not ClaimResult.Granted granted)
            {
                await index.RefreshAsync(key.Subject, cancellationToken);
                return false;
            }

            // From here to the record nothing may cancel: the call may be on its way.
            var outcome = GiveBackIfNotAtFault(row, await TryAsync(row, effect));
            await outcomes.RecordAsync(key, granted.Attempt, outcome, campaign.GetCurrentInstant());
            if (!Conclude(row, effect, outcome))
            {
                return false;
            }
        }

        retries.Forget(Waiting(key));
        return true;
    }

    private static bool IsOpen(DeliveryRow row) => row.State is DeliveryState.Sent && row.Ornaments.Any(IsOpen);

    private static bool IsOpen(EffectRow effect) => effect.State is DeliveryState.Retry or DeliveryState.Unknown;

    // A correction of the same post has a wait of its own, and neither may end the other's.
    private static DeliveryKey Waiting(DeliveryKey key) => key with { Step = $"{key.Step}, ornaments" };

    private async Task<Outcome> TryAsync(DeliveryRow row, EffectRow effect)
    {
        var address = row.Key.Address;
        if (platforms.Find(address.Platform) is not { } platform || !platform.Abilities.Ornaments.Contains(effect.Kind))
        {
            return new Outcome.Rejected(RejectionScope.Message, $"{address.Platform} knows no {effect.Kind.ToString().ToLowerInvariant()}", "take the wish out of the channel");
        }

        if (effect.Kind is EffectKind.Pin && SentAfter(row).Any(later => later.Ornaments.Any(ornament => ornament.Kind is EffectKind.Pin)))
        {
            return new Outcome.Rejected(RejectionScope.Message, "a later post has taken its place", "nothing is to be done");
        }

        if (effect.Kind is EffectKind.Unpin && row.Ornaments.Any(ornament => ornament is { Kind: EffectKind.Pin, State: DeliveryState.Failed }))
        {
            return new Outcome.Rejected(RejectionScope.Message, "nothing was pinned in its place", "nothing is to be done");
        }

        if (effect is { Kind: EffectKind.Event, Payload.Length: 0, Receipt: null or "" })
        {
            // Called off before it was opened.
            return new Outcome.Sent("");
        }

        if (effect.Kind is not (EffectKind.Unpin or EffectKind.Event) && ReceiptOf(row, effect.Part).Length == 0)
        {
            return new Outcome.Rejected(RejectionScope.Message, "a person said that the message is there, and nobody knows which one it is", "do it by hand");
        }

        try
        {
            return effect.Kind is EffectKind.Unpin
                ? await UnpinAsync(platform, row)
                : await platform.AdornAsync(OrderOf(row, effect), CancellationToken.None);
        }
        catch (Exception exception)
        {
            // The platform room promises outcomes, not exceptions; the post itself is out, and that is what counts.
            Log.OrnamentFailedUnexpectedly(logger, exception, effect.Kind, row.Key);
            return new Outcome.Unknown(exception.GetType().Name);
        }
    }

    private static OrnamentOrder OrderOf(DeliveryRow row, EffectRow effect) =>
        new(effect.Kind, row.Key.Address, ReceiptOf(row, effect.Part), effect.Payload, effect.State is DeliveryState.Unknown)
        {
            Made = effect is { Kind: EffectKind.Event or EffectKind.Thread, Receipt.Length: > 0 } ? effect.Receipt : null,
        };

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

    private async Task<Outcome> UnpinAsync(IChatPlatform platform, DeliveryRow row)
    {
        var outcome = (Outcome)new Outcome.Sent("");
        foreach (var pin in PinnedBefore(row))
        {
            outcome = await platform.AdornAsync(new OrnamentOrder(EffectKind.Unpin, row.Key.Address, pin), CancellationToken.None);
            if (outcome is not Outcome.Sent)
            {
                return outcome;
            }
        }

        return outcome;
    }

    // The one before, and whatever an earlier unpin had to leave; what is unpinned already, or gone, counts as done.
    private IEnumerable<string> PinnedBefore(DeliveryRow row)
    {
        var before = OfSameStep(row).Where(other => other.Id < row.Id).OrderByDescending(other => other.Id);
        foreach (var other in before)
        {
            foreach (var pin in other.Ornaments.Where(effect => effect is { Kind: EffectKind.Pin, State: DeliveryState.Sent or DeliveryState.Unknown }))
            {
                yield return pin.Receipt ?? ReceiptOf(other, pin.Part);
            }

            // Its own unpin took care of everything before it.
            if (other.Ornaments.Any(effect => effect is { Kind: EffectKind.Unpin, State: DeliveryState.Sent }))
            {
                yield break;
            }
        }
    }

    private IEnumerable<DeliveryRow> SentAfter(DeliveryRow row) => OfSameStep(row).Where(other => other.Id > row.Id);

    private IEnumerable<DeliveryRow> OfSameStep(DeliveryRow row) => index.Rows.Where(other =>
        other.State is DeliveryState.Sent && other.Key != row.Key && other.Key.Kind == row.Key.Kind
        && other.Key.Step == row.Key.Step && other.Key.Target == row.Key.Target);

    private static string ReceiptOf(DeliveryRow row, int part) => row.Messages.FirstOrDefault(message => message.Part == part)?.Receipt ?? "";

    /// <summary>Whether the next one may be tried.</summary>
    private bool Conclude(DeliveryRow row, EffectRow effect, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Sent:
                return true;
            case Outcome.Rejected rejected:
                Log.OrnamentRefused(logger, row.Key, effect.Kind, $"{rejected.Reason}; {rejected.Remedy}");
                return true;
            case Outcome.Deferred deferred:
                retries.ComeBackAfter(Waiting(row.Key), deferred.After);
                Log.OrnamentCameBack(logger, row.Key, effect.Kind, deferred.Reason);
                return false;
            default:
                retries.BackOff(Waiting(row.Key));
                Log.OrnamentCameBack(logger, row.Key, effect.Kind, outcome switch
                {
                    Outcome.NotSent notSent => notSent.Reason,
                    Outcome.Unknown unknown => unknown.Reason,
                    _ => "",
                });
                return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Key} is out, and its {Kind} is not to be had: {Reason}")]
        public static partial void OrnamentRefused(ILogger logger, DeliveryKey key, EffectKind kind, string reason);

        [LoggerMessage(2, LogLevel.Error, "{Kind} of {Key} failed in a way that the platform's room did not foresee")]
        public static partial void OrnamentFailedUnexpectedly(ILogger logger, Exception exception, EffectKind kind, DeliveryKey key);

        [LoggerMessage(3, LogLevel.Warning, "{Key} is out, and its {Kind} could not be done yet: {Reason}")]
        public static partial void OrnamentCameBack(ILogger logger, DeliveryKey key, EffectKind kind, string reason);
    }
}
