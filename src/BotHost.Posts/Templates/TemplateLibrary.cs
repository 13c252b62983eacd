using System.Collections.Frozen;
using BotHost.Announcements.Texts;

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

    /// <summary>The templates of the first language that has some; <see cref="Fallback"/> where none has.</summary>
    public TemplateSet For(IEnumerable<string> languages) => languages.Select(Find).FirstOrDefault(set => set is not null) ?? _sets[Fallback];

    /// <summary>The templates for readers of a language, nearest first: <c>en-GB</c> is content with <c>en</c>, <c>zh-TW</c> with <c>zh-Hant</c>. Null where there are none.</summary>
    public TemplateSet? Find(string language)
    {
        var siblings = _sets.Keys.Where(tag => LanguageTags.Serves(tag, language)).Order(StringComparer.OrdinalIgnoreCase);
        return LanguageTags.Fallbacks(language).Concat(siblings).Where(_sets.ContainsKey).Select(tag => _sets[tag]).FirstOrDefault();
    }
}
