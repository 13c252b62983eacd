using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Configuration.Entries;
using BotHost.Configuration.Files;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Import.Planning;

/// <summary>What an import must know of the config: not more, so that a mistake in some talk does not stand in its way.</summary>
internal sealed record KnownConfig(
    SourceFile Main,
    string ZoneId,
    ImmutableArray<KnownSeries> Series,
    ImmutableArray<string> Campaigns,
    ImmutableArray<KnownPerson> People,
    ImmutableHashSet<string> TalkIds,
    ImmutableHashSet<string> PersonIds)
{
    /// <summary>The community's first language: a talk without a word on its own is in it.</summary>
    public string? FirstLanguage { get; init; }

    /// <summary>Null after an error in <c>bothost.yaml</c>, which is in the findings then.</summary>
    public static KnownConfig? Read(string directory, IMarkdownReader markdown, out ImmutableArray<Finding> problems)
    {
        var findings = new FindingList();
        var folder = ConfigFolder.Read(directory, findings);
        var main = folder.Main is null ? null : MainFileReader.Read(folder.Main, markdown);
        findings.Absorb(main?.Findings ?? new FindingList());
        var root = folder.Main is null ? null : YamlTree.Read(folder.Main, new FindingList());
        problems = [.. findings.Sorted().Where(finding => finding.Severity == Severity.Error && finding.Where.File == ConfigFolder.MainName)];
        if (main is null || root is null || !problems.IsEmpty)
        {
            return null;
        }

        var people = folder.People.Select(Entry).OfType<Node.Mapping>().Select(PersonOf).OfType<KnownPerson>().ToImmutableArray();
        return new KnownConfig(
            folder.Main!,
            main.Community.Zone.Id,
            [.. main.Series.Values.OrderBy(series => series.Id.Value, StringComparer.Ordinal).Select(series => new KnownSeries(series.Id.Value, series.Name, series.Heading, series.Zone?.Id))],
            [.. main.Campaigns.Keys.Select(id => id.Value).Order(StringComparer.Ordinal)],
            people,
            [.. folder.Talks.Select(Entry).OfType<Node.Mapping>().Select(talk => TextOf(talk, "id")).OfType<string>()],
            [.. people.Select(person => person.Id)])
        {
            FirstLanguage = main.Community.Languages.FirstOrDefault(),
        };
    }

    private static Node? Entry(SourceFile file) => YamlTree.Read(file, new FindingList());

    private static KnownPerson? PersonOf(Node.Mapping person)
    {
        if (TextOf(person, "id") is not { } id)
        {
            return null;
        }

        var aliases = person.Pairs.FirstOrDefault(pair => pair.Name == "aliases")?.Value is Node.Sequence list ? list.Items.OfType<Node.Scalar>().Select(item => item.Text) : [];
        ImmutableArray<string> names = [.. new[] { TextOf(person, "name"), TextOf(person, "native_name") }.OfType<string>(), .. aliases];
        return new KnownPerson(id, names, TextOf(person, "bio") ?? "", TextOf(person, "headline"));
    }

    private static string? TextOf(Node.Mapping mapping, string key) =>
        mapping.Pairs.FirstOrDefault(pair => pair.Name == key)?.Value is Node.Scalar { IsBlank: false } scalar ? scalar.Text.Trim() : null;
}
