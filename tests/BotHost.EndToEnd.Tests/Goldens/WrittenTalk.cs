using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace BotHost.EndToEnd.Tests.Goldens;

/// <summary>The sample talk as it stands in its files, read as nothing but YAML and plain words.</summary>
internal sealed partial class WrittenTalk
{
    private readonly YamlMappingNode _talk;

    private WrittenTalk(YamlMappingNode talk) => _talk = talk;

    public string Title => Text(_talk, "title");

    public IReadOnlyList<string> Summary => Sentences(Text(_talk, "summary"));

    /// <summary>The people in their order: name, role, and the sentences of their biography.</summary>
    public IReadOnlyList<(string Name, string Role, IReadOnlyList<string> Bio)> People =>
        [.. List(_talk, "people").Select(part => (Person: Load($"people/{Text(part, "person")}.yaml"), Role: Text(part, "role")))
            .Select(part => (Text(part.Person, "name"), part.Role, Sentences(Text(part.Person, "bio"))))];

    /// <summary>The labels and addresses of its links.</summary>
    public IReadOnlyList<(string Label, string Url)> Links =>
        [.. List(_talk, "links").Select(link => (Text(link, "label"), ((YamlScalarNode)link.Children.First().Value).Value!))];

    /// <summary>All that an announcement has to say, in the order of the file.</summary>
    public IEnumerable<string> Everything =>
    [
        Title,
        Text(_talk, "subtitle"),
        .. Summary,
        .. Links.Select(link => link.Label),
        .. People.SelectMany(person => new[] { person.Name, person.Role }.Concat(person.Bio)),
    ];

    public static WrittenTalk Read() => new(Load($"talks/{GoldenCase.Talk}.yaml"));

    private static YamlMappingNode Load(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(Repository.SampleConfig, file))));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static string Text(YamlMappingNode node, string key) => ((YamlScalarNode)node.Children[key]).Value!;

    private static IEnumerable<YamlMappingNode> List(YamlMappingNode node, string key) => ((YamlSequenceNode)node.Children[key]).Children.Cast<YamlMappingNode>();

    // The sample's Markdown is paragraphs and emphasis; its sentences end with a full stop, a semicolon or a colon before a blank.
    private static IReadOnlyList<string> Sentences(string markdown) =>
        [.. SentenceEnd().Split(Blanks().Replace(markdown.Replace("*", "", StringComparison.Ordinal), " ").Trim())];

    [GeneratedRegex(@"(?<=[.;:])\s+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
