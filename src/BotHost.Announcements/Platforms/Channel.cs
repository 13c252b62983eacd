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

    /// <summary>Who is pinged by steps that mention, in the platform's words (<c>everyone</c>, <c>role:ID</c>); null: nobody.</summary>
    public string? Mention { get; init; }

    /// <summary>Posts arrive without a sound.</summary>
    public bool Silent { get; init; }

    /// <summary>The series that it takes; empty: all of them.</summary>
    public ImmutableArray<SeriesId> Series { get; init; } = [];

    public SourceSpan Source { get; init; } = SourceSpan.None;

    public PlatformId Platform => Address.Platform;

    public bool Takes(Talk talk) => Series.IsEmpty || Series.Contains(talk.Series);
}
