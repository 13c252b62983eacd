using System.Text.RegularExpressions;
using BotHost.Configuration.Import.Texts;
using BotHost.Configuration.Import.Words;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>Finds lines that are links. An address in running text is none of them: it stays in its sentence.</summary>
internal static partial class LinkRecogniser
{
    private const int LongestLabel = 80;
    private const int MostWords = 8;
    private const string Before = " :-|<[(→⇒▶►➡↓⬇=~";
    private const string First = " :-|>→⇒▶►➡↓⬇=~";

    /// <param name="line">Without its decoration.</param>
    /// <param name="isListed">Whether the line stands in a list of links, where a label needs no colon.</param>
    public static ImportedLink? Read(Piece line, bool isListed)
    {
        if (Url.In(line.Plain) is not [var (start, length)])
        {
            return null;
        }

        var url = line.Raw.Substring(start, length);
        var before = line[..start];
        var behind = line[(start + length)..].Trim(" <>.。");
        if (MarkdownLink().Match(before.Plain) is { Success: true } markdown && behind.Plain is ")" or "")
        {
            var words = markdown.Groups["words"];
            return Make(before.Slice(words.Index, words.Length), default, url);
        }

        var label = Unwrapped(before);
        if (!IsLabel(label) || !IsExtra(behind))
        {
            return null;
        }

        var isAlone = label.IsEmpty && behind.IsEmpty;
        var isMarked = before.TrimEnd(" <[(").Plain is [.., ':' or '-' or '|' or '→' or '⇒' or '▶' or '►' or '>' or '='] || before.Raw.TrimEnd() is [.., '\uDC49' or '↓'];
        var isShort = Words(label) <= 4 && LinkWords.KindOf(label.Plain, null, "https://x") != "link";
        return isAlone || isMarked || isListed || isShort ? Make(label, behind, url) : null;
    }

    /// <summary>The number of an item in a list of links.</summary>
    public static string NumberOf(Piece line) => Numbering().Match(line.Plain).Value;

    public static Piece Unwrapped(Piece label)
    {
        var trimmed = Numbering().Replace(label.Plain, "") is var rest && rest.Length < label.Length ? label[(label.Length - rest.Length)..] : label;
        return trimmed.TrimStart(First).TrimEnd(Before).Trim("*_ ").TrimEnd(":");
    }

    private static ImportedLink Make(Piece label, Piece behind, string url)
    {
        var words = label.Raw.Trim() + (behind.Raw is { Length: > 0 } extra ? $" {extra.Trim()}" : "");
        return new ImportedLink(LinkWords.KindOf(label.Plain, LabelWords.KindOf(label.Plain), url), words.Trim(), url);
    }

    private static bool IsLabel(Piece label) =>
        label.Length <= LongestLabel && Words(label) <= MostWords && !label.Plain.Any(character => character is '。' or '！' or '!' or '?') && !SentenceEnd().IsMatch(label.Plain);

    /// <summary>Words in brackets behind an address belong to its label.</summary>
    private static bool IsExtra(Piece behind) => behind.IsEmpty || (behind.Plain[0] is '(' or '[' && behind.Plain[^1] is ')' or ']' && behind.Length <= LongestLabel);

    private static int Words(Piece label) => label.Plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"^\s*(\[\d{1,2}\]|\(\d{1,2}\)|\d{1,2}[.)]|[①-⑳])\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^\s*\[(?<words>[^\[\]]+)\]\($", RegexOptions.ExplicitCapture)]
    private static partial Regex MarkdownLink();

    [GeneratedRegex(@"[.!?]\s+\p{Lu}")]
    private static partial Regex SentenceEnd();
}
