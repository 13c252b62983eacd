using System.Collections.Immutable;
using System.Text;
using BotHost.Announcements.Texts;

namespace BotHost.Posts.Reading;

/// <summary>Which texts hold letters that run from right to left, and so would draw their neighbours to the other side.</summary>
internal static class RightToLeft
{
    /// <summary>Opens a stretch that keeps its own direction and leaves its neighbours theirs.</summary>
    public const string Open = "\u2068";

    /// <summary>Closes what <see cref="Open"/> opened.</summary>
    public const string Close = "\u2069";

    public static bool IsIn(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Is(rune))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsIn(ImmutableArray<Inline> inlines) => inlines.Any(inline => inline switch
    {
        Inline.Text text => IsIn(text.Value),
        Inline.Code code => IsIn(code.Value),
        Inline.Styled styled => IsIn(styled.Content),
        Inline.Link link => IsIn(link.Content),
        _ => false,
    });

    private static bool Is(Rune rune) => rune.Value is
        (>= 0x0590 and <= 0x08FF) // Hebrew, Arabic, Syriac, Thaana, N'Ko, Samaritan, Mandaic and extensions
        or (>= 0xFB1D and <= 0xFDCF) or (>= 0xFDF0 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) // presentation forms
        or (>= 0x10800 and <= 0x10FFF) // ancient scripts, Hanifi Rohingya, Yezidi
        or (>= 0x1E800 and <= 0x1EFFF); // Mende Kikakui, Adlam, Arabic mathematics
}
