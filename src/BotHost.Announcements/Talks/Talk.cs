using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Texts;
using NodaTime;

namespace BotHost.Announcements.Talks;

/// <summary>One talk as the organiser wrote it, with the defaults of its series and community filled in.</summary>
public sealed record Talk
{
    public required TalkId Id { get; init; }

    /// <summary>The ids under which the ledger knows the talk from before, oldest first.</summary>
    public ImmutableArray<TalkId> PreviousIds { get; init; } = [];

    /// <summary>What the ledger calls the talk: the id that it was first known by, so that a new id posts nothing again.</summary>
    public TalkId FirstId => PreviousIds.IsEmpty ? Id : PreviousIds[0];

    public required SeriesId Series { get; init; }

    /// <summary>As announced, for example <c>176</c>; null where the series does not count.</summary>
    public string? Number { get; init; }

    public required string Title { get; init; }

    public string? Subtitle { get; init; }

    public RichText Summary { get; init; } = RichText.Empty;

    public required TalkStart Start { get; init; }

    /// <summary>The zone of the talk, known even while its start is not.</summary>
    public required DateTimeZone Zone { get; init; }

    public required Duration Length { get; init; }

    public Place? Place { get; init; }

    public OnlineLink? Online { get; init; }

    public ImmutableArray<TalkPerson> People { get; init; } = [];

    public ImmutableArray<TypedLink> Links { get; init; } = [];

    /// <summary>The language that the talk is held in, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The poster.</summary>
    public Picture? Image { get; init; }

    public Translations<TalkTranslation> Translations { get; init; } = new();

    public ImmutableArray<string> Tags { get; init; } = [];

    public TalkStatus Status { get; init; } = TalkStatus.Draft;

    /// <summary>When the announcement is due, where the talk says so itself; else the campaign's step decides.</summary>
    public Instant? AnnounceAt { get; init; }

    /// <summary>Nothing goes out by itself before a moderator has released the announcement.</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>Null: nothing goes out by itself.</summary>
    public CampaignId? Campaign { get; init; }

    public SourceSpan Source { get; init; } = SourceSpan.None;

    /// <summary>Where each of its values stands.</summary>
    public ISourceMap Written { get; init; } = Unwritten.Instance;

    public Instant? End => Start.Instant is { } start ? start + Length : null;
}
