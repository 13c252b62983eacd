using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Files;
using BotHost.Configuration.Pictures;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration;

/// <summary>What came of reading a config folder.</summary>
/// <param name="Catalogue">Null if there is any error.</param>
/// <param name="Findings">Everything that was found, sorted by place.</param>
/// <param name="FileCount">How many files were read.</param>
public sealed record CatalogueReading(TalkCatalogue? Catalogue, ImmutableArray<Finding> Findings, int FileCount)
{
    /// <summary>What was read, so that exactly what was checked can be kept.</summary>
    internal ImmutableArray<SourceFile> Files { get; init; } = [];

    /// <summary>The pictures that the entries name, in the order of their names.</summary>
    internal ImmutableArray<SeenPicture> Pictures { get; init; } = [];

    /// <summary>The folder that was read.</summary>
    internal string Directory { get; init; } = "";

    public IEnumerable<Finding> Errors => Findings.Where(finding => finding.Severity is Severity.Error);

    /// <summary>The same reading, refused if it cannot be meant as an edit of the catalogue that was in force before.</summary>
    public CatalogueReading Against(TalkCatalogue before)
    {
        ArgumentNullException.ThrowIfNull(before);
        if (Catalogue is null || CatalogueChange.Check(before, Catalogue) is not { IsEmpty: false } problems)
        {
            return this;
        }

        var all = new FindingList();
        foreach (var finding in Findings.Concat(problems))
        {
            all.Add(finding);
        }

        return this with { Catalogue = null, Findings = all.Sorted() };
    }
}
