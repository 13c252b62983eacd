using System.Globalization;
using System.Text.RegularExpressions;

namespace BotHost.Telegram.Rendering;

/// <summary>Finds the web addresses in plain text that the platform is sure to find as well.</summary>
/// <remarks>
/// What it takes for an address in other places, such as directly behind a letter, is not told anywhere. There a name in it might become a mention,
/// so an address counts only from the start of a word, with an ordinary host, and as far as every reading of it goes.
/// </remarks>
internal static partial class PlainAddress
{
    private const string Opening = "([{";

    private const string Closing = ")]}";

    public static Regex.ValueMatchEnumerator Candidates(ReadOnlySpan<char> text) => Candidate().EnumerateMatches(text);

    /// <summary>Where the next one begins and ends; both at the end of the text where there is none.</summary>
    /// <param name="candidates">Those of this text.</param>
    /// <param name="text">The text.</param>
    /// <param name="before">What stands before the text.</param>
    public static (int Start, int End) Next(ref Regex.ValueMatchEnumerator candidates, scoped ReadOnlySpan<char> text, char before)
    {
        while (candidates.MoveNext())
        {
            var start = candidates.Current.Index;
            if (OpensWord(start > 0 ? text[start - 1] : before))
            {
                return (start, start + Balanced(text.Slice(start, candidates.Current.Length)));
            }
        }

        return (text.Length, text.Length);
    }

    private static bool OpensWord(char before) =>
        char.IsWhiteSpace(before)
        || before is '"' or '\'' or '<'
        || char.GetUnicodeCategory(before) is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation;

    /// <summary>How much of it stands before the first bracket that closes none of its own.</summary>
    private static int Balanced(ReadOnlySpan<char> address)
    {
        Span<int> open = stackalloc int[Opening.Length];
        for (var index = 0; index < address.Length; index++)
        {
            if (Opening.IndexOf(address[index], StringComparison.Ordinal) is var opened and >= 0)
            {
                open[opened]++;
            }
            else if (Closing.IndexOf(address[index], StringComparison.Ordinal) is var closed and >= 0 && --open[closed] < 0)
            {
                return index;
            }
        }

        return address.Length;
    }

    // Any case is written out: without regard to case, the letters would include signs that only look like them.
    [GeneratedRegex(
        "[Hh][Tt][Tt][Pp][Ss]?://(?:[A-Za-z0-9-]+\\.)+(?:[Xx][Nn]--[A-Za-z0-9-]{2,}|[A-Za-z]{2,})"
        + "(?::(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}))?"
        + "(?:[/?#][^\\s<>\"«»\\u2000-\\u200B\\u200E\\u200F\\u2016-\\u206F\\uFFFD]*)?")]
    private static partial Regex Candidate();
}
