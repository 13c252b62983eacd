using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint;

/// <summary>Finds a chat that reports go to, on a platform where nobody moderates: its buttons would be dead.</summary>
public sealed class ReportPressRule : ICatalogueRule
{
    private const string Name = "report-without-moderators";

    public ImmutableArray<LintRule> Rules { get; } =
        [new(Name, Severity.Warning, "Reports go to a chat of a platform on which nobody may press their buttons.")];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue) =>
        from rules in catalogue.Moderators
        where rules is { ReportTo: not null, Users.IsEmpty: true, HaveRights: false }
        select new Finding(
            Severity.Warning,
            rules.Written.Where("report_to"),
            Name,
            $"reports go to the chat {rules.ReportTo!.Id}, and nobody there may press their buttons: {rules.Platform} has no moderators",
            $"list the moderators' user ids under moderators.{rules.Platform}.users");
}
