using System.Collections.Frozen;

namespace BotHost.Posts.Templates;

/// <summary>The templates of every language that there are any of.</summary>
internal sealed class TemplateLibrary
{
    /// <summary>What channels read whose languages have no templates.</summary>
    public const string Fallback = "en";

    private readonly FrozenDictionary<string, TemplateSet> _sets;

    public TemplateLibrary(IEnumerable<TemplateSource> sources) =>
        _sets = sources
            .GroupBy(source => source.Language, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => TemplateCompiler.Compile(group.Key, group), StringComparer.OrdinalIgnoreCase);

    /// <summary>The templates that come with the program.</summary>
    public static TemplateLibrary BuiltIn() => new(BuiltInTemplates.Read());

    /// <summary>The templates of the leading language that has some: <c>en-GB</c> is content with <c>en</c>.</summary>
    public TemplateSet For(IEnumerable<string> languages)
    {
        foreach (var language in languages)
        {
            for (var tag = language; tag.Length > 0; tag = Parent(tag))
            {
                if (_sets.TryGetValue(tag, out var set))
                {
                    return set;
                }
            }
        }

        return _sets[Fallback];
    }

    private static string Parent(string tag) => tag[..Math.Max(0, tag.LastIndexOf('-'))];
}
