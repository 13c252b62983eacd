using System.Collections.Immutable;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Talks;

/// <summary>A person, written once and used by many talks.</summary>
public sealed record Person
{
    public required PersonId Id { get; init; }

    public required string Name { get; init; }

    public string? NativeName { get; init; }

    /// <summary>How the native name is read, for example in kana or pinyin.</summary>
    public string? Reading { get; init; }

    public ImmutableArray<string> Aliases { get; init; } = [];

    public string? Headline { get; init; }

    public RichText Bio { get; init; } = RichText.Empty;

    public ImmutableArray<TypedLink> Links { get; init; } = [];

    public Picture? Photo { get; init; }

    /// <summary>Account names by platform, without <c>@</c>. Only who is listed here may be reached by being named in a text.</summary>
    public ImmutableDictionary<string, string> Handles { get; init; } = ImmutableDictionary<string, string>.Empty;

    public Translations<PersonTranslation> Translations { get; init; } = new();

    public SourceSpan Source { get; init; } = SourceSpan.None;

    /// <summary>Where each of its values stands.</summary>
    public ISourceMap Written { get; init; } = Unwritten.Instance;

    /// <summary>
    /// The person as readers of a language get them: the translation's name, else the native name where those readers write with its letters,
    /// else the name; the headline and biography of the translation, each else as written.
    /// </summary>
    /// <remarks>A translated biography stands without the untranslated headline, and a native name that readers use is not told beside the name as well.</remarks>
    public Person In(string language)
    {
        var texts = Translations.For(language);
        var isNativeOurs = NativeName is not null && WritingSystem.Fits(NativeName, language);
        return this with
        {
            Name = texts?.Name ?? (isNativeOurs ? NativeName! : Name),
            NativeName = isNativeOurs ? null : NativeName,
            Headline = texts?.Headline ?? (texts is { Bio.IsEmpty: false } ? null : Headline),
            Bio = texts is { Bio.IsEmpty: false } ? texts.Bio : Bio,
            Links = [.. Links.Select(link => UsualWords.IsKindsOwn(link.Label, link.Kind) ? link with { Label = UsualWords.LinkKind(link.Kind, language) ?? link.Label } : link)],
        };
    }
}
