using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint.Names;

/// <summary>One text of a talk or a person, read into words, and where it stands.</summary>
internal sealed class Passage(PassageKind kind, string text, Func<int, SourceSpan> at)
{
    private bool? _hasHeadlineCase;

    public PassageKind Kind { get; } = kind;

    public string Text { get; } = text;

    public ImmutableArray<Word> Words { get; } = WordReader.Read(text);

    public bool IsEastAsian { get; } = EastAsianText.IsIn(text);

    public SourceSpan At(int index) => at(index);

    public ReadOnlySpan<char> Written(Word word) => Text.AsSpan(word.Start, word.Length);

    /// <summary>Whether a capital says little here, because any word would have one.</summary>
    public bool IsWeak(int word) => Words[word].Is(WordTraits.SentenceStart) || (_hasHeadlineCase ??= HasHeadlineCase());

    private bool HasHeadlineCase()
    {
        if (Kind != PassageKind.Title)
        {
            return false;
        }

        var weighty = Words.Count(word => word.Length > 3);
        return weighty > 0 && Words.Count(word => word.Length > 3 && word.Is(WordTraits.Capital)) >= 0.7 * weighty;
    }
}
