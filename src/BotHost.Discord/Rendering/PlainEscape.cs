using System.Buffers;
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

    /// <summary>Appends text to what already stands in the line.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="text">The words.</param>
    /// <param name="atLineStart">Whether only blanks stand before it in its line.</param>
    /// <returns>Whether the text ends inside, or right after, an address.</returns>
    public static bool Append(StringBuilder output, string text, bool atLineStart)
    {
        var inAddress = false;
        for (var index = 0; index < text.Length; index++)
        {
            if (Address().Match(text, index) is { Success: true } match && match.Index == index)
            {
                AppendAddress(output, match.Value);
                index += match.Length - 1;
                atLineStart = false;
                inAddress = true;
                continue;
            }

            var character = text[index];
            if (IsUnwanted(character))
            {
                continue;
            }

            if (atLineStart && char.IsAsciiDigit(character))
            {
                index = AppendNumber(output, text, index);
                atLineStart = false;
                continue;
            }

            if (NeedsBackslash(text, index, atLineStart))
            {
                output.Append(inAddress ? " \\" : "\\").Append(character);
                inAddress = false;
            }
            else if (character == '@' && EverybodyHere().IsMatch(text, index))
            {
                output.Append(character).Append(ZeroWidthSpace);
            }
            else
            {
                output.Append(character == '\t' ? ' ' : character);
            }

            inAddress = (inAddress || text.AsSpan(0, index + 1).EndsWith("://")) && !char.IsWhiteSpace(character);
            atLineStart = character == '\n' || (atLineStart && char.IsWhiteSpace(character));
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
    public static string WithoutPings(string text) => EverybodyAnywhere().Replace(text, "@" + ZeroWidthSpace);

    /// <summary>An address with the few signs coded that would end it early, close markup around it, or ping.</summary>
    public static void AppendAddress(StringBuilder output, string address) => output.Append(
        EverybodyAnywhere().Replace(address, match => "%40" + match.Value[1..])
            .Replace("*", "%2A", StringComparison.Ordinal)
            .Replace("~~", "%7E%7E", StringComparison.Ordinal)
            .Replace("|", "%7C", StringComparison.Ordinal)
            .Replace("`", "%60", StringComparison.Ordinal));

    private static bool NeedsBackslash(string text, int index, bool atLineStart) =>
        Special.Contains(text[index])
        || (atLineStart && SpecialAtLineStart.Contains(text[index]))
        || (text[index] == ':' && EmojiCode().Match(text, index) is { Success: true } match && match.Index == index);

    // "1." or "1)" at the start of a line begins a list.
    private static int AppendNumber(StringBuilder output, string text, int index)
    {
        while (index < text.Length && char.IsAsciiDigit(text[index]))
        {
            output.Append(text[index]);
            index++;
        }

        if (index < text.Length && text[index] is ('.' or ')'))
        {
            output.Append('\\').Append(text[index]);
            return index;
        }

        return index - 1;
    }

    // Control characters, and overrides of the writing direction, which can make an address read as another.
    private static bool IsUnwanted(char character) =>
        (char.IsControl(character) && character is not ('\n' or '\t')) || character is '\u202d' or '\u202e';

    [GeneratedRegex(@"\Ghttps?://[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%\u00a1-\u1fff\u2100-\ud7ff\uf900-\ufaff]*[A-Za-z0-9\-_~/#@$&*+=%\u00a1-\u1fff\u2100-\u2fff\u3040-\ud7ff\uf900-\ufaff]", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\G:(?=[A-Za-z0-9_+\-~]*[A-Za-z])[A-Za-z0-9_+\-~]+:")]
    private static partial Regex EmojiCode();

    [GeneratedRegex("@(?=everyone|here)", RegexOptions.IgnoreCase)]
    private static partial Regex EverybodyAnywhere();

    [GeneratedRegex(@"\G@(?=everyone|here)", RegexOptions.IgnoreCase)]
    private static partial Regex EverybodyHere();
}
