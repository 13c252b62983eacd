using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BotHost.Discord.Rendering;

/// <summary>Writes plain words so that the platform reads them as plain words: no markup, mention, time, emoji code or masked link.</summary>
/// <remarks>
/// Web addresses stay usable: inside one nothing is escaped by a backslash, because the platform would take the backslash for a part of it.
/// For the same reason a space parts an address from an escaped character that follows it.
/// </remarks>
internal static partial class PlainEscape
{
    /// <summary>Parts what would be read as one; takes no room.</summary>
    public const char ZeroWidthSpace = '\u200b';

    private static readonly SearchValues<char> Special = SearchValues.Create("\\*_~|`[<");

    private static readonly SearchValues<char> SpecialAtLineStart = SearchValues.Create("#>-+=");

    private static readonly SearchValues<char> Noteworthy = SearchValues.Create("\\*_~|`[<:@\n\t");

    /// <summary>Appends text to what already stands in the line.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="words">The words.</param>
    /// <param name="atLineStart">Whether only blanks stand before it in its line.</param>
    /// <param name="inAddress">Whether it follows an address without a blank.</param>
    /// <param name="previews">Which of its addresses may be previewed.</param>
    /// <returns>Whether the text ends inside, or right after, an address.</returns>
    public static bool Append(StringBuilder output, string words, bool atLineStart, bool inAddress = false, LinkPreviews? previews = null)
    {
        var text = CleanWords.Of(words);
        var index = 0;
        while (index < text.Length)
        {
            if (atLineStart)
            {
                (index, atLineStart) = (AppendLineStart(output, text, index), false);
            }

            var plain = text.AsSpan(index).IndexOfAny(Noteworthy);
            plain = plain < 0 ? text.Length - index : plain;
            var run = text.AsSpan(index, plain);
            output.Append(run);
            inAddress = inAddress && !Addresses.HoldsBlank(run);
            index += plain;
            if (index == text.Length)
            {
                break;
            }

            switch (text[index])
            {
                case '\n':
                    output.Append('\n');
                    (atLineStart, inAddress) = (true, false);
                    break;
                case '\t':
                    output.Append(' ');
                    inAddress = false;
                    break;
                case ':' when Addresses.At(text, index) is { } address && address.Start >= index - plain:
                    output.Length -= index - address.Start;
                    var bare = Addresses.Bare(text[address.Start..address.End], previews?.Hides(text[address.Start..address.End]) ?? false);
                    output.Append(bare);
                    index = address.End;
                    inAddress = bare[0] != '<';
                    if (inAddress && Addresses.Swallows(text.AsSpan(index)) && !IsSpecialAfterMarks(text, index))
                    {
                        output.Append(' ');
                        inAddress = false;
                    }

                    continue;
                case '@':
                    output.Append('@');
                    if (NamesEverybody(text.AsSpan(index + 1)))
                    {
                        output.Append(ZeroWidthSpace);
                    }

                    break;
                case ':' when Addresses.IsOtherScheme(text, index):
                    output.Append(':').Append(ZeroWidthSpace);
                    break;
                case ':' when !OpensEmojiCode(text.AsSpan(index + 1)):
                    output.Append(':');
                    inAddress |= text.AsSpan(index + 1).StartsWith("//");
                    break;
                case var special:
                    output.Append(inAddress ? " \\" : "\\").Append(special);
                    inAddress = false;
                    break;
            }

            index++;
        }

        return inAddress;
    }

    public static string Escape(string text, bool atLineStart = true)
    {
        var output = new StringBuilder(text.Length + 16);
        Append(output, text, atLineStart);
        return output.ToString();
    }

    /// <summary>The same text, without the words that ping everybody even where no markup is read.</summary>
    public static string WithoutPings(string text) =>
        text.Contains('@', StringComparison.Ordinal) ? Everybody().Replace(text, "@" + ZeroWidthSpace) : text;

    /// <summary>An address in which these words are coded.</summary>
    public static string CodedPings(string address) => Everybody().Replace(address, "%40");

    /// <summary>Whether nothing but blanks and marks without width stands here.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!IsBlank(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBlank(char character) => char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format;

    // Blanks, and what begins a heading, a quote, a list or small print only there. Returns what comes next.
    private static int AppendLineStart(StringBuilder output, string text, int index)
    {
        while (index < text.Length && IsBlank(text[index]))
        {
            output.Append(text[index] == '\t' ? ' ' : text[index]);
            index++;
        }

        if (index < text.Length && SpecialAtLineStart.Contains(text[index]))
        {
            output.Append('\\').Append(text[index]);
            return index + 1;
        }

        var digits = index;
        while (index < text.Length && char.IsAsciiDigit(text[index]))
        {
            index++;
        }

        output.Append(text, digits, index - digits);
        if (index > digits && index < text.Length && text[index] is '.' or ')')
        {
            output.Append('\\').Append(text[index]);
            index++;
        }

        return index;
    }

    // These are escaped with a space of their own before them.
    private static bool IsSpecialAfterMarks(string text, int index)
    {
        while (index < text.Length && text[index] is '.' or ',' or ':' or ';' or '"' or '\'' or ']' or ')' or '!' or '?')
        {
            index++;
        }

        return index < text.Length && Special.Contains(text[index]);
    }

    private static bool NamesEverybody(ReadOnlySpan<char> text) =>
        text.StartsWith("everyone", StringComparison.OrdinalIgnoreCase) || text.StartsWith("here", StringComparison.OrdinalIgnoreCase);

    // Names such as :smile:, :+1: and :piñata:. Digits alone are a time of day, but for two names that there are.
    private static bool OpensEmojiCode(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf(':');
        if (end <= 0 || Addresses.HoldsBlank(text[..end]))
        {
            return false;
        }

        var name = text[..end];
        return name.ContainsAnyExceptInRange('0', '9') ? name[0] != '/' : name is "100" or "1234";
    }

    [GeneratedRegex("@(?=everyone|here)", RegexOptions.IgnoreCase)]
    private static partial Regex Everybody();
}
