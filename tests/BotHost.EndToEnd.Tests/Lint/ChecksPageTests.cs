using System.Text.RegularExpressions;
using BotHost.Announcements.Talks;
using BotHost.Composition;
using BotHost.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.EndToEnd.Tests.Lint;

/// <summary>Holds the table in <c>docs/checks.md</c> to the rules that there are.</summary>
public sealed partial class ChecksPageTests
{
    [Fact]
    public void The_table_names_every_rule_with_its_severity_and_what_it_finds_and_no_other()
    {
        using var room = Rooms.ReadingRoom();
        var rules = StructureRules.All.Concat(room.Services.GetServices<ICatalogueRule>().SelectMany(rule => rule.Rules));

        var table = Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "checks.md"))).Select(match => match.Value);

        Assert.Equal(
            rules.Select(rule => $"| `{rule.Name}` | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Summary} |").Order(StringComparer.Ordinal),
            table.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_two_rules_share_a_name()
    {
        using var room = Rooms.ReadingRoom();

        var names = StructureRules.All.Concat(room.Services.GetServices<ICatalogueRule>().SelectMany(rule => rule.Rules)).Select(rule => rule.Name);

        Assert.Empty(names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [GeneratedRegex(@"^\| `[a-z0-9-]+` \| (?:note|warning|error) \| .+ \|(?=\r?$)", RegexOptions.Multiline)]
    private static partial Regex Row();
}
