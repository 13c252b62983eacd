using System.Globalization;
using System.Text;

namespace BotHost.Telegram.Rendering;

/// <summary>Shortens an answer: at a paragraph, else at a word, else between CJK characters, else between graphemes; never inside a link.</summary>
internal static class TextCut
{
    private const string Ellipsis = "…";

    private static readonly string[] Whole = ["text_link", "date_time", "code"];

    public static FormattedText Fit(FormattedText text, int max)
    {
        if (text.Text.Length <= max)
        {
            return text;
        }

        // Room for the sign and the line end before it.
        var at = OutsideLinks(text, Border(text.Text, max - 2));
        var kept = EntityWriter.Trimmed(text.Text[..at], text.Entities.Select(entity => EntityWriter.Clipped(entity, 0, at)));
        var endsParagraph = text.Text[at] == '\n';
        return kept with { Text = kept.Text + (endsParagraph ? "\n" : "") + Ellipsis };
    }

    private static int Border(string text, int limit)
    {
        var paragraph = text.LastIndexOf("\n\n", limit, StringComparison.Ordinal);
        if (paragraph > limit / 2)
        {
            return paragraph;
        }

        var word = text.LastIndexOfAny([' ', '\n'], limit);
        var character = AfterCjk(text, limit);
        if (Math.Max(word, character) > limit / 2)
        {
            return Math.Max(word, character);
        }

        return GraphemeBorder(text, limit);
    }

    /// <summary>Scripts that write without spaces may be cut after any of their characters.</summary>
    private static int AfterCjk(string text, int limit)
    {
        for (var index = limit; index > limit / 2; index--)
        {
            if (text[index - 1] is >= '\u3000' and <= '\u9FFF' && !char.IsPunctuation(text[index]))
            {
                return GraphemeBorder(text, index);
            }
        }

        return -1;
    }

    private static int GraphemeBorder(string text, int limit)
    {
        var border = 0;
        while (border < text.Length)
        {
            var next = border + StringInfo.GetNextTextElementLength(text, border);
            if (next > limit)
            {
                break;
            }

            border = next;
        }

        if (border > 0)
        {
            return border;
        }

        // One grapheme longer than a message: only surrogate pairs are kept whole then.
        return Rune.TryGetRuneAt(text, limit - 1, out var rune) && rune.Utf16SequenceLength == 2 ? limit - 1 : limit;
    }

    private static int OutsideLinks(FormattedText text, int at)
    {
        var split = text.Entities.FirstOrDefault(entity => Whole.Contains(entity.Type) && entity.Offset < at && at < entity.End);
        return split is null || split.Offset == 0 ? at : split.Offset;
    }
}
