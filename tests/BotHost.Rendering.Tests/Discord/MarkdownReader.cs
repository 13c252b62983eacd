using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BotHost.Rendering.Tests.Reading;

namespace BotHost.Rendering.Tests.Discord;

/// <summary>
/// Reads the platform's markup as its clients do, written from its rules and not from the renderer: the reference, section 9, and the public help pages
/// on text formatting (bold, italics, underline, strikethrough, spoilers, headers, subtext, masked links, lists, code, quotes), on message formatting for
/// developers (mentions, custom emoji, timestamps, guild navigation), and the habit of clients to link any http address. Where clients differ, whatever one of them takes for markup is markup.
/// </summary>
internal sealed partial class MarkdownReader
{
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private readonly StringBuilder _visible = new();
    private readonly List<string> _marks = [];
    private readonly List<SeenLink> _links = [];

    private MarkdownReader()
    {
    }

    public static SeenText Read(string markup)
    {
        var reader = new MarkdownReader();
        reader.Blocks(markup, inQuote: false, inList: false);
        return new SeenText(reader._visible.ToString(), reader._marks, reader._links);
    }

    /// <summary>Inside a line nothing opens a block.</summary>
    private static SeenText ReadLine(string markup)
    {
        var reader = new MarkdownReader();
        reader.Inlines(markup);
        return new SeenText(reader._visible.ToString(), reader._marks, reader._links);
    }

    /// <summary>Lines that open a block, and runs of all others.</summary>
    private void Blocks(string text, bool inQuote, bool inList)
    {
        var at = 0;
        while (at < text.Length)
        {
            at = Block(text, at, inQuote, inList);
        }
    }

    private int Block(string text, int at, bool inQuote, bool inList)
    {
        var end = text.IndexOf('\n', at) is var found and >= 0 ? found : text.Length;
        var line = text[at..end];
        if (Fence().Match(text, at) is { Success: true } fence && fence.Index == at)
        {
            return Fenced(fence);
        }

        if (!inQuote && Quote().IsMatch(line))
        {
            return Quoted(text, at, inList);
        }

        if (Heading().Match(line) is { Success: true } heading)
        {
            _marks.Add("heading");
            Inlines(heading.Groups[1].Value);
            _visible.Append('\n');
            return Math.Min(end + 1, text.Length);
        }

        if (Item().IsMatch(line))
        {
            return Listed(text, at, inQuote);
        }

        // Everything up to the next line that opens a block is read as one, because styles may reach over line ends.
        var stop = end;
        while (stop < text.Length && !Opens(text, stop + 1, inQuote))
        {
            stop = text.IndexOf('\n', stop + 1) is var next and >= 0 ? next : text.Length;
        }

        Inlines(text[at..stop]);
        if (stop < text.Length)
        {
            _visible.Append('\n');
        }

        return Math.Min(stop + 1, text.Length);
    }

    private static bool Opens(string text, int at, bool inQuote)
    {
        var end = text.IndexOf('\n', at) is var found and >= 0 ? found : text.Length;
        var line = text[at..end];
        return line.StartsWith("```", StringComparison.Ordinal) || (!inQuote && Quote().IsMatch(line)) || Heading().IsMatch(line) || Item().IsMatch(line);
    }

    private int Fenced(Match fence)
    {
        _marks.Add("fence");
        _visible.Append('\n').Append(fence.Groups[2].Value).Append('\n');
        var end = fence.Index + fence.Length;
        return end;
    }

    private int Quoted(string text, int at, bool inList)
    {
        _marks.Add("quote");
        var content = new StringBuilder();
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at) is var found and >= 0 ? found : text.Length;
            var match = Quote().Match(text[at..end]);
            if (!match.Success)
            {
                break;
            }

            if (match.Groups[1].Value == ">>>")
            {
                content.Append(text.AsSpan(at + match.Length));
                at = text.Length;
                break;
            }

