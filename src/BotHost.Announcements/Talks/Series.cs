using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using NodaTime;

namespace BotHost.Announcements.Talks;

/// <summary>A series of talks and the defaults that its talks inherit.</summary>
public sealed record Series
{
    public required SeriesId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The line above an announcement, for example <c>New Event</c>.</summary>
    public string? Heading { get; init; }

    public DateTimeZone? Zone { get; init; }

    /// <summary>Where its talks take place that name no place of their own and are not only online.</summary>
    public Place? Place { get; init; }

    public Duration? Length { get; init; }

    public CampaignId? Campaign { get; init; }

    public ImmutableArray<string> Hashtags { get; init; } = [];

    public Listing Listed { get; init; } = Listing.WhenAnnounced;

    public Translations<SeriesTranslation> Translations { get; init; } = new();

    public SourceSpan Source { get; init; } = SourceSpan.None;

    /// <summary>Where each of its values stands.</summary>
    public ISourceMap Written { get; init; } = Unwritten.Instance;
}
