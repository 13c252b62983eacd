using System.Globalization;
using BotHost.Announcements.Texts;
using BotHost.Posts.Reading;

namespace BotHost.Posts.Templates;

/// <summary>Made-up values for every name that a template may say.</summary>
/// <param name="slots">Takes the texts and times.</param>
/// <param name="isFull">Whether everything is there, or no more than every talk has.</param>
/// <param name="flags">What the yes-or-no names say.</param>
internal sealed class TrialModel(Slots slots, bool isFull, bool flags)
{
    private const string Address = "https://example.org/";

    private static readonly HashSet<string> Always = new(StringComparer.Ordinal) { "title", "fullTitle", "series", "language" };

    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal) { "summary", "bio", "otherLanguages", "when", "relative" };

    private readonly List<string> _names = [];

    public Dictionary<string, object?> Of(TemplateScope scope) => scope.Names.ToDictionary(name => name, name => ValueOf(scope, name), StringComparer.Ordinal);

    /// <summary>The names whose values would be shown with the backslashes that keep them from being markup.</summary>
    public IEnumerable<string> ShownEscaped(string text) =>
        _names.Where((_, index) => text.Contains($"x{index.ToString(CultureInfo.InvariantCulture)}\\_", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);

    private object? ValueOf(TemplateScope scope, string name)
    {
        if (scope.ItemOf(name) is { } item)
        {
            return isFull ? new[] { Of(item), Of(item) } : [];
        }

        if (scope.IsFlag(name))
        {
            return isFull && flags;
        }

        if (!isFull && !Always.Contains(name))
        {
            return null;
        }

        return scope.IsAddress(name) ? Address
            : Texts.Contains(name) ? slots.Hold(new Inline.Text("text"))
            : Probe(name);
    }

    private string Probe(string name)
    {
        _names.Add(name);
        return string.Create(CultureInfo.InvariantCulture, $"x{_names.Count - 1}_y");
    }
}
