using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint.Names;

/// <summary>Finds the people whom no talk names.</summary>
internal sealed class UnusedPersonRule : ICatalogueRule
{
    public ImmutableArray<LintRule> Rules { get; } = [new("unused-person", Severity.Note, "No talk names a person who has a file.")];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue)
    {
        var used = catalogue.Talks.Values.SelectMany(talk => talk.People).Select(part => part.Person).ToHashSet();
        return
            from person in catalogue.People.Values
            where !used.Contains(person.Id)
            orderby person.Id.Value
            select new Finding(
                Severity.Note,
                person.Written.Text("id")?.Where ?? person.Source,
                "unused-person",
                $"no talk names '{person.Name}'",
                "add them to a talk's people, or delete the file");
    }
}
