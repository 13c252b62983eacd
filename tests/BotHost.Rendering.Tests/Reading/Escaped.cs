using System.Globalization;
using System.Text;

namespace BotHost.Rendering.Tests.Reading;

/// <summary>Text for the log of a failed test: what cannot be seen, or turns the line around, stands as its number.</summary>
internal static class Escaped
{
    public static string Of(string? text)
    {
        if (text is null)
        {
            return "null";
        }

        var output = new StringBuilder();
        foreach (var character in text)
        {
            var isPlain = character is >= ' ' and <= '~' || (char.IsLetterOrDigit(character) && character is not (>= '\u0590' and <= '\u08FF')) || character is >= '\u3000' and <= '\u30FF';
            output.Append(isPlain ? character : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"));
        }

        return output.ToString();
    }
}
