using System.Buffers;
using System.Text;

namespace BotHost.Discord.Rendering;

/// <summary>Keeps runs of another writing direction inside their block: whatever is opened in it is closed in it.</summary>
internal static class Isolates
{
    private const char Close = '\u2069';

    private static readonly SearchValues<char> Marks = SearchValues.Create("\u2066\u2067\u2068\u2069");

    /// <summary>The same text with every isolate closed, and without closing marks that close nothing.</summary>
    public static string Balance(string text)
    {
        if (text.AsSpan().IndexOfAny(Marks) < 0)
        {
            return text;
        }

        var output = new StringBuilder(text.Length + 4);
        var open = 0;
        foreach (var character in text)
        {
            if (character == Close && open == 0)
            {
                continue;
            }

            open += character == Close ? -1 : Marks.Contains(character) ? 1 : 0;
            output.Append(character);
        }

        if (open > 0 && Addresses.EndsIn(text))
        {
            output.Append(' ');
        }

        return output.Append(Close, open).ToString();
    }

    /// <summary>The same text without any of these marks.</summary>
    public static string Without(string text) =>
        text.AsSpan().IndexOfAny(Marks) < 0 ? text : string.Concat(text.Where(character => !Marks.Contains(character)));
}
