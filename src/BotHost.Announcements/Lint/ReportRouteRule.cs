using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint;

/// <summary>Finds a config that names moderators by their rights alone: they may press, but nobody could be told that there is something to press.</summary>
public sealed class ReportRouteRule : ICatalogueRule
{
    private const string Name = "no-report-route";

    public ImmutableArray<LintRule> Rules { get; } =
        [new(Name, Severity.Warning, "There are moderators, but neither a chat nor a user who could be told of what was not posted.")];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue)
    {
        // That there are none at all is another rule's word, and while every talk is a draft there is nothing to tell.
        if (catalogue.Talks.Values.All(talk => talk.Status is TalkStatus.Draft)
            || !catalogue.Moderators.Any(rules => rules.HaveRights)
            || catalogue.Moderators.Any(rules => rules.ReportTo is not null || !rules.Users.IsEmpty))
        {
            yield break;
        }

        yield return new Finding(
            Severity.Warning,
            catalogue.Moderators[0].Written.Where("report_to"),
            Name,
            "nobody is told of posts that are held, failed or unknown: the moderators are named by their rights alone",
            "add report_to: with the number of the moderators' chat, or users:");
    }
}
