using System.Collections.Frozen;
using System.Collections.Immutable;
using BotHost.Announcements.Texts;

namespace BotHost.Posts.Templates;

/// <summary>The texts of all templates: those that come with the program, and the organiser's over them.</summary>
internal sealed class TemplateShelf
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, TemplateSource>> _builtIn;
    private readonly FrozenDictionary<(string Language, string Name), TemplateSource> _own;

    /// <param name="builtIn">Whole languages, and among them the one that every other falls back to.</param>
    public TemplateShelf(IEnumerable<TemplateSource> builtIn)
        : this(
            builtIn
                .GroupBy(source => source.Language, StringComparer.OrdinalIgnoreCase)
                .ToFrozenDictionary(
                    group => group.Key,
                    group => group.ToFrozenDictionary(source => source.Name, StringComparer.Ordinal),
                    StringComparer.OrdinalIgnoreCase),
            [])
    {
    }

    private TemplateShelf(FrozenDictionary<string, FrozenDictionary<string, TemplateSource>> builtIn, IEnumerable<TemplateSource> own)
    {
        _builtIn = builtIn;
        Own = [.. own];
        _own = Own.ToFrozenDictionary(source => (source.Language.ToLowerInvariant(), source.Name));
        Names = [.. builtIn.Values.SelectMany(set => set.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The organiser's.</summary>
    public ImmutableArray<TemplateSource> Own { get; }

    /// <summary>What can be overridden: posts and the built-in parts.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The languages that come with the program.</summary>
    public IEnumerable<string> BuiltInLanguages => _builtIn.Keys;

    public TemplateShelf With(IEnumerable<TemplateSource> own) => new(_builtIn, own);

    public TemplateShelf Without(Func<TemplateSource, bool> leftOut) => new(_builtIn, Own.Where(source => !leftOut(source)));

    /// <summary>What a language's readers get, by name: from each template the nearest to their language.</summary>
    public IReadOnlyDictionary<string, TemplateSource> SetOf(string language) => Own
        .Select(source => source.Name)
        .Concat(Names)
        .Distinct(StringComparer.Ordinal)
        .Select(name => Find(name, language))
        .OfType<TemplateSource>()
        .ToFrozenDictionary(source => source.Name, StringComparer.Ordinal);

    /// <summary>The template in force for a language's readers; null where there is none of that name.</summary>
    public TemplateSource? Find(string name, string language) => Tags(language)
        .Select(tag => _own.GetValueOrDefault((tag.ToLowerInvariant(), name)) ?? _builtIn.GetValueOrDefault(tag)?.GetValueOrDefault(name))
        .FirstOrDefault(source => source is not null);

    /// <summary>Nearest first; at the end the language that everybody is told in who has none.</summary>
    private IEnumerable<string> Tags(string language) => LanguageTags.Fallbacks(language)
        .Concat(_builtIn.Keys.Where(tag => LanguageTags.Serves(tag, language)).Order(StringComparer.OrdinalIgnoreCase))
        .Append(TemplateLibrary.Fallback);
}
