using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Delivery.Ornaments;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>One post on its way.</summary>
/// <param name="Key">Its identity.</param>
/// <param name="Channel">Where it goes.</param>
/// <param name="DueAt">When it was due, on the campaign clock.</param>
/// <param name="Name">For the log, for example <c>announce of asian-talk-176</c>.</param>
/// <param name="Render">Makes its payloads; not asked where a recorded payload is repeated.</param>
/// <param name="Facts">What it tells, where that is followed later.</param>
/// <param name="RenderWithoutPictures">Makes its payloads for a platform that did not take its pictures; null: there is nothing else to try.</param>
/// <param name="Ornaments">What follows once it is out: it gets which of the messages opens the text, and how many there are; null: nothing.</param>
public sealed record Parcel(
    DeliveryKey Key, Channel Channel, Instant DueAt, string Name, Func<RenderResult> Render, RecordedFacts? Facts = null, Func<RenderResult>? RenderWithoutPictures = null, OrnamentPlan? Ornaments = null)
{
    /// <summary>Past it nobody needs the post any more, on the campaign clock.</summary>
    public Instant LatestAt { get; init; } = Instant.MaxValue;

    /// <summary>The talks by which it was judged; null: other talks make no other judgement.</summary>
    public TalkCatalogue? JudgedBy { get; init; }
}
