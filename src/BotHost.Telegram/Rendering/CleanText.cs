using System.Globalization;
using System.Text;

namespace BotHost.Telegram.Rendering;

/// <summary>Makes people's text safe to count and to send, before anything is measured.</summary>
internal static class CleanText
{
    private const char LineSeparator = '\u2028';

    private const char ParagraphSeparator = '\u2029';

    /// <summary>Line ends become \n; lone surrogates U+FFFD; control characters, and marks that reverse what readers see, go.</summary>
    public static string Clean(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\r' or '\n' or LineSeparator or ParagraphSeparator:
                    cleaned.Append('\n');
                    break;
                case '\t':
                    cleaned.Append(' ');
                    break;
                case >= 0x202A and <= 0x202E:
                    break;
                default:
                    if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control)
                    {
                        cleaned.Append(rune.ToString());
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
}
