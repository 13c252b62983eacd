using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>Reads links, short (<c>book: https://…</c>) or long (<c>kind</c>, <c>label</c>, <c>url</c>).</summary>
internal static class LinkReader
{
    private const string Example = "book: https://example.org/book";

    public static ImmutableArray<TypedLink> ReadAll(Section section, FindingList findings) =>
        [.. section.Items("links").Select(item => Read(item, findings)).OfType<TypedLink>()];

    private static TypedLink? Read(Node item, FindingList findings)
    {
        if (item is not Node.Mapping mapping)
        {
            findings.WrongKind(item, "a link", Example);
            return null;
        }

        return mapping.Pairs.Any(pair => pair.Name is "kind" or "url") ? ReadLong(item, findings) : ReadShort(mapping, findings);
    }

    private static TypedLink? ReadLong(Node item, FindingList findings)
    {
        if (Section.Open(item, "a link", findings, Shapes.Link) is not { } section)
        {
            return null;
        }

        var kind = section.Require("kind", Forms.Id, "book");
        var label = section.Read("label", Forms.Line);
        var url = section.Require("url", Forms.Url, "https://example.org/book");
        return Make(kind, label, url);
    }

    private static TypedLink? ReadShort(Node.Mapping mapping, FindingList findings)
    {
        var label = mapping.Pairs.FirstOrDefault(pair => pair.Name == "label");
        var kinds = mapping.Pairs.Where(pair => pair != label).ToList();
        if (kinds.Count != 1)
        {
            findings.Error(mapping.Where, "bad-link", $"this link has {kinds.Count} addresses", $"write each link after a dash of its own: - {Example}");
            return null;
        }

        var kind = findings.Parse(new Node.Scalar(kinds[0].KeyWhere, kinds[0].Key), "link", Forms.Id);
        var url = findings.Parse(kinds[0].Value, kinds[0].Key, Forms.Url);
        var words = label is { Value.IsBlank: false } ? findings.Parse(label.Value, "label", Forms.Line) : null;
        return Make(kind, words, url);
    }

    private static TypedLink? Make(string? kind, string? label, Uri? url) =>
        kind is null || url is null ? null : new TypedLink(kind, label ?? InWords(kind), url);

    private static string InWords(string kind) => char.ToUpperInvariant(kind[0]) + kind[1..].Replace('-', ' ');
}
