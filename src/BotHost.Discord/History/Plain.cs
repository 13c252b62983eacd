using System.Globalization;
using System.Text;

namespace BotHost.Discord.History;

/// <summary>Brings texts and addresses to the form that they keep, whatever the platform does to spaces, invisible characters and spellings.</summary>
internal static class Plain
{
    /// <summary>The visible characters, with one space wherever there was any.</summary>
    public static string Words(string text)
    {
        var words = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                gap = true;
            }
            else if (!IsInvisible(rune))
            {
                if (gap && words.Length > 0)
                {
                    words.Append(' ');
                }

                gap = false;
                words.Append(rune);
            }
        }

        return words.ToString();
    }

    /// <summary>The page that an address leads to: escapes, the case of the host and a last slash make no other page.</summary>
    public static string Address(string text) => Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url)
        ? $"{url.Scheme}://{HostOf(url)}:{url.Port}{Uri.UnescapeDataString(url.PathAndQuery).TrimEnd('/')}{Uri.UnescapeDataString(url.Fragment)}"
        : text.Trim();

    private static string HostOf(Uri url)
    {
        try
        {
            return url.IdnHost;
        }
        catch (UriFormatException)
        {
            return url.Host;
        }
    }

    // Variation selectors choose between two looks of one character.
    private static bool IsInvisible(Rune rune) =>
        rune.Value is 0xFE0E or 0xFE0F || rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
}
