using System.Collections.Immutable;
using System.Text;
using BotHost.Configuration.Files;
using BotHost.Configuration.Import.Planning;
using BotHost.Configuration.Import.Texts;
using BotHost.Configuration.Yaml;
using NodaTime;

namespace BotHost.Configuration.Tests.Import;

/// <summary>Imports a text into a config in memory, and reads the written files as a table.</summary>
internal static class ImportBench
{
    public const string Main = """
        # A comment that stays.
        community:
          name: Asian Talk
          zone: Asia/Tokyo
          languages: [en]
        series:
          asian-talk:
            name: Asian Talk
            heading: New Event   # above all
            campaign: standard

        channels: []
        campaigns:
          standard:
            - id: announce
              kind: announcement
              when: 7 days before at 10:00
        """;

    /// <summary>Noon of 2026-11-22 in Tokyo.</summary>
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 3, 0);

    public static KnownConfig Config(params KnownPerson[] people) => new(
        new SourceFile("bothost.yaml", [.. Encoding.UTF8.GetBytes(Main)], Main),
        "Asia/Tokyo",
        [new KnownSeries("asian-talk", "Asian Talk", "New Event", null)],
        ["standard"],
        [.. people],
        [],
        [.. people.Select(person => person.Id)])
    {
        FirstLanguage = "en",
    };

    public static ImportPlan Plan(string text, string? series = null, string? id = null, params KnownPerson[] people) =>
        new ImportPlanner(Config(people), _ => false, Now).Plan(AnnouncementText.Read(text), series, id);

    public static string FileOf(ImportPlan plan, string start) => plan.Files.First(file => file.Path.StartsWith(start, StringComparison.Ordinal)).Text;

    /// <summary>Every value of the files in a line of its own; paragraphs are parted by a pilcrow, their lines by a bar.</summary>
    public static string Table(ImportPlan plan)
    {
        var lines = new List<string>();
        var talk = Read(FileOf(plan, "talks/"));
        foreach (var pair in talk.Pairs.Where(pair => pair.Name is not ("status" or "approval" or "people" or "links")))
        {
            lines.AddRange(pair.Value is Node.Mapping mapping
                ? mapping.Pairs.Select(inner => $"{pair.Name}.{inner.Name}: {TextOf(inner.Value)}")
                : [$"{pair.Name}: {TextOf(pair.Value)}"]);
        }

        foreach (var person in Items(talk, "people"))
        {
            lines.Add($"person: {TextOf(person.Pairs[0].Value)} as {TextOf(person.Pairs[1].Value)}");
        }

        foreach (var link in Items(talk, "links"))
        {
            lines.Add($"link: {string.Join(", ", link.Pairs.Select(pair => pair.Name == "label" ? $"\"{TextOf(pair.Value)}\"" : $"{pair.Name} {TextOf(pair.Value)}"))}");
        }

        foreach (var file in plan.Files.Where(file => file.Path.StartsWith("people/", StringComparison.Ordinal)))
        {
            lines.Add($"{file.Path}: {string.Join("; ", Read(file.Text).Pairs.Where(pair => pair.Name != "id").Select(pair => $"{pair.Name} {TextOf(pair.Value)}"))}");
        }

        var remaining = FileOf(plan, "talks/").Split("# Also in the announcement:\n");
        lines.AddRange(remaining.Length < 2 ? [] : remaining[1].Trim().Split('\n').Select(line => $"remaining: {line[2..].Trim()}"));
        return string.Join('\n', lines);
    }

    public static Node.Mapping Read(string yaml)
    {
        var findings = new FindingList();
        var node = YamlTree.Read(new SourceFile("x.yaml", [], yaml), findings);
        Assert.Empty(findings.Sorted());
        return Assert.IsType<Node.Mapping>(node);
    }

    public static string? Value(string yaml, string key) => Read(yaml).Pairs.FirstOrDefault(pair => pair.Name == key) is { } pair ? TextOf(pair.Value) : null;

    private static ImmutableArray<Node.Mapping> Items(Node.Mapping talk, string key) =>
        talk.Pairs.FirstOrDefault(pair => pair.Name == key)?.Value is Node.Sequence sequence ? [.. sequence.Items.Cast<Node.Mapping>()] : [];

    private static string TextOf(Node node) => node is Node.Sequence list
        ? string.Join(", ", list.Items.Select(TextOf))
        : ((Node.Scalar)node).Text.TrimEnd('\n').Replace("\n\n", " ¶ ", StringComparison.Ordinal).Replace("\n", " | ", StringComparison.Ordinal);
}
