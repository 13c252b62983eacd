using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint;

/// <summary>Finds pictures that say nothing to readers who cannot see them.</summary>
public sealed class MissingAltRule : ICatalogueRule
{
    private const string Name = "missing-alt";

    public ImmutableArray<LintRule> Rules { get; } = [new(Name, Severity.Warning, "A picture has no words for readers who cannot see it.")];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue) =>
    [
        .. catalogue.Talks.Values.Where(talk => talk.Image is { Alt: null }).Select(talk => Tell(talk.Written, "image")),
        .. catalogue.People.Values.Where(person => person.Photo is { Alt: null }).Select(person => Tell(person.Written, "photo")),
    ];

    private static Finding Tell(ISourceMap written, string key) => new(
        Severity.Warning, written.Where(key), Name, $"the {key} has no words for readers who cannot see it", $"write {key}: with file: or url:, and alt: what it shows");
}
