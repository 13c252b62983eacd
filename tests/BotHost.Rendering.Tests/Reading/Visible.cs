using System.Globalization;
using System.Text;

namespace BotHost.Rendering.Tests.Reading;

/// <summary>Text as a reader sees it: one blank for any white space, none at the ends, and nothing that takes no room and joins nothing.</summary>
internal static class Visible
{
    public static string Normal(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsBlank(rune))
            {
                if (normal.Length > 0 && normal[^1] != ' ')
                {
                    normal.Append(' ');
                }
            }
            else if (!IsDropped(rune))
            {
                normal.Append(rune.ToString());
            }
        }

        return normal.ToString().TrimEnd(' ');
    }

    public static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune);

    /// <summary>Whether a reader would see anything of it.</summary>
    public static bool Any(string text) => text.EnumerateRunes().Any(rune => !IsBlank(rune) && !IsDropped(rune) && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format);

    /// <summary>Controls, overrides and isolates of the writing direction, what is no character, and the two marks that part words without room.</summary>
    public static bool IsDropped(Rune rune) => rune.Value is 0x200B or 0x2060 or 0xFEFF
        or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= 0xFDD0 and <= 0xFDEF) or (>= 0xFFF9 and <= 0xFFFB)
        || (rune.Value & 0xFFFE) == 0xFFFE
        || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control && !IsBlank(rune));
}
