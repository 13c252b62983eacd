using System.Globalization;
using System.Text;

namespace BotHost.Telegram.Rendering;

/// <summary>Makes people's text safe to count and to send, before anything is measured.</summary>
internal static class CleanText
{
    private const char LineSeparator = '\u2028';

    private const char ParagraphSeparator = '\u2029';

    private const char FirstReversing = '\u202A';

    private const char LastReversing = '\u202E';

    /// <summary>Line ends become \n; lone surrogates U+FFFD; control characters, and marks that reverse what readers see, go.</summary>
    public static string Clean(string text)
    {
        var dirty = FirstDirty(text);
        if (dirty < 0)
        {
            return text;
        }

        var cleaned = new StringBuilder(text, 0, dirty, text.Length);
        foreach (var rune in text[dirty..].Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\r' or '\n' or LineSeparator or ParagraphSeparator:
                    cleaned.Append('\n');
                    break;
                case '\t':
                    cleaned.Append(' ');
                    break;
                case >= FirstReversing and <= LastReversing:
                    break;
                default:
                    if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control)
                    {
                        Append(cleaned, rune);
                    }

                    break;
            }
        }

        return cleaned.ToString();
    }

    /// <summary>Whether a reader would see anything at all; the platform refuses texts of invisible characters.</summary>
    public static bool IsVisible(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (!Rune.IsWhiteSpace(rune) && category is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where cleaning would change something for the first time; -1: nowhere, as in nearly every text.</summary>
    private static int FirstDirty(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                index++;
            }
            else if (char.IsSurrogate(character)
                || (char.IsControl(character) && character != '\n')
                || character is >= LineSeparator and <= LastReversing)
            {
                return index;
            }
        }

        return -1;
    }

    private static void Append(StringBuilder target, Rune rune)
    {
        Span<char> units = stackalloc char[2];
        target.Append(units[..rune.EncodeToUtf16(units)]);
    }
}
