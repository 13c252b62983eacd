using System.Collections.Immutable;
using System.Globalization;
using BotHost.Announcements.Texts;
using BotHost.Telegram.BotApi;

namespace BotHost.Telegram.Rendering;

/// <summary>Writes rich text with the formatting that the platform has: no headings and no lists, but words and entities that stand for them.</summary>
internal sealed class RichTextWriter(EntityWriter writer, string language)
{
    private const int BetweenBlocks = 2;

    private const int WithinItem = 1;

    private const string Bullet = "• ";

    private const string ItemIndent = "  ";

    private bool _inQuote;
    private bool _inLink;

    public void Write(RichText text)
    {
        if (!text.IsEmpty)
        {
            Write(text.Blocks, BetweenBlocks);
        }
    }

    /// <summary>One line in bold.</summary>
    public void WriteBold(ImmutableArray<Inline> content)
    {
        if (Words.Any(content))
        {
            writer.Isolated(() => writer.Styled("bold", () => Write(content)));
        }
    }

    private void Write(ImmutableArray<Block> blocks, int spacing)
    {
        Block? before = null;
        var isSecond = true;
        foreach (var block in blocks)
        {
            if (!Words.Any(block))
            {
                continue;
            }

            if (before is not null)
            {
                writer.Break(StandsOnTheNextLine(before, block, isSecond) ? WithinItem : spacing);
                isSecond = false;
            }

            Write(block);
            before = block;
        }

        if (before is not null)
        {
            writer.Break(spacing);
        }
    }

    /// <summary>
    /// Below a heading stands what it heads, and above a title the line that leads to it; a title that opens a text has room around it.
    /// The subtitle belongs to the title; what has a label of its own does not.
    /// </summary>
    private static bool StandsOnTheNextLine(Block above, Block below, bool isSecond)
    {
        if (isSecond)
        {
            return above is Block.Paragraph && below is Block.Heading { Level: 1 };
        }

        return above is Block.Heading heading && !(heading.Level == 1 && OpensWithLabel(below));
    }

    /// <summary>Whether it begins as <c>**When:** tomorrow</c> does, with the colon inside or behind the strong words.</summary>
    private static bool OpensWithLabel(Block block) =>
        block is Block.Paragraph { Content: [Inline.Styled { Style: TextStyle.Strong } label, .. var rest] }
        && (EndsWithColon(label) || rest is [Inline.Text { Value: [':' or '：', ..] }, ..]);

    private static bool EndsWithColon(Inline.Styled label) =>
        !label.Content.IsDefaultOrEmpty && label.Content[^1] is Inline.Text { Value: var words } && words.TrimEnd() is [.., ':' or '：'];

    private void Write(Block block)
    {
        switch (block)
        {
            case Block.Paragraph paragraph:
                writer.Isolated(() => Write(RepeatedMoments.LeaveOut(paragraph.Content)));
                break;
            case Block.Heading heading:
                WriteBold(heading.Content);
                break;
            case Block.List list:
                Write(list);
                break;
            case Block.Quote quote when _inQuote:
                Write(quote.Content, BetweenBlocks);
                break;
            case Block.Quote quote:
                _inQuote = true;
                writer.Enclosed(
                    (start, length) => new MessageEntity("blockquote", start, length),
                    () => Write(quote.Content, BetweenBlocks));
                _inQuote = false;
                break;
            case Block.Code code:
                writer.Alone(
                    (start, length) => new MessageEntity("pre", start, length, Language: Language(code.Language)),
                    () => writer.Isolated(() => writer.WriteVerbatim(code.Text.Trim('\r', '\n'))));
                break;
        }
    }

    private void Write(Block.List list)
    {
        var number = list.FirstNumber;
        foreach (var item in list.Items)
        {
            if (Words.Any(item))
            {
                writer.Break(WithinItem);
                writer.Mark(number is null ? Bullet : string.Create(CultureInfo.InvariantCulture, $"{number}. "));
                writer.Indent(ItemIndent);
                Write(item, WithinItem);
                writer.Outdent();
            }

            number++;
        }
    }

    private void Write(ImmutableArray<Inline> content)
    {
        foreach (var inline in content.IsDefault ? [] : content)
        {
            Write(inline);
        }
    }

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case Inline.Text { IsCommand: true } command:
                writer.Write(command.Value, guarded: false);
                break;
            case Inline.Text text:
                writer.Write(text.Value, guarded: true);
                break;
            case Inline.Styled styled when Words.Any(styled.Content):
                writer.Styled(TypeOf(styled.Style), () => Write(styled.Content));
                break;
            case Inline.Styled blank:
                Write(blank.Content);
                break;
            case Inline.Link link:
                Write(link);
                break;
            case Inline.Code code when _inLink || !CleanText.IsVisible(code.Value):
                writer.Write(code.Value, guarded: true);
                break;
            case Inline.Code code:
                writer.Alone(
                    (start, length) => new MessageEntity("code", start, length),
                    () => writer.Isolated(() => writer.WriteVerbatim(code.Value.ReplaceLineEndings(" ").Trim())));
                break;
            case Inline.LineBreak:
                writer.NextLine();
                break;
            case Inline.Time time:
                Write(time);
                break;
        }
    }

    private void Write(Inline.Link link)
    {
        var words = Words.Of(link.Content, language);
        if (_inLink || !LinkTarget.CanOpen(link.Url))
        {
            Write(link.Content);
            if (!_inLink && LinkTarget.Mailbox(link.Url) is { } mailbox && !words.Contains(mailbox, StringComparison.OrdinalIgnoreCase))
            {
                writer.Write($" ({mailbox})", guarded: true);
            }

            return;
        }

        var url = link.Url.AbsoluteUri;
        _inLink = true;
        writer.Enclosed(
            (start, length) => new MessageEntity("text_link", start, length, Url: url),
            () => writer.Isolated(() =>
            {
                if (Words.Any(link.Content))
                {
                    Write(link.Content);
                }
                else
                {
                    writer.Write(LinkTarget.HostOf(link.Url)!, guarded: true);
                }
            }));
        _inLink = false;
        if (LinkHonesty.HostToShow(words, link.Url) is { } host)
        {
            writer.Write($" ({host})", guarded: true);
        }
    }

    private void Write(Inline.Time time)
    {
        var fallback = DateWording.Describe(time.Instant, time.Zone, time.Style, language);
        var seconds = time.Instant.ToUnixTimeSeconds();

        // The platform takes only positive 32-bit moments, and no moment inside a link.
        if (_inLink || seconds is <= 0 or > int.MaxValue)
        {
            writer.Write(fallback, guarded: true);
            return;
        }

        writer.Enclosed(
            (start, length) => new MessageEntity("date_time", start, length, UnixTime: seconds, DateTimeFormat: FormatOf(time.Style)),
            () => writer.Write(fallback, guarded: true));
    }

    private static string TypeOf(TextStyle style) => style switch
    {
        TextStyle.Strong => "bold",
        TextStyle.Emphasis => "italic",
        TextStyle.Strikethrough => "strikethrough",
        _ => throw new ArgumentOutOfRangeException(nameof(style)),
    };

    private static string FormatOf(TimeStyle style) => style switch
    {
        TimeStyle.Full => "wDt",
        TimeStyle.Date => "wD",
        TimeStyle.TimeOfDay => "t",
        TimeStyle.Relative => "r",
        _ => throw new ArgumentOutOfRangeException(nameof(style)),
    };

    private static string? Language(string? language) => string.IsNullOrWhiteSpace(language) ? null : CleanText.Clean(language).Trim();
}
