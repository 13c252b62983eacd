using System.Collections.Frozen;

namespace BotHost.Posts.Templates;

/// <summary>The names that a template may say, and for those that are lists the names of their items.</summary>
internal sealed class TemplateScope
{
    private static readonly TemplateScope Link = new(["label", "url"]);

    private static readonly TemplateScope Person = new(["name", "nativeName", "role", "bio"], ("links", Link));

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
            "when", "relative", "date", "reason", "remaining", "countdown",
            "place", "address", "map", "join", "joinLater", "summary", "bios", "hashtags",
        ],
        ("links", Link),
        ("people", Person));

    public IEnumerable<string> Names => _names.Keys.Order(StringComparer.Ordinal);

    public bool Knows(string name) => _names.ContainsKey(name);

    /// <summary>The scope of a list's items; null where the name is no list.</summary>
    public TemplateScope? ItemOf(string name) => _names.GetValueOrDefault(name);
}
