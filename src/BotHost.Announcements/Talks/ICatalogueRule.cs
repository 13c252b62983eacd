using System.Collections.Immutable;

namespace BotHost.Announcements.Talks;

/// <summary>Looks at a catalogue whose structure is sound. Every room contributes rules of its own.</summary>
public interface ICatalogueRule
{
    /// <summary>The rules whose findings it may give.</summary>
    ImmutableArray<LintRule> Rules { get; }

    IEnumerable<Finding> Check(TalkCatalogue catalogue);
}
