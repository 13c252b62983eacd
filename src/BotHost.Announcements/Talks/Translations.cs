using System.Collections.Immutable;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Talks;

/// <summary>Translations by language tag. One that fits best is found by the tag itself, then by its shorter forms.</summary>
/// <remarks>A channel in <c>zh-TW</c> is served by <c>zh-TW</c>, else <c>zh-Hant</c>, else <c>zh</c>; never by <c>zh-Hans</c>.</remarks>
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
    public T? For(string language) =>
        ByTag.IsEmpty ? null : LanguageTags.Fallbacks(language).Select(tag => ByTag.GetValueOrDefault(tag)).FirstOrDefault(found => found is not null);
}
