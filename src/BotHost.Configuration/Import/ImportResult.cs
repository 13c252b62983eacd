using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Configuration.Import;

/// <summary>What came of an import.</summary>
/// <param name="Files">What was written, or would be.</param>
/// <param name="Words">What was found, what not, and what to look at, in sentences.</param>
/// <param name="Snippet">Lines that the organiser must paste below <c>series:</c>; null where there are none.</param>
/// <param name="Findings">What a check of the config says of the new files.</param>
public sealed record ImportResult(ImmutableArray<ImportedFile> Files, ImmutableArray<string> Words, string? Snippet, ImmutableArray<Finding> Findings);
