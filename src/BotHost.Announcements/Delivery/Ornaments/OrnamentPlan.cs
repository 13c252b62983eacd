using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;

namespace BotHost.Announcements.Delivery.Ornaments;

/// <summary>What is to follow a post, decided before its first message is claimed. Pure.</summary>
/// <param name="Pins">Whether the message that opens the text is pinned, in the place of the one before.</param>
/// <param name="Publishes">Whether its messages are published to the channels that follow.</param>
public sealed record OrnamentPlan(bool Pins, bool Publishes)
{
    /// <summary>Only announcements are adorned, and only as the platform can.</summary>
    public static OrnamentPlan Of(PlannedDelivery planned, PlatformAbilities abilities)
    {
        var isAnnouncement = planned.Step.Kind is StepKind.Announcement;
        return new OrnamentPlan(
            isAnnouncement && planned.Channel.Pin && abilities.Ornaments.Contains(EffectKind.Pin),
            isAnnouncement && planned.Channel.Publish && abilities.Ornaments.Contains(EffectKind.Publish));
    }

    /// <param name="opening">Which of the messages opens the text, counted from 0.</param>
    /// <param name="messages">How many there are.</param>
    public ImmutableArray<PlannedEffect> For(int opening, int messages) =>
    [
        .. Pins ? [new PlannedEffect(EffectKind.Pin, opening + 1), new PlannedEffect(EffectKind.Unpin, opening + 1)] : ImmutableArray<PlannedEffect>.Empty,
        .. Publishes ? Enumerable.Range(1, messages).Select(part => new PlannedEffect(EffectKind.Publish, part)) : [],
    ];
}
