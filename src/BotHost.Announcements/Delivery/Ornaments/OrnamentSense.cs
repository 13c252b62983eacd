using BotHost.Announcements.Delivery.Following;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery.Ornaments;

/// <summary>Says whether what still waits to be done around a sent post makes sense as its talk is now. Pure.</summary>
public static class OrnamentSense
{
    /// <summary>Whether it rests: its talk is gone, a draft, or called off, and nothing new is made around it until that changes.</summary>
    public static bool Rests(DeliveryRow row, EffectRow effect, SentPosts posts) => posts.TalkOf(row.Key) switch
    {
        null or { Status: TalkStatus.Draft } => true,
        { Status: TalkStatus.Confirmed } => false,
        // An event is called off with its talk, a thread keeps its name right, and a doubt about either stands in the way of the correction.
        _ => effect switch
        {
            { Kind: EffectKind.Pin or EffectKind.Publish } => true,
            { Kind: EffectKind.Thread, State: DeliveryState.Retry, Receipt: null or "" } => true,
            _ => false,
        },
    };

    /// <summary>Whether nobody needs it any more, because its talk is over: then it is not tried for ever.</summary>
    public static bool IsOver(DeliveryRow row, EffectRow effect, SentPosts posts, Instant now)
    {
        if (posts.TalkOf(row.Key) is not { } talk)
        {
            return false;
        }

        var end = Corrections.EndOf(talk);
        if (end == Instant.MaxValue)
        {
            return row.ChangedAt + Corrections.Reach < now;
        }

        // People read on in a thread, and the pin of an older post stays wrong; both are followed as long as the post itself.
        return (effect.Kind is EffectKind.Thread or EffectKind.Unpin ? Instant.Max(end, row.ChangedAt) + Corrections.Reach : end) < now;
    }
}
