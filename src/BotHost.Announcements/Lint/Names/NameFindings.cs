using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint.Names;

/// <summary>The wording of what is found about names.</summary>
internal static class NameFindings
{
    public static ImmutableArray<LintRule> Rules { get; } =
    [
        new("name-spelling", Severity.Warning, "A person of the talk is named in a spelling that is close to theirs, but not the same."),
        new("other-given-name", Severity.Warning, "The family name of a person of the talk stands with another given name."),
        new("unlisted-person", Severity.Note, "A text introduces somebody who is not among the talk's people."),
    ];

    public static Finding Spelling(SourceSpan where, string written, string name, Person person)
    {
        var owner = name == person.Name ? "" : $" ({person.Name})";
        return new Finding(
            Severity.Warning,
            where,
            "name-spelling",
            $"'{written}' looks like '{name}'{owner} in another spelling",
            $"write '{name}', or add the spelling to the person's aliases");
    }

    public static Finding OtherGiven(SourceSpan where, string written, string name) => new(
        Severity.Warning,
        where,
        "other-given-name",
        $"'{written}' is not '{name}', who is listed",
        $"correct the name, add '{written}' to the person's aliases, or list the other person too");

    public static Finding Unlisted(SourceSpan where, string written) => new(
        Severity.Note,
        where,
        "unlisted-person",
        $"'{written}' is introduced here, and is not among the talk's people",
        "add them to the talk's people, or ignore unlisted-person in this talk and say why");
}
