using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint.Names;

/// <summary>Parts a text into its words in letters. Addresses, hashtags and handles are no words.</summary>
internal static class WordReader
{
    private static readonly FrozenSet<string> Honorifics =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "san", "sensei", "sama", "kun", "chan", "shi", "senpai", "ssi", "nim", "laoshi");

    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?:;…");

    private static readonly SearchValues<char> Openings = SearchValues.Create("。！？：“\"«「『•");

    public static ImmutableArray<Word> Read(string text)
    {
        var words = ImmutableArray.CreateBuilder<Word>(text.Length / 6);
        var behind = 0;
        var index = 0;
        var checkedTo = 0;
        while (index < text.Length)
        {
            var letter = text[index];
            if (letter is '#' or '@' && index + 1 < text.Length && char.IsLetterOrDigit(text[index + 1]))
            {
                index = EndOfTag(text, index + 1);
                continue;
            }

            if (!IsLetter(letter))
            {
                index++;
                continue;
            }

            if (index >= checkedTo)
            {
                checkedTo = EndOfChunk(text, index);
                if (IsAddress(text.AsSpan(index, checkedTo - index)))
                {
                    index = checkedTo;
                    continue;
                }
            }

            var end = EndOfWord(text, index);
            var word = Describe(text, index, end, words.Count == 0 ? null : words[^1], behind);
            words.Add(word);
            behind = word.End;
            index = end;
        }

        return words.DrainToImmutable();
    }

    private static Word Describe(string text, int start, int end, Word? before, int behind)
    {
        var written = text.AsSpan(start, end - start);
        var length = LengthOfName(written, out var isHonoured);
        written = written[..length];
        var traits = isHonoured ? WordTraits.Honoured : WordTraits.None;
        traits |= Vocabulary.TraitsOf(written) | TraitsBehind(text.AsSpan(behind, start - behind), before);
        if (length == 1)
        {
            traits |= WordTraits.Initial;
        }

        if (!HasCapital(written, out var all))
        {
            return new Word(start, length, traits, "", 0);
        }

        var plain = SearchText.Fold(written);
        traits |= WordTraits.Capital | (all && length > 1 ? WordTraits.AllCapitals : WordTraits.None);
        return new Word(start, length, traits, plain, Likeness.LettersOf(plain));
    }

    private static WordTraits TraitsBehind(ReadOnlySpan<char> gap, Word? before)
    {
        if (before is not { } word)
        {
            return WordTraits.SentenceStart;
        }

        if (gap is " ")
        {
            return WordTraits.Joined;
        }

        return (IsJoined(gap, word) ? WordTraits.Joined : WordTraits.None) | (EndsSentence(gap, word) ? WordTraits.SentenceStart : WordTraits.None);
    }

    /// <summary>Without <c>'s</c> and without <c>-san</c>.</summary>
    private static int LengthOfName(ReadOnlySpan<char> written, out bool isHonoured)
    {
        var length = written.Length;
        if (length > 2 && written[^1] is 's' or 'S' && IsApostrophe(written[^2]))
        {
            length -= 2;
        }

        var hyphen = written[..length].LastIndexOfAny('-', '\u2010', '\u2011');
        isHonoured = hyphen > 0 && Honorifics.GetAlternateLookup<ReadOnlySpan<char>>().Contains(written[(hyphen + 1)..length]);
        return isHonoured ? hyphen : length;
    }

    private static bool IsJoined(ReadOnlySpan<char> gap, Word before)
    {
        var rest = gap.Length > 0 && gap[0] == '.' && before.Is(WordTraits.Initial | WordTraits.Title) ? gap[1..] : gap;
        return gap.Length > 0 && rest.IsWhiteSpace() && rest.Count('\n') < 2;
    }

    private static bool EndsSentence(ReadOnlySpan<char> gap, Word before)
    {
        var at = gap.IndexOfAny(Stops);
        if (at >= 0)
        {
            return gap[at] != '.' || !before.Is(WordTraits.Initial | WordTraits.Title);
        }

        return gap.ContainsAny(Openings) || gap.Count('\n') > 1
            || gap.Contains("\n-", StringComparison.Ordinal) || gap.Contains("\n*", StringComparison.Ordinal);
    }

    private static bool HasCapital(ReadOnlySpan<char> written, out bool all)
    {
        var any = false;
        all = true;
        foreach (var letter in written)
        {
            any |= char.IsUpper(letter);
            all &= !char.IsLower(letter);
        }

        return any;
    }

    private static int EndOfWord(string text, int index)
    {
        while (index < text.Length)
        {
            var inner = IsApostrophe(text[index]) || text[index] is '-' or '\u2010' or '\u2011';
            if (!IsLetter(text[index]) && !(inner && index + 1 < text.Length && IsLetter(text[index + 1])))
            {
                break;
            }

            index++;
        }

        return index;
    }

    private static int EndOfTag(string text, int index)
    {
        while (index < text.Length && (char.IsLetterOrDigit(text[index]) || text[index] is '_' or '-'))
        {
            index++;
        }

        return index;
    }

    private static int EndOfChunk(string text, int index)
    {
        while (index < text.Length && text[index] is > ' ' and < '\u2E80' and not ('(' or ')' or '[' or ']' or '<' or '>' or '"' or '*'))
        {
            index++;
        }

        return index;
    }

    /// <summary>A web or mail address, a file name: something with an @, a scheme, or a stop before a small letter.</summary>
    private static bool IsAddress(ReadOnlySpan<char> chunk)
    {
        if (!chunk.ContainsAny('.', ':', '@'))
        {
            return false;
        }

        if (chunk.Contains("://", StringComparison.Ordinal) || chunk.IndexOf('@') > 0 || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        for (var index = 1; index + 1 < chunk.Length; index++)
        {
            if (chunk[index] == '.' && char.IsLower(chunk[index + 1]) && char.IsLetterOrDigit(chunk[index - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsApostrophe(char letter) => letter is '\'' or '\u2018' or '\u2019' or '\u02BC';

    /// <summary>Letters of scripts that part their words, with the accents that follow them.</summary>
    private static bool IsLetter(char letter) => letter < '\u2E80'
        ? char.IsLetter(letter) || letter is >= '\u0300' and <= '\u036F'
        : letter is >= '\uFF21' and <= '\uFF5A' && char.IsLetter(letter);
}
