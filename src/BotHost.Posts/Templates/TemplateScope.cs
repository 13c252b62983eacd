using System.Collections.Frozen;
using BotHost.Announcements.Campaigns;

namespace BotHost.Posts.Templates;

/// <summary>The names that a template may say, and for those that are lists the names of their items.</summary>
internal sealed class TemplateScope
{
    private static readonly TemplateScope Link = new(["label", "url"]);

    private static readonly TemplateScope Person = new(["name", "nativeName", "role", "bio"], ("links", Link));

    /// <summary>A talk in a digest.</summary>
    private static readonly TemplateScope Ahead = new(["title", "number", "when", "date", "reason", "place", "online", "names"]);

    /// <summary>Names that are yes or no: a template asks for them, and does not print them.</summary>
    private static readonly FrozenSet<string> Flags = FrozenSet.Create(
        StringComparer.Ordinal, "cancelled", "postponed", "calledOff", "joinLater", "bios", "online");

    /// <summary>Names whose values are whole addresses, here or in the items of a list; a digest has none.</summary>
    private static readonly FrozenSet<string> Addresses = FrozenSet.Create(StringComparer.Ordinal, "url", "map", "join", "more");

    private readonly FrozenDictionary<string, TemplateScope?> _names;

    private TemplateScope(string[] values, params (string Name, TemplateScope Item)[] lists)
    {
        var names = values.ToDictionary(name => name, TemplateScope? (_) => null);
        foreach (var (name, item) in lists)
        {
            names.Add(name, item);
        }

        _names = names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static TemplateScope Talk { get; } = new(
        [
            "title", "subtitle", "fullTitle", "series", "number", "heading", "cancelled", "postponed", "calledOff",
            "language", "only", "summaryOnly", "otherLanguages",
            "when", "relative", "date", "zones", "reason", "remaining", "countdown",
            "place", "address", "map", "join", "joinLater", "summary", "more", "bios", "hashtags",
        ],
        ("links", Link),
        ("people", Person));

    /// <summary>What is ahead in a series belongs to no single talk.</summary>
    public static TemplateScope Digest { get; } = new(["series", "more"], ("talks", Ahead));

    /// <summary>What a template is about, by its name.</summary>
    public static TemplateScope Of(TemplateSource source) => source.Name == TemplateSource.NameOf(StepKind.Digest) ? Digest : Talk;

    public IEnumerable<string> Names => _names.Keys.Order(StringComparer.Ordinal);

    /// <summary>The names that are lists.</summary>
    public IEnumerable<string> Lists => _names.Where(entry => entry.Value is not null).Select(entry => entry.Key).Order(StringComparer.Ordinal);

    public bool Knows(string name) => _names.ContainsKey(name);

    public bool IsFlag(string name) => Flags.Contains(name) && Knows(name);

    public bool IsAddress(string name) => Addresses.Contains(name) && this != Digest;

    /// <summary>The scope of a list's items; null where the name is no list.</summary>
    public TemplateScope? ItemOf(string name) => _names.GetValueOrDefault(name);
}
