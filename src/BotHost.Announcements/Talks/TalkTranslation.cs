using System.Collections.Immutable;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Talks;

/// <summary>What a talk says in another language. What is missing is read in the talk's own.</summary>
public sealed record TalkTranslation
{
    public string? Title { get; init; }

    public string? Subtitle { get; init; }

    public RichText Summary { get; init; } = RichText.Empty;

    /// <summary>The name of the place; its address stays as it is written on the door.</summary>
    public string? Place { get; init; }

    /// <summary>Roles by the words that the talk uses for them.</summary>
    public ImmutableDictionary<string, string> Roles { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Labels of links by the words that the talk uses for them.</summary>
    public ImmutableDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;
}
