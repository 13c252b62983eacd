namespace BotHost.Posts.Templates;

/// <summary>Finds tags, notes and dividers in a template, in one walk from its beginning to its end.</summary>
internal static class TemplateMarks
{
    /// <summary>Other space, such as the full-width one, is part of a word to Handlebars and invisible to people.</summary>
    public static readonly char[] Spaces = [' ', '\t', '\r', '\n'];

    public static IReadOnlyList<TemplateMark> In(string text)
    {
        var marks = new List<TemplateMark>();
        var at = 0;
        while (at < text.Length)
        {
            var mark = Next(text, at);
            if (mark is null)
            {
                break;
            }

            marks.Add(mark);
            at = mark.End;
        }

        return marks;
    }

    private static TemplateMark? Next(string text, int from)
    {
        var braces = text.IndexOf("{{", from, StringComparison.Ordinal);
        return Divider(text, from, braces < 0 ? text.Length : braces) ?? (braces < 0 ? null : TagAt(text, braces));
    }

    private static TemplateMark? Divider(string text, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            at = text.IndexOf(TemplateSource.Divider, at, to - at, StringComparison.Ordinal);
            if (at < 0)
            {
                return null;
            }

            var end = at + TemplateSource.Divider.Length;
            while (end < text.Length && text[end] is ' ' or '\t' or '\r')
            {
                end++;
            }

            if ((at == 0 || text[at - 1] == '\n') && (end == text.Length || text[end] == '\n'))
            {
                return new TemplateMark(TemplateMarkKind.Divider, at, Math.Min(end + 1, text.Length) - at);
            }

            at = end - 1;
        }

        return null;
    }

    private static TemplateMark TagAt(string text, int at)
    {
        if (at > 0 && text[at - 1] == '\\')
        {
            return new TemplateMark(TemplateMarkKind.Escaped, at, 2);
        }

        if (text.AsSpan(at).StartsWith("{{!", StringComparison.Ordinal))
        {
            var stop = text.AsSpan(at).StartsWith("{{!--", StringComparison.Ordinal) ? "--}}" : "}}";
            var last = text.IndexOf(stop, at + 3, StringComparison.Ordinal);
            // A note that is never closed takes everything that follows.
            return last < 0
                ? new TemplateMark(TemplateMarkKind.Unclosed, at, text.Length - at)
                : new TemplateMark(TemplateMarkKind.Comment, at, last + stop.Length - at);
        }

        var open = text.AsSpan(at).StartsWith("{{{", StringComparison.Ordinal) ? 3 : 2;
        var close = text.AsSpan(at + open).IndexOfAny('{', '}') is var found and >= 0 ? at + open + found : -1;
        if (close < 0 || !text.AsSpan(close).StartsWith("}}", StringComparison.Ordinal))
        {
            return new TemplateMark(TemplateMarkKind.Unclosed, at, open);
        }

        var length = close + 2 - at;
        length += open == 3 && close + 2 < text.Length && text[close + 2] == '}' ? 1 : 0;
        var words = text[(at + open)..close];
        return open == 3 || words.TrimStart('~', ' ').StartsWith('&')
            ? new TemplateMark(TemplateMarkKind.Raw, at, length)
            : new TemplateMark(TemplateMarkKind.Tag, at, length, WithoutTildes(words).Trim(Spaces));
    }

    private static string WithoutTildes(string words)
    {
        words = words.StartsWith('~') ? words[1..] : words;
        return words.EndsWith('~') ? words[..^1] : words;
    }
}
