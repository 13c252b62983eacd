using System.Text;
using System.Text.RegularExpressions;

namespace BotHost.Configuration.Import.Writing;

/// <summary>Writes plain words as Markdown that shows the same words. Addresses stay as they are; so does what was Markdown already: bold in two stars, links.</summary>
internal static partial class MarkdownEscape
{
    /// <param name="line">One line.</param>
    /// <param name="isItem">Whether the line is an item of a list, whose mark is kept.</param>
    public static string Line(string line, bool isItem)
    {
        var text = new StringBuilder();
        var end = 0;
        foreach (Match kept in Kept(line))
        {
            text.Append(Words(line[end..kept.Index]));
            text.Append(kept.Value);
            end = kept.Index + kept.Length;
        }

        text.Append(Words(line[end..]));
        return isItem ? text.ToString() : Start(text.ToString());
    }

    /// <summary>Addresses and paired marks, in their order.</summary>
    private static IEnumerable<Match> Kept(string line)
    {
        var end = 0;
        foreach (Match match in KeptParts().Matches(line))
        {
            if (match.Index >= end)
            {
                end = match.Index + match.Length;
                yield return match;
            }
        }
    }

    private static string Words(string words)
    {
        var text = Signs().Replace(words, @"\$0");
        return Lone().Replace(text, @"\$0");
    }

    private static string Start(string line)
    {
        if (NumberedStart().Match(line) is { Success: true } numbered)
        {
            return line.Insert(numbered.Groups["mark"].Index, "\\");
        }

        return BlockStart().IsMatch(line) ? "\\" + line : line;
    }

    [GeneratedRegex("\\*\\*(?=[^\\s*])[^*]+(?<=[^\\s*])\\*\\*|\\[[^\\[\\]]{1,300}\\]\\(https?://[^\\s()]+\\)|https?://[^\\s<>\"\\\\^`{|}\\[\\]\u3000-\u303F\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\uFF00-\uFFEF]+", RegexOptions.IgnoreCase)]
    private static partial Regex KeptParts();

    [GeneratedRegex(@"[\\*`<]|~(?=~)|(?<=~)~|&(?=#?\w+;)|\[(?=[^\[\]]{0,300}\][(\[:])|\](?=[(\[:])")]
    private static partial Regex Signs();

    /// <summary>An underscore inside a word is no markup.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])")]
    private static partial Regex Lone();

    [GeneratedRegex(@"^\d{1,9}(?<mark>[.)])(\s|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberedStart();

    [GeneratedRegex(@"^(#{1,6}(\s|$)|>|[-+](\s|$)|[-=|: ]+$)", RegexOptions.ExplicitCapture)]
    private static partial Regex BlockStart();
}
