using System.Collections.Immutable;

namespace BotHost.Announcements.Talks;

/// <summary>What a series is called in another language, and the words that its talks have in common.</summary>
public sealed record SeriesTranslation
{
    public string? Name { get; init; }

    public string? Heading { get; init; }

    /// <summary>The name of the default place.</summary>
    public string? Place { get; init; }

    /// <summary>Roles by the words that talks use for them, where a talk does not translate them itself.</summary>
    public ImmutableDictionary<string, string> Roles { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Labels of links by the words that talks use for them.</summary>
    public ImmutableDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;
}
