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

    public Translations<PersonTranslation> Translations { get; init; } = new();

    public SourceSpan Source { get; init; } = SourceSpan.None;

    /// <summary>Where each of its values stands.</summary>
    public ISourceMap Written { get; init; } = Unwritten.Instance;
}
