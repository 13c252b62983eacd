using System.Globalization;
using BotHost.Announcements.Delivery.Ledgers;
using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>Says in words where a recorded delivery stands. Pure.</summary>
public static class DeliveryWords
{
    /// <summary>The state, why, until when it waits, and which of its ornaments failed.</summary>
    public static string Of(DeliveryRow row)
    {
        var state = row.State.ToString().ToLowerInvariant();
        var standing = row.Reason.Length == 0 ? state : row.Reason.StartsWith($"{state} ", StringComparison.Ordinal) ? row.Reason : $"{state}: {row.Reason}";
        ReadOnlySpan<string> waits = row is { State: DeliveryState.Retry or DeliveryState.Unknown, DeferredUntil: { } until } ? [$"deferred until {Utc(until)}"] : [];
        return string.Join("; ", [standing, .. waits, .. FailedOrnaments(row)]);
    }

    /// <summary>What should have followed the post and did not, each with its reason.</summary>
    public static IEnumerable<string> FailedOrnaments(DeliveryRow row) => row.Ornaments
        .Where(effect => effect.State is DeliveryState.Failed && !IsSaidByThePin(row, effect))
        .Select(effect => effect.Reason.Length == 0 ? Missing(effect.Kind) : $"{Missing(effect.Kind)}: {effect.Reason}");

    /// <summary>What is over belongs to the past from then on.</summary>
    public static readonly Duration PastAfter = Duration.FromDays(1);

    /// <summary>Whether nothing is left to do or to decide about it.</summary>
    public static bool IsOver(DeliveryRow row) =>
        row.State is DeliveryState.Skipped || (row is { State: DeliveryState.Sent, Reason: "" } && !FailedOrnaments(row).Any());

    /// <summary>As in <c>2027-03-01 12:00:05 UTC</c>.</summary>
    public static string Utc(Instant instant) => instant.ToString("uuuu-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    // Where the new post is not pinned, the one before is meant to stay.
    private static bool IsSaidByThePin(DeliveryRow row, EffectRow effect) =>
        effect.Kind is EffectKind.Unpin && row.Ornaments.Any(other => other is { Kind: EffectKind.Pin, State: DeliveryState.Failed });

    private static string Missing(EffectKind kind) => kind switch
    {
        EffectKind.Pin => "not pinned",
        EffectKind.Unpin => "the one before is still pinned",
        EffectKind.Publish => "not published",
        EffectKind.Thread => "no thread",
        EffectKind.Event => "no event",
        _ => $"no {kind.ToString().ToLowerInvariant()}",
    };
}
