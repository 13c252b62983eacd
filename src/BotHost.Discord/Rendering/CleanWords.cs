using System.Buffers;
using System.Text;

namespace BotHost.Discord.Rendering;

/// <summary>Takes out of plain words what nobody reads and what could hide or turn what stands beside it. It goes first: what it takes out must not keep two halves apart.</summary>
internal static class CleanWords
{
    private const char LineSeparator = '\u2028';
    private const char ParagraphSeparator = '\u2029';

    // Control characters, and embeddings and overrides of the writing direction, which can make an address read as another. Isolates stay.
    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7f, 0x21)).Concat(Enumerable.Range(0x202a, 5))
            .Select(code => (char)code)
            .Where(character => character is not ('\n' or '\t')),
        LineSeparator,
        ParagraphSeparator,
    ]);

    public static string Of(string text)
    {
        var next = text.AsSpan().IndexOfAny(Unwanted);
        if (next < 0)
        {
            return text;
        }

        var output = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        for (; next >= 0; next = rest.IndexOfAny(Unwanted))
        {
            output.Append(rest[..next]);
            if (rest[next] is LineSeparator or ParagraphSeparator)
            {
                output.Append('\n');
            }

            rest = rest[(next + 1)..];
        }

        return output.Append(rest).ToString();
    }
}
