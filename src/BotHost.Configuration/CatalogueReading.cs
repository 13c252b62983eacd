using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Files;

namespace BotHost.Configuration;

/// <summary>What came of reading a config folder.</summary>
/// <param name="Catalogue">Null if there is any error.</param>
/// <param name="Findings">Everything that was found, sorted by place.</param>
/// <param name="FileCount">How many files were read.</param>
public sealed record CatalogueReading(TalkCatalogue? Catalogue, ImmutableArray<Finding> Findings, int FileCount)
{
    /// <summary>What was read, so that exactly what was checked can be kept.</summary>
    internal ImmutableArray<SourceFile> Files { get; init; } = [];
}