            content.Append(text.AsSpan(at + match.Length, end - at - match.Length)).Append('\n');
            at = Math.Min(end + 1, text.Length);
        }

        Blocks(content.ToString(), inQuote: true, inList);
        _visible.Append('\n');
        return at;
    }

    private int Listed(string text, int at, bool inQuote)
    {
        _marks.Add("list");
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at) is var found and >= 0 ? found : text.Length;
            var match = Item().Match(text[at..end]);
            if (!match.Success)
            {
                break;
            }

            var content = new StringBuilder(text[(at + match.Length)..end]);
            at = Math.Min(end + 1, text.Length);

            // What is indented belongs to the item above it.
            while (at < text.Length && text[at] == ' ')
            {
                end = text.IndexOf('\n', at) is var next and >= 0 ? next : text.Length;
                var line = text[at..end];
                var indent = Math.Min(match.Length, line.Length - line.TrimStart(' ').Length);
                content.Append('\n').Append(line.AsSpan(indent));
                at = Math.Min(end + 1, text.Length);
            }

            _visible.Append('\n').Append(match.Groups[1].Value is "-" or "*" ? "•" : match.Groups[1].Value).Append(' ');
            Blocks(content.ToString(), inQuote, inList: true);
            _visible.Append('\n');
        }

        return at;
    }

    private void Inlines(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            at = Escape(text, at) ?? Address(text, at) ?? Angle(text, at) ?? Everybody(text, at) ?? Emoji(text, at) ?? CodeSpan(text, at)
                ?? Style(text, at) ?? MaskedLink(text, at) ?? Character(text, at);
        }
    }

    private int Character(string text, int at)
    {
        _visible.Append(text[at]);
        return at + 1;
    }

    private int? Escape(string text, int at)
    {
        if (text[at] != '\\' || at + 1 >= text.Length || !Punctuation.Contains(text[at + 1], StringComparison.Ordinal))
        {
            return null;
        }

        _visible.Append(text[at + 1]);
        return at + 2;
    }

    private int? Address(string text, int at)
    {
        if (text[at] is not ('h' or 'H' or 's' or 'S' or 'd' or 'D') || BareAddress().Match(text, at) is not { Success: true } match || match.Index != at)
        {
            return null;
        }

        var end = at + match.Length;
        _links.Add(new SeenLink(match.Value, match.Value, text[end..]));
        _visible.Append(match.Value);
        return end;
    }

    private int? Angle(string text, int at)
    {
        if (text[at] != '<')
        {
            return null;
        }

        if (Time().Match(text, at) is { Success: true } time && time.Index == at)
        {
            _visible.Append(Said.Moment(long.Parse(time.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));
            return at + time.Length;
        }

        if (Mention().Match(text, at) is { Success: true } mention && mention.Index == at)
        {
            _marks.Add("mention");
            _visible.Append("⟦mention⟧");
            return at + mention.Length;
        }

        if (AngleAddress().Match(text, at) is { Success: true } address && address.Index == at)
        {
            _marks.Add("address");
            _links.Add(new SeenLink(address.Groups[1].Value, address.Groups[1].Value, text[(at + address.Length)..]));
            _visible.Append(address.Groups[1].ValueSpan);
            return at + address.Length;
        }

        return null;
    }

    private int? Everybody(string text, int at)
    {
        foreach (var word in new[] { "@everyone", "@here" })
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0)
            {
                _marks.Add("mention");
                _visible.Append("⟦mention⟧");
                return at + word.Length;
            }
        }

        return null;
    }

    private int? Emoji(string text, int at)
    {
        if (text[at] != ':' || EmojiName().Match(text, at) is not { Success: true } match || match.Index != at)
        {
            return null;
        }

        _marks.Add("emoji");
        _visible.Append("⟦emoji⟧");
        return at + match.Length;
    }

    private int? CodeSpan(string text, int at)
    {
        if (text[at] != '`')
        {
            return null;
        }

        if (Fence().Match(text, at) is { Success: true } fence && fence.Index == at)
        {
            return Fenced(fence);
        }

        var ticks = 1;
        while (at + ticks < text.Length && text[at + ticks] == '`')
        {
            ticks++;
        }

        var from = at + ticks;
        var close = from;
        while ((close = text.IndexOf('`', close)) >= 0)
        {
            var run = 1;
            while (close + run < text.Length && text[close + run] == '`')
            {
                run++;
            }

            if (run == ticks)
            {
                _marks.Add("code");
                _visible.Append(WithoutGuard(text[from..close]));
                return close + run;
            }

            close += run;
        }

        _visible.Append('`', ticks);
        return from;
    }

    // One blank on each side parts the marks from backticks inside and is not shown.
    private static string WithoutGuard(string code) =>
        code.Length > 2 && code[0] == ' ' && code[^1] == ' ' && !string.IsNullOrWhiteSpace(code) ? code[1..^1] : code;

    private int? Style(string text, int at)
    {
        foreach (var (mark, name) in new[] { ("**", "bold"), ("__", "underline"), ("~~", "strike"), ("||", "spoiler"), ("*", "italic"), ("_", "italic") })
        {
            if (string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0 && Close(text, at, mark) is { } close)
            {
                _marks.Add(name);
                Inlines(text[(at + mark.Length)..close]);
                return close + mark.Length;
            }
        }

        return null;
    }

    // Where the style ends that begins here; null where it never does and its mark is a plain character.
    private static int? Close(string text, int open, string mark)
    {
        var from = open + mark.Length;
        if (mark == "*" && (from >= text.Length || char.IsWhiteSpace(text[from])))
        {
            return null;
        }

        for (var at = from; at + mark.Length <= text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
                continue;
            }

            if (string.CompareOrdinal(text, at, mark, 0, mark.Length) != 0)
            {
                continue;
            }

            var after = at + mark.Length < text.Length ? text[at + mark.Length] : '\0';
            var isDouble = mark.Length == 1 && after == mark[0];
            if (isDouble)
            {
                // A double mark inside a single one is another style's.
                at++;
                continue;
            }

            var closes = at > from && mark switch
            {
                "*" => !char.IsWhiteSpace(text[at - 1]),
                "_" => !(char.IsAsciiLetterOrDigit(after) || after == '_'),
                "**" or "__" => after != mark[0],
                _ => true,
            };
            if (closes)
            {
                return at;
            }
        }

        return null;
    }

    private int? MaskedLink(string text, int at)
    {
        if (text[at] != '[' || LabelEnd(text, at) is not { } end || Target().Match(text, end + 1) is not { Success: true } target || target.Index != end + 1)
        {
            return null;
        }

        var label = text[(at + 1)..end];
        var words = ReadLine(label);
        if (!Visible.Any(words.Visible) || words.Links.Count > 0)
        {
            // Clients show a link whose words hold an address as it is written.
            return null;
        }

        _marks.Add("link");
        _links.Add(new SeenLink(words.Visible, target.Groups[1].Value, text[(target.Index + target.Length)..]));
        _marks.AddRange(words.Marks);
        _visible.Append(words.Visible);
        return target.Index + target.Length;
    }

    private static int? LabelEnd(string text, int at)
    {
        var depth = 0;
        for (; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\\':
                    at++;
                    break;
                case '[':
                    depth++;
                    break;
                case ']' when --depth == 0:
                    return at;
            }
        }

        return null;
    }

    [GeneratedRegex(@"\G```(?:([A-Za-z0-9_+\-.#]+)\n)?\n*([\s\S]*?)\n*```")]
    private static partial Regex Fence();

    [GeneratedRegex(@"\A *(>>>|>) ")]
    private static partial Regex Quote();

    [GeneratedRegex(@"\A\s*(?:#{1,3}|-#)\s+(\S.*)\z")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\A *([-*]|[0-9]+\.) +(?=\S)")]
    private static partial Regex Item();

    [GeneratedRegex(@"\G(?:https?|steam|discord)://[^\s<]*[^\s<.,:;""'\]]", RegexOptions.IgnoreCase)]
    private static partial Regex BareAddress();

    [GeneratedRegex(@"\G<([A-Za-z][A-Za-z0-9+.\-]*:/?/?[^\s<>]+)>")]
    private static partial Regex AngleAddress();

    [GeneratedRegex(@"\G<t:(-?[0-9]{1,17})(?::[tTdDfFRsS])?>")]
    private static partial Regex Time();

    [GeneratedRegex(@"\G<(?:@[!&]?[0-9]+|#[0-9]+|/[^<>:\n]+:[0-9]+|a?:[A-Za-z0-9_]+:[0-9]+|id:[a-z\-]+)>")]
    private static partial Regex Mention();

    [GeneratedRegex(@"\G:(?=[A-Za-z0-9_+\-~]*[A-Za-z])[A-Za-z0-9_+\-~]+:(?!//)")]
    private static partial Regex EmojiName();

    [GeneratedRegex(@"\G\(\s*<?([^\s()<>]+)>?(?:\s+[""'][^""']*[""'])?\s*\)")]
    private static partial Regex Target();
}
