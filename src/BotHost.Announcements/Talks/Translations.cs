using System.Collections.Immutable;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Talks;

/// <summary>Translations by language tag. One that fits best is found by the tag itself, then by its shorter forms, then by its siblings.</summary>
/// <remarks>A channel in <c>zh-TW</c> is served by <c>zh-TW</c>, else <c>zh-Hant</c>, else <c>zh</c>, else <c>zh-HK</c>; never by <c>zh-Hans</c>.</remarks>
public sealed class Translations<T>(ImmutableDictionary<string, T> byTag)
    where T : class
{
    /// <summary>There is none.</summary>
    public Translations()
        : this(ImmutableDictionary<string, T>.Empty)
    {
    }

    public ImmutableDictionary<string, T> ByTag { get; } = byTag.WithComparers(StringComparer.OrdinalIgnoreCase);

    /// <summary>The translation for readers of a language; null where none serves them.</summary>
    public T? For(string language) => TagFor(language) is { } tag ? ByTag[tag] : null;

    /// <summary>The tag of the translation for readers of a language; null where none serves them.</summary>
    public string? TagFor(string language)
    {
        if (ByTag.IsEmpty)
        {
            return null;
        }

        var siblings = ByTag.Keys.Where(tag => LanguageTags.Serves(tag, language)).Order(StringComparer.OrdinalIgnoreCase);
        return LanguageTags.Fallbacks(language).Concat(siblings).FirstOrDefault(ByTag.ContainsKey);
    }
}
