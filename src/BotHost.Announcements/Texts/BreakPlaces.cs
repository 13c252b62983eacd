using System.Globalization;

namespace BotHost.Announcements.Texts;

/// <summary>Where a run of words may be parted, from the best places to the last resort. Every place is an index before which the first part ends.</summary>
internal static class BreakPlaces
{
    private const string Closing = ")]}»”’\"'）］｝」』】〉》〕";

    /// <summary>May not begin a line.</summary>
    private const string NeverFirst = Closing + "、。，．・：；！？!?,.:;…‥ーゝゞ々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％";

    /// <summary>May not end a line.</summary>
    private const string NeverLast = "([{«“‘（［｛「『【〈《〔";

    /// <summary>Their full stop ends no sentence; neither does that of a single letter.</summary>
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "dr", "mr", "mrs", "ms", "prof", "st", "jr", "sr", "vs", "no", "vol", "e.g", "i.e", "cf", "ca", "approx", "bzw", "usw", "etc", "inc", "ltd", "co", "fig", "ed", "eds", "op", "al",
    };

    /// <summary>After sentences and lines; never at the very end.</summary>
    public static List<int> Sentences(string text)
    {
        var places = new List<int>();
        for (var at = 0; at < text.Length; at++)
        {
            var end = text[at] switch
            {
                '\n' => at + 1,
                '。' or '！' or '？' or '｡' => AfterClosing(text, at + 1),
                '.' or '!' or '?' or '…' => AfterSentence(text, at),
                _ => -1,
            };
            if (end > at && end < text.Length && !string.IsNullOrWhiteSpace(text[end..]) && (places.Count == 0 || places[^1] < end))
            {
                places.Add(end);
            }
        }

        return places;
    }

    /// <summary>After blanks, and between characters of scripts that are written without them.</summary>
    public static List<int> Words(string text)
    {
        var places = new List<int>();
        for (var at = 1; at < text.Length; at++)
        {
            var (before, after) = (text[at - 1], text[at]);
            if ((char.IsWhiteSpace(before) && !char.IsWhiteSpace(after)) || IsBetweenIdeographs(before, after))
            {
                places.Add(at);
            }
        }

        return places;
    }

    /// <summary>Between what readers see as characters.</summary>
    public static List<int> Graphemes(string text)
    {
        var places = new List<int>();
        for (var at = StringInfo.GetNextTextElementLength(text); at < text.Length; at += StringInfo.GetNextTextElementLength(text, at))
        {
            places.Add(at);
        }

        return places;
    }

    private static int AfterClosing(string text, int at)
    {
        while (at < text.Length && Closing.Contains(text[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }

    private static int AfterSentence(string text, int at)
    {
        var end = AfterClosing(text, at + 1);
        if (end >= text.Length || !char.IsWhiteSpace(text[end]) || (text[at] == '.' && IsAbbreviation(text, at)))
        {
            return -1;
        }

        var next = end;
        while (next < text.Length && (char.IsWhiteSpace(text[next]) || NeverLast.Contains(text[next], StringComparison.Ordinal)))
        {
            next++;
        }

        return next < text.Length && char.IsLower(text[next]) ? -1 : end;
    }

    private static bool IsAbbreviation(string text, int stop)
    {
        var start = stop;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        var word = text[start..stop];
        return (word.Length == 1 && char.IsUpper(word[0])) || (word.Length > 2 && word[^2] == '.') || Abbreviations.Contains(word);
    }

    private static bool IsBetweenIdeographs(char before, char after) =>
        !char.IsWhiteSpace(after)
        && !char.IsLowSurrogate(after)
        && (IsIdeographic(before) || IsIdeographic(after))
        && !NeverFirst.Contains(after, StringComparison.Ordinal)
        && !NeverLast.Contains(before, StringComparison.Ordinal)
        && !IsMark(after)
        && !IsJoined(before);

    /// <summary>Kana, ideographs and their punctuation; not Hangul, which is written with blanks. Halves of a pair stand for the rarer ideographs and for emoji.</summary>
    private static bool IsIdeographic(char character) => character is
        (>= '\u2E80' and <= '\u30FF') or (>= '\u3100' and <= '\u312F') or (>= '\u31A0' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF')
        or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF');

    private static bool IsMark(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
        || character is '\uFE0E' or '\uFE0F';

    private static bool IsJoined(char before) => before is '\u200D' or '\u2060';
}
