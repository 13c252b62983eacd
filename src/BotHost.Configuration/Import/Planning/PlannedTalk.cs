using System.Collections.Immutable;
using BotHost.Configuration.Import.Recognising;

namespace BotHost.Configuration.Import.Planning;

/// <summary>A talk as its file will say it.</summary>
/// <param name="Summary">In Markdown.</param>
/// <param name="Links">Without those that have keys of their own.</param>
internal sealed record PlannedTalk(
    string Id,
    string SeriesId,
    string? Number,
    string Title,
    string? Subtitle,
    ImportedStart Start,
    string? ZoneId,
    string? Place,
    string? Address,
    string? Map,
    string? Online,
    string? Language,
    ImmutableArray<(string PersonId, string Role)> People,
    ImmutableArray<ImportedLink> Links,
    IReadOnlyList<string> Summary)
{
    /// <summary>Sentences that stand above the start.</summary>
    public ImmutableArray<string> StartDoubts { get; init; } = [];

    /// <summary>Sentences that stand at the top.</summary>
    public ImmutableArray<string> Doubts { get; init; } = [];

    /// <summary>Whether the language was told from the letters of the text.</summary>
    public bool IsLanguageGuessed { get; init; }

    /// <summary>Whether the announcement gives a time of day and leaves its zone to the reader.</summary>
    public bool IsZoneUnsaid { get; init; }

    /// <summary>Words about people whose files say something else.</summary>
    public ImmutableArray<string> PeopleNotes { get; init; } = [];

    /// <summary>Lines with words that found no place.</summary>
    public ImmutableArray<string> Remaining { get; init; } = [];
}
