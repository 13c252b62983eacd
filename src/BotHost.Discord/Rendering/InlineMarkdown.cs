using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BotHost.Announcements.Texts;

namespace BotHost.Discord.Rendering;

/// <summary>Writes the runs of one block in the platform's markup.</summary>
internal sealed class InlineMarkdown
{
    private readonly StringBuilder _output = new();
    private readonly ImmutableHashSet<TextStyle> _open;
    private bool _atLineStart;
    private bool _afterAddress;
    private bool _afterUnderscore;

    private InlineMarkdown(bool atLineStart, ImmutableHashSet<TextStyle> open)
    {
        _atLineStart = atLineStart;
        _open = open;
    }

    public static string Write(ImmutableArray<Inline> content) => Write(content, atLineStart: true, []);

    private static string Write(ImmutableArray<Inline> content, bool atLineStart, ImmutableHashSet<TextStyle> open)
    {
        var writer = new InlineMarkdown(atLineStart, open);
        writer.AppendAll(content);
        return writer._output.ToString();
    }

    private void AppendAll(ImmutableArray<Inline> content)
    {
        for (var index = 0; index < content.Length; index++)
        {
            if (content[index] is not Inline.Text first)
            {
                Append(content[index]);
                continue;
            }

            // Neighbouring runs are escaped as one: what two of them form together must not become markup either.
            var words = new StringBuilder(first.Value);
            while (index + 1 < content.Length && content[index + 1] is Inline.Text next)
            {
                words.Append(next.Value);
                index++;
            }

            AppendText(words.ToString());
        }
    }

    private void Append(Inline inline)
    {
        switch (inline)
        {
            case Inline.LineBreak:
                _output.Append('\n');
                _atLineStart = true;
                _afterAddress = false;
                _afterUnderscore = false;
                break;
            case Inline.Styled styled:
                AppendStyled(styled);
                break;
            case Inline.Link link:
                AppendLink(link);
                break;
            case Inline.Code code:
                AppendMarkup(CodeSpan(code.Value));
                break;
            case Inline.Time time:
                AppendMarkup(string.Create(CultureInfo.InvariantCulture, $"<t:{time.Instant.ToUnixTimeSeconds()}:{Letter(time.Style)}>"));
                break;
        }
    }

    private void AppendText(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_afterAddress && !char.IsWhiteSpace(text[0]))
        {
            _output.Append(' ');
        }
        else if (_afterUnderscore && (char.IsAsciiLetterOrDigit(text[0]) || text[0] == '_'))
        {
            // Emphasis that ends inside a word would not be seen as ended.
            _output.Append(PlainEscape.ZeroWidthSpace);
        }

        _afterAddress = PlainEscape.Append(_output, text, _atLineStart);
        _afterUnderscore = false;
        var lastLine = text[(text.LastIndexOf('\n') + 1)..];
        _atLineStart = (_atLineStart || lastLine.Length < text.Length) && string.IsNullOrWhiteSpace(lastLine);
    }

    private void AppendStyled(Inline.Styled styled)
    {
        if (_open.Contains(styled.Style))
        {
            AppendAll(styled.Content);
            return;
        }

        var inner = Write(styled.Content, atLineStart: _atLineStart, _open.Add(styled.Style));
        var core = inner.Trim();
        if (core.Length == 0)
        {
            _output.Append(inner);
            _atLineStart |= inner.Contains('\n', StringComparison.Ordinal);
            return;
        }

        var start = inner.IndexOf(core[0], StringComparison.Ordinal);
        var marker = styled.Style switch
        {
            TextStyle.Strong => "**",
            TextStyle.Strikethrough => "~~",

            // An address may hold underscores that no backslash can guard.
            _ => core.Contains("://", StringComparison.Ordinal) && !core.Contains('*', StringComparison.Ordinal) ? "*" : "_",
        };
        _output.Append(inner.AsSpan(0, start));
        AppendMarkup(marker + core + marker);
        _output.Append(inner.AsSpan(start + core.Length));
        _atLineStart = inner.AsSpan(start + core.Length).Contains('\n');
        _afterUnderscore = marker == "_" && start + core.Length == inner.Length;
    }

    private void AppendLink(Inline.Link link)
    {
        var words = PlainWords.Of(link.Content);
        if (!LinkWords.IsWeb(link.Url))
        {
            // The platform links to web pages only.
            AppendText(words);
            return;
        }

        var target = new StringBuilder();
        PlainEscape.AppendAddress(target, link.Url.AbsoluteUri);
        if (string.IsNullOrWhiteSpace(words) || LinkWords.AreAddress(words, link.Url))
        {
            AppendMarkup(target.ToString());
            _afterAddress = true;
            return;
        }

        // Brackets would have to be balanced inside the words, whatever stands before them.
        var visible = LinkWords.Visible(words, link.Url).Replace('[', '(').Replace(']', ')');
        target.Replace("(", "%28").Replace(")", "%29");
        var host = LinkWords.HostToShow(visible, link.Url) is { } real ? $" ({PlainEscape.Escape(real, atLineStart: false)})" : "";
        AppendMarkup($"[{PlainEscape.Escape(visible, atLineStart: false)}]({target}){host}");
    }

    // Appends finished markup, parted from what it must not run together with.
    private void AppendMarkup(string markup)
    {
        if (markup.Length == 0)
        {
            return;
        }

        if (_afterAddress)
        {
            _output.Append(' ');
        }
        else if (_output.Length > 0 && _output[^1] == markup[0] && markup[0] is '*' or '_' or '~' or '`')
        {
            _output.Append(PlainEscape.ZeroWidthSpace);
        }

        _output.Append(markup);
        _atLineStart = false;
        _afterAddress = false;
        _afterUnderscore = false;
    }

    private static char Letter(TimeStyle style) => style switch
    {
        TimeStyle.Date => 'D',
        TimeStyle.TimeOfDay => 't',
        TimeStyle.Relative => 'R',
        _ => 'F',
    };

    private static string CodeSpan(string value)
    {
        var text = PlainEscape.WithoutPings(value.ReplaceLineEndings(" "));
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        if (!text.Contains('`', StringComparison.Ordinal))
        {
            return $"`{text}`";
        }

        // Two backticks may hold single ones; a longer run cannot be written at all, so it becomes a look-alike.
        return text.Contains("``", StringComparison.Ordinal) ? $"`{text.Replace('`', 'ˋ')}`" : $"`` {text} ``";
    }
}
