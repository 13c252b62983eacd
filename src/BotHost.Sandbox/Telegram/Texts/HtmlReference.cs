using System.Globalization;
using System.Text;

namespace BotHost.Sandbox.Telegram.Texts;

/// <summary>Character references: four names and every number; <c>&amp;nbsp;</c> is none, as on the server.</summary>
internal static class HtmlReference
{
    /// <summary>The character of a reference at a place; null when it is none that the server knows.</summary>
    public static (string Character, int Length)? At(string source, int at)
    {
        var end = at + 1;
        while (end < source.Length && (char.IsAsciiLetterOrDigit(source[end]) || source[end] == '#'))
        {
            end++;
        }

        var name = source[(at + 1)..end];
        var length = end - at + (end < source.Length && source[end] == ';' ? 1 : 0);
        var known = name switch { "lt" => "<", "gt" => ">", "amp" => "&", "quot" => "\"", _ => null };
        if (known is not null)
        {
            return (known, length);
        }

        var hexadecimal = name.StartsWith("#x", StringComparison.OrdinalIgnoreCase);
        return name.StartsWith('#')
            && int.TryParse(name.AsSpan(hexadecimal ? 2 : 1), hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Rune.IsValid(number) && number > 0
                ? (new Rune(number).ToString(), length)
                : null;
    }
}
