using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace BotHost.Announcements.Talks;

/// <summary>Brings what people type and what is searched into one form: lower-case words without accents or punctuation.</summary>
internal static class SearchText
{
    /// <summary>Longer queries are cut: nobody searches for more, and the work stays bounded.</summary>
    public const int MaxLength = 100;

    // The runtime's own decomposition is not there in invariant globalization.
    private static readonly FrozenDictionary<char, string> Plain = Fold(
        "aàáâãäåāăą", "cçćĉċč", "dďđð", "eèéêëēĕėęě", "gĝğġģǧ", "hĥħ", "iìíîïĩīĭįı", "jĵ", "kķ", "lĺļľł", "nñńņňŋ",
        "oòóôõöøōŏőơ", "rŕŗř", "sśŝşšș", "tţťŧț", "uùúûüũūŭůűųưǔǚ", "wŵ", "yýÿŷ", "zźżž")
        .Append(new('ß', "ss")).Append(new('æ', "ae")).Append(new('œ', "oe")).Append(new('þ', "th"))
        .ToFrozenDictionary();

    public static ImmutableArray<string> Words(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSilent(rune))
            {
                continue;
            }

            var plain = Unwiden(rune);
            if (Rune.IsLetterOrDigit(plain))
            {
                Append(word, Rune.ToLowerInvariant(plain));
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words.ToImmutable();
    }

    /// <summary>One word in its plain form; apostrophes and hyphens within it do not count.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes())
        {
            var narrow = Unwiden(rune);
            if (Rune.IsLetterOrDigit(narrow))
            {
                Append(plain, Rune.ToLowerInvariant(narrow));
            }
        }

        return plain.ToString();
    }

    /// <summary>How many letters were changed, left out, added or swapped with their neighbour.</summary>
    public static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        const int Usual = 32;
        var width = right.Length + 1;
        var rows = width <= Usual ? stackalloc int[3 * Usual] : new int[3 * width];
        var before = rows[..width];
        var previous = rows.Slice(width, width);
        var current = rows.Slice(2 * width, width);
        for (var column = 0; column <= right.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = left[row - 1] == right[column - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(previous[column] + 1, current[column - 1] + 1), previous[column - 1] + cost);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    best = Math.Min(best, before[column - 2] + 1);
                }

                current[column] = best;
            }

            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }

        return previous[right.Length];
    }

    private static void Append(StringBuilder word, Rune rune)
    {
        if (rune.IsBmp && Plain.TryGetValue((char)rune.Value, out var plain))
        {
            word.Append(plain);
        }
        else
        {
            word.Append(rune.ToString());
        }
    }

    /// <summary>Apostrophes and combining accents neither count nor part words.</summary>
    private static bool IsSilent(Rune rune) => rune.Value is '\'' or '\u2019' or (>= 0x300 and <= 0x36F);

    /// <summary>Full-width forms, as East Asian keyboards write them, count as their plain ones.</summary>
    private static Rune Unwiden(Rune rune) => rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune;

    private static IEnumerable<KeyValuePair<char, string>> Fold(params string[] rows) =>
        rows.SelectMany(row => row[1..].Select(accented => KeyValuePair.Create(accented, row[..1])));
}
