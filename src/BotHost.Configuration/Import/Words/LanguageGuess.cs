using System.Text.RegularExpressions;

namespace BotHost.Configuration.Import.Words;

/// <summary>Tells the language of a text by its letters and its smallest words; null wherever that is not sure.</summary>
internal static partial class LanguageGuess
{
    /// <summary>Signs of one way of writing Chinese alone: neither of the other nor of Japanese.</summary>
    private const string Simplified = "这们时个说对为发还过关从书讲谁论让见问间门开听话语读动线给";
    private const string Traditional = "這們來個說對會國學發還關將與從讓聽讀寫";
    private const int FewestWords = 4;

    /// <summary>A quoted word in other letters does not make a text one of that language.</summary>
    private const int LatinPerSign = 2;

    /// <returns>A BCP 47 tag.</returns>
    public static string? Of(string text)
    {
        var kana = text.Count(character => character is (>= '\u3041' and <= '\u3096') or (>= '\u30A1' and <= '\u30FA'));
        var han = text.Count(character => character is >= '\u3400' and <= '\u9FFF');
        var hangul = text.Count(character => character is >= '\uAC00' and <= '\uD7A3');
        var latin = text.Count(char.IsAsciiLetter);
        if ((kana + han + hangul) * LatinPerSign < latin)
        {
            return German().Count(text) is >= FewestWords and var german && german > 2 * English().Count(text) ? "de" : null;
        }

        return kana > 0 && hangul == 0 ? "ja" : hangul > han + kana ? "ko" : kana + hangul == 0 ? Chinese(text) : null;
    }

    private static string? Chinese(string text)
    {
        var simplified = text.Any(character => Simplified.Contains(character, StringComparison.Ordinal));
        var traditional = text.Any(character => Traditional.Contains(character, StringComparison.Ordinal));
        return simplified == traditional ? null : simplified ? "zh-Hans" : "zh-Hant";
    }

    [GeneratedRegex(@"\b(der|die|das|und|ist|nicht|mit|für|ein|eine|einen|von|vom|im|über|wird|zum|zur|den|dem|auf|wie)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex German();

    [GeneratedRegex(@"\b(the|and|of|to|is|with|for|an?|from|at|by|how|we)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
