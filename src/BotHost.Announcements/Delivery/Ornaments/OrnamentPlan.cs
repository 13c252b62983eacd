using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery.Ornaments;

/// <summary>What is to follow a post, decided before its first message is claimed. Pure.</summary>
/// <param name="Pins">Whether the message that opens the text is pinned, in the place of the one before.</param>
/// <param name="Publishes">Whether its messages are published to the channels that follow.</param>
/// <param name="Thread">The payload of the thread under the message that opens the text; null: none is opened.</param>
/// <param name="Event">The payload of the platform's own event; null: none is opened.</param>
public sealed record OrnamentPlan(bool Pins, bool Publishes, string? Thread = null, string? Event = null)
{
    /// <summary>Only announcements are adorned, and only as the platform can.</summary>
    public static OrnamentPlan Of(PlannedDelivery planned, IChatPlatform platform, TalkCatalogue catalogue, Instant now)
    {
        if (planned.Step.Kind is not StepKind.Announcement)
        {
            return new OrnamentPlan(Pins: false, Publishes: false);
        }

        var channel = planned.Channel;
        var can = platform.Abilities.Ornaments;
        var card = TalkCards.Of(catalogue, planned.Talk, channel, now);
        return new OrnamentPlan(
            channel.Pin && can.Contains(EffectKind.Pin),
            channel.Publish && can.Contains(EffectKind.Publish),
            channel.OpensThread && can.Contains(EffectKind.Thread) ? platform.RenderOrnament(EffectKind.Thread, card, channel) : null,
            OpensEvent(planned.Talk, channel, platform, now) ? platform.RenderOrnament(EffectKind.Event, card, channel) : null);
    }

    /// <summary>
    /// What the thread and the event of a sent announcement are to say now that its talk says something else. An event is called off with its
    /// talk, and opened once there is a time; nothing is changed once the talk has begun.
    /// </summary>
    public static IEnumerable<PlannedEffect> Revised(DeliveryRow row, Talk talk, Channel channel, IChatPlatform platform, TalkCatalogue catalogue, Instant now)
    {
        var card = TalkCards.Of(catalogue, talk, channel, now);
        if (row.Ornaments.FirstOrDefault(effect => effect.Kind is EffectKind.Thread) is { } thread
            && platform.RenderOrnament(EffectKind.Thread, card, channel) is { } named)
        {
            yield return new PlannedEffect(EffectKind.Thread, thread.Part, named);
        }

        var part = row.Ornaments.FirstOrDefault(effect => effect.Kind is EffectKind.Event)?.Part;
        if (IsOff(talk))
        {
            if (part is { } opened)
            {
                yield return new PlannedEffect(EffectKind.Event, opened);
            }
        }
        else if (OpensEvent(talk, channel, platform, now) && platform.RenderOrnament(EffectKind.Event, card, channel) is { } told)
        {
            yield return new PlannedEffect(EffectKind.Event, part ?? 1, told);
        }
    }

    /// <param name="opening">Which of the messages opens the text, counted from 0.</param>
    /// <param name="messages">How many there are.</param>
    public ImmutableArray<PlannedEffect> For(int opening, int messages) =>
    [
        .. Pins ? [new PlannedEffect(EffectKind.Pin, opening + 1), new PlannedEffect(EffectKind.Unpin, opening + 1)] : ImmutableArray<PlannedEffect>.Empty,
        .. Publishes ? Enumerable.Range(1, messages).Select(part => new PlannedEffect(EffectKind.Publish, part)) : [],
        .. Thread is null ? ImmutableArray<PlannedEffect>.Empty : [new PlannedEffect(EffectKind.Thread, opening + 1, Thread)],
        .. Event is null ? ImmutableArray<PlannedEffect>.Empty : [new PlannedEffect(EffectKind.Event, 1, Event)],
    ];

    private static bool OpensEvent(Talk talk, Channel channel, IChatPlatform platform, Instant now) =>
        channel.OpensEvent && platform.Abilities.Ornaments.Contains(EffectKind.Event) && !IsOff(talk) && now < talk.Start.Instant;

    private static bool IsOff(Talk talk) => talk.Status is not TalkStatus.Confirmed || talk.Start.Instant is null;
}
