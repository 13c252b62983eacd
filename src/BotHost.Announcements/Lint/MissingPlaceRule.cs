using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint;

/// <summary>Nobody can come to a talk that is nowhere.</summary>
public sealed class MissingPlaceRule : ICatalogueRule
{
    private const string Name = "missing-place";

    public ImmutableArray<LintRule> Rules { get; } = [new(Name, Severity.Warning, "A talk has neither a place nor a link to join.")];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue) => catalogue.Talks.Values
        .Where(talk => talk is { Place: null, Online: null, Status: not TalkStatus.Cancelled })
        .Select(talk => new Finding(
            Severity.Warning,
            talk.Written.Where("place"),
            Name,
            "the talk has no place and no link to join",
            "add place: or online:, or give its series a place"));
}
