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
    private readonly LinkPreviews _previews;
    private string _words = "";
    private bool _atLineStart;
    private bool _afterAddress;
    private bool _afterUnderscore;

    private InlineMarkdown(bool atLineStart, ImmutableHashSet<TextStyle> open, LinkPreviews previews)
    {
        _previews = previews;
        _atLineStart = atLineStart;
        _open = open;
    }

    public static string Write(ImmutableArray<Inline> content, LinkPreviews? previews = null) =>
        Write(content, atLineStart: true, [], previews ?? LinkPreviews.NotMarked);

    private static string Write(ImmutableArray<Inline> content, bool atLineStart, ImmutableHashSet<TextStyle> open, LinkPreviews previews)
    {
        var writer = new InlineMarkdown(atLineStart, open, previews);
        writer.AppendAll(content);
        writer.WriteWords();
        return writer._output.ToString();
    }

    private void AppendAll(ImmutableArray<Inline> content)
    {
        foreach (var inline in content)
        {
            Append(inline);
        }
    }

    private void Append(Inline inline)
    {
        switch (inline)
        {
            case Inline.Text text:
                AddWords(text.Value);
                break;
            case Inline.LineBreak:
                WriteWords();
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
                AppendMarkup(CodeMarkdown.Span(code.Value));
                break;
            case Inline.Time time:
                AppendMarkup(string.Create(CultureInfo.InvariantCulture, $"<t:{time.Instant.ToUnixTimeSeconds()}:{Letter(time.Style)}>"));
                break;
        }
    }

    // Neighbouring runs are escaped as one: what two of them form together must not become markup either.
    private void AddWords(string words) => _words = _words.Length == 0 ? words : _words + words;

    private void WriteWords()
    {
        var text = CleanWords.Of(_words);
        _words = "";
        if (text.Length == 0)
        {
            return;
        }

        if (_afterAddress && Addresses.Swallows(text))
        {
            _output.Append(' ');
            _afterAddress = false;
        }
        else if (_afterUnderscore && (char.IsAsciiLetterOrDigit(text[0]) || text[0] == '_'))
        {
            // Emphasis that ends inside a word would not be seen as ended.
            _output.Append(PlainEscape.ZeroWidthSpace);
        }

        _afterAddress = PlainEscape.Append(_output, text, _atLineStart, _afterAddress, _previews);
        _afterUnderscore = false;
        var line = text.LastIndexOf('\n') + 1;
        _atLineStart = (_atLineStart || line > 0) && PlainEscape.IsBlank(text.AsSpan(line));
    }

    private void AppendStyled(Inline.Styled styled)
    {
        if (_open.Contains(styled.Style) || !VisibleWords.Any(styled.Content))
        {
            AppendAll(styled.Content);
            return;
        }

        if (CodeInStyles.IsIn(styled))
        {
            AppendAll([.. CodeInStyles.Part(styled)]);
            return;
        }

        WriteWords();
        var inner = Write(styled.Content, atLineStart: _atLineStart, _open.Add(styled.Style), _previews);
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
            _ => core.Contains("://", StringComparison.Ordinal) && core[0] != '*' && core[^1] != '*' ? "*" : "_",
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
            AddWords(PlainWords.Of([link]));
            return;
        }

        // Blanks at the edges of its words keep it apart from its neighbours, and would be lost inside.
        var isVisible = VisibleWords.Any(words);
        var isAddress = !isVisible || LinkWords.AreAddress(words, link.Url);
        var edges = !isAddress && LinkWords.WithoutSchemes(words) is var shown && VisibleWords.Any(shown) ? shown : words;
        if (isVisible && char.IsWhiteSpace(edges[0]) && (!_atLineStart || _words.Length > 0))
        {
            AddWords(" ");
        }

        if (isAddress)
        {
            var bare = Addresses.Bare(link.Url.AbsoluteUri, _previews.Hides(link.Url.AbsoluteUri));
            AppendMarkup(bare);
            _afterAddress = bare[0] != '<';
        }
        else
        {
            AppendMarkup(MaskedLink.Write(words, link.Url, _previews));
        }

        if (isVisible && char.IsWhiteSpace(edges[^1]))
        {
            AddWords(" ");
        }
    }

    // Appends finished markup, parted from what it must not run together with.
    private void AppendMarkup(string markup)
    {
        if (markup.Length == 0)
        {
            return;
        }

        WriteWords();
        if (_afterAddress)
        {
            _output.Append(' ');
        }
        else if (RunsInto(markup[0]))
        {
            _output.Append(PlainEscape.ZeroWidthSpace);
        }

        _output.Append(markup);
        _atLineStart = false;
        _afterAddress = false;
        _afterUnderscore = false;
    }

    private bool RunsInto(char next) =>
        (_output.Length > 0 && _output[^1] == next && next is '*' or '_' or '~' or '`') || (_afterUnderscore && char.IsAsciiLetterOrDigit(next));

    private static char Letter(TimeStyle style) => style switch
    {
        TimeStyle.Date => 'D',
        TimeStyle.TimeOfDay => 't',
        TimeStyle.Relative => 'R',
        _ => 'F',
    };
}
