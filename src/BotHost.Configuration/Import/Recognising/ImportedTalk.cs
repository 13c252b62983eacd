using System.Collections.Immutable;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>What an announcement says, before it meets a config.</summary>
internal sealed record ImportedTalk
{
    public string? Heading { get; init; }

    public string? Series { get; init; }

    public string? Number { get; init; }

    public string? Title { get; init; }

    public string? Subtitle { get; init; }

    public ImportedStart Start { get; init; } = ImportedStart.Unknown;

    public string? Place { get; init; }

    public string? Address { get; init; }

    public string? Map { get; init; }

    public string? Online { get; init; }

    /// <summary>A BCP 47 tag.</summary>
    public string? Language { get; init; }

    public ImmutableArray<ImportedPerson> People { get; init; } = [];

    public ImmutableArray<ImportedLink> Links { get; init; } = [];

    /// <summary>Lines that nothing else took, in their order; an empty one parts paragraphs.</summary>
    public ImmutableArray<string> Summary { get; init; } = [];

    /// <summary>Labels that were understood and are not repeated.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>Lines that say nothing yet, and labels for which the config has no place.</summary>
    public ImmutableArray<string> Asides { get; init; } = [];

    /// <summary>What an organiser should look at, beside what the start says.</summary>
    public ImmutableArray<string> Doubts { get; init; } = [];
}
