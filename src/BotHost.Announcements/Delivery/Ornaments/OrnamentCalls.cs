using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;

namespace BotHost.Announcements.Delivery.Ornaments;

/// <summary>Makes one call of what follows a post: finds the message, the event or the pin that it is about, and asks the platform. It writes nothing down.</summary>
public sealed class OrnamentCalls(LedgerIndex index, PlatformDirectory platforms)
{
    /// <summary>What became of it; the platform is not asked where that is clear without it.</summary>
    public async Task<Outcome> CallAsync(DeliveryRow row, EffectRow effect)
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

        return effect.Kind is EffectKind.Unpin
            ? await UnpinAsync(platform, row)
            : await platform.AdornAsync(OrderOf(row, effect), CancellationToken.None);
    }

    private static OrnamentOrder OrderOf(DeliveryRow row, EffectRow effect) =>
        new(effect.Kind, row.Key.Address, ReceiptOf(row, effect.Part), effect.Payload, effect.State is DeliveryState.Unknown)
        {
            Made = effect is { Kind: EffectKind.Event or EffectKind.Thread, Receipt.Length: > 0 } ? effect.Receipt : null,
        };

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
}
