using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Tests.Builders;

namespace BotHost.Configuration.Tests.Lint;

/// <summary>An announcement as files: the texts of its talk and of its people, any of which may be replaced.</summary>
/// <param name="Texts">By path: <c>title</c>, <c>subtitle</c>, <c>summary</c>, <c>PERSON/name</c>, <c>PERSON/native_name</c>, <c>PERSON/aliases</c>, <c>PERSON/bio</c>.</param>
internal sealed record NamedAnnouncement(string Id, ImmutableArray<(string Path, string Text)> Texts)
{
    public IEnumerable<string> People => Texts.Where(text => text.Path.EndsWith("/name", StringComparison.Ordinal)).Select(text => text.Path.Split('/')[0]);

    public NamedAnnouncement With(string path, string text) =>
        this with { Texts = [.. Texts.Select(known => known.Path == path ? (path, text) : known)] };

    public CatalogueReading Read(params ICatalogueRule[] rules)
    {
        using var config = new ConfigOnDisk();
        config.Delete("talks/a.yaml");
        config.Delete("people/jo.yaml");
        WriteTo(config);
        return config.Read(rules);
    }

    /// <summary>Adds the files of the talk and its people.</summary>
    public void WriteTo(ConfigOnDisk config)
    {
        var people = string.Concat(People.Select(person => $"  - person: {person}\n    role: Guest\n"));
        config.Write(
            $"talks/{Id}.yaml",
            $"id: {Id}\nseries: talks\nstart: 2027-03-01 19:00\n{Lines(text => !text.Contains('/', StringComparison.Ordinal))}people:\n{people}");
        foreach (var person in People)
        {
            config.Write($"people/{person}.yaml", $"id: {person}\n{Lines(text => text.StartsWith($"{person}/", StringComparison.Ordinal))}");
        }
    }

    private string Lines(Func<string, bool> chosen) =>
        string.Concat(Texts.Where(text => chosen(text.Path)).Select(text => Line(text.Path[(text.Path.IndexOf('/', StringComparison.Ordinal) + 1)..], text.Text)));

    private static string Line(string key, string text) => key switch
    {
        "aliases" => $"{key}: [{text}]\n",
        "summary" or "bio" => $"{key}: |\n  {text.Replace("\n", "\n  ", StringComparison.Ordinal)}\n",
        _ => $"{key}: \"{text}\"\n",
    };
}
