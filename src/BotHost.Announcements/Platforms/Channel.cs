using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Platforms;

/// <summary>A named destination.</summary>
public sealed record Channel
{
    public required ChannelId Id { get; init; }

    public required ChannelAddress Address { get; init; }

    /// <summary>The leading language first.</summary>
    public required ImmutableArray<string> Languages { get; init; }

    public LanguageMode LanguageMode { get; init; }

    /// <summary>The language of a face that does not lead; null for the channel itself and for its leading face.</summary>
    public string? Variant { get; init; }

    /// <summary>Who is pinged by steps that mention, in the platform's words (<c>everyone</c>, <c>role:ID</c>); null: nobody.</summary>
    public string? Mention { get; init; }

    /// <summary>Posts arrive without a sound.</summary>
    public bool Silent { get; init; }

    /// <summary>The series that it takes; empty: all of them.</summary>
    public ImmutableArray<SeriesId> Series { get; init; } = [];

    /// <summary>The tags of which a talk needs one; empty: none is needed.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>How a post is laid out, in the platform's words; null: the platform's default.</summary>
    public string? Layout { get; init; }

    /// <summary>Whether the platform may show a preview of the page that a post leads to.</summary>
    public bool LinkPreview { get; init; }

    /// <summary>Further zones in which posts tell the start, in this order; empty: none.</summary>
    public ImmutableArray<ExtraZone> Zones { get; init; } = [];

    /// <summary>The latest announcement is pinned.</summary>
    public bool Pin { get; init; }

    /// <summary>Announcements are published to channels that follow this one.</summary>
    public bool Publish { get; init; }

    /// <summary>The platform's own event is opened for the talk.</summary>
    public bool OpensEvent { get; init; }

    /// <summary>A thread is opened under each announcement, to talk about it.</summary>
    public bool OpensThread { get; init; }

    public QuietHours? QuietHours { get; init; }

    /// <summary>For trying things out: nothing goes there by itself.</summary>
    public bool IsTest { get; init; }

    public SourceSpan Source { get; init; } = SourceSpan.None;

    /// <summary>Where each of its values stands.</summary>
    public ISourceMap Written { get; init; } = Unwritten.Instance;

    public PlatformId Platform => Address.Platform;

    /// <summary>What the ledger remembers: the address, and the language of a face that does not lead. A language that comes later is new there.</summary>
    public string Target => Variant is null ? Address.ToString() : $"{Address}#{Variant.ToLowerInvariant()}";

    /// <summary>For people: <c>news</c>, and <c>news (ja)</c> for a face that does not lead.</summary>
    public string FaceName => Variant is null ? Id.Value : $"{Id} ({Variant})";

    /// <summary>The channel as posts see it: itself, or one face for each language where each has posts of its own.</summary>
    /// <remarks>Only the leading face pings, pins and opens events and threads, so that nobody is called twice for one talk.</remarks>
    public IEnumerable<Channel> Faces => LanguageMode is LanguageMode.Together || Languages.Length < 2
        ? [this]
        : Languages.Distinct(StringComparer.OrdinalIgnoreCase).Select((language, index) => index == 0
            ? this with { Languages = [language] }
            : this with { Languages = [language], Variant = language, Mention = null, Pin = false, OpensEvent = false, OpensThread = false });

    /// <summary>Whether the talk is meant for this channel by its series and tags.</summary>
    public bool Takes(Talk talk) =>
        (Series.IsEmpty || Series.Contains(talk.Series)) && (Tags.IsEmpty || Tags.Intersect(talk.Tags, StringComparer.OrdinalIgnoreCase).Any());
}
