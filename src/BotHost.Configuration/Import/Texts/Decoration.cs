using System.Globalization;
using System.Text;
using BotHost.Configuration.Import.Words;

namespace BotHost.Configuration.Import.Texts;

/// <summary>What stands in front of a line's words: bullets, pictures, signs.</summary>
internal static class Decoration
{
    private const string Bullets = "-*+>•・‣·※○◎◦⁃";

    /// <summary>Signs that are no bullet but decoration wherever they lead: arrows, boxes.</summary>
    private static bool IsSign(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.MathSymbol or UnicodeCategory.EnclosingMark
        && rune.Value is not ('~' or '<' or '=' or '^' or '`' or '|');

    /// <summary>How many characters of the line decorate it, and the first picture that is a label.</summary>
    public static (int Length, LabelKind? Picture) Before(Piece line)
    {
        LabelKind? picture = null;
        var end = 0;
        while (end < line.Length)
        {
            Rune.DecodeFromUtf16(line.Plain.AsSpan(end), out var rune, out var units);
            var isBullet = rune.IsBmp && Bullets.Contains((char)rune.Value, StringComparison.Ordinal);
            // A star or hash without space behind it is markup, and a dash before a digit may be a minus.
            var isMarkup = rune.Value is '*' or '+' or '>' or '-' && end + 1 < line.Length && line.Plain[end + 1] != ' ';
            var isHeading = rune.Value == '#' && IsHeadingMark(line.Plain, end);
            if (rune.Value != ' ' && !isHeading && (!isBullet || isMarkup) && !(IsSign(rune) && !isBullet))
            {
                break;
            }

            picture ??= LabelWords.KindOf(rune);
            end += units;
        }

        return (end, picture);
    }

    public static Piece Strip(Piece line) => line[Before(line).Length..].TrimEnd(" ");

    private static bool IsHeadingMark(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] == '#')
        {
            end++;
        }

        return end < text.Length && text[end] == ' ';
    }
}
