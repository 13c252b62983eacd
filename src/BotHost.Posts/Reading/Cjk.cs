using System.Text;

namespace BotHost.Posts.Reading;

/// <summary>Which characters belong to scripts that are written without spaces between words.</summary>
internal static class Cjk
{
    public static bool Is(Rune rune) => rune.Value is
        (>= 0x2E80 and <= 0x312F) // radicals, punctuation, kana, bopomofo
        or (>= 0x31A0 and <= 0x4DBF) // bopomofo and kana extensions, enclosed forms, extension A
        or (>= 0x4E00 and <= 0x9FFF) // unified ideographs
        or (>= 0xF900 and <= 0xFAFF) // compatibility ideographs
        or (>= 0xFE30 and <= 0xFE4F) // vertical forms
        or (>= 0xFF00 and <= 0xFFEF) // full-width and half-width forms
        or (>= 0x20000 and <= 0x3FFFF); // further ideographs
}
