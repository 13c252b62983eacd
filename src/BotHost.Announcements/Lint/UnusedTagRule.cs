using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint;

/// <summary>Finds tags that a channel waits for and no talk has: most often one of the two is misspelt.</summary>
public sealed class UnusedTagRule : ICatalogueRule
{
    private const string Name = "unused-tag";

    public ImmutableArray<LintRule> Rules { get; } = [new(Name, Severity.Note, "A channel asks for a tag that no talk has.")];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue)
    {
        // Before the first talk no tag can be in use.
        if (catalogue.Talks.IsEmpty)
        {
            return [];
        }

        var used = catalogue.Talks.Values.SelectMany(talk => talk.Tags).ToImmutableSortedSet(StringComparer.OrdinalIgnoreCase);
        return catalogue.Channels.SelectMany(channel => channel.Tags
            .Select((tag, index) => (Tag: tag, Index: index))
            .Where(entry => !used.Contains(entry.Tag))
            .Select(entry => Tell(channel, entry.Tag, entry.Index, used)));
    }

    private static Finding Tell(Channel channel, string tag, int index, ImmutableSortedSet<string> used)
    {
        var path = $"tags/{index}";
        return new Finding(
            Severity.Note,
            channel.Written.Where(channel.Written.Text(path) is null ? "tags" : path),
            Name,
            $"no talk has the tag '{tag}', which '{channel.Id}' asks for",
            NearestWord.Of(tag, used) is { } near ? $"did you mean '{near}'?" : $"write tags: [{tag}] in a talk, or take it out");
    }
}
