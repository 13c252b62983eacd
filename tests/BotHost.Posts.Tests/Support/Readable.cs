using System.Collections.Immutable;
using System.Text;
using BotHost.Announcements.Texts;
using NodaTime.Text;

namespace BotHost.Posts.Tests.Support;

/// <summary>Writes rich text in a form that a person can compare: marks in angle brackets, so that they cannot be mistaken for words.</summary>
internal static class Readable
{
    public static string Of(RichText text) => Of(text.Blocks, "");

    public static string Of(ImmutableArray<Inline> inlines) => string.Concat(inlines.Select(Of));

    /// <summary>The words alone.</summary>
    public static string Words(RichText text) => Words(text.Blocks);

    private static string Of(ImmutableArray<Block> blocks, string indent) =>
        string.Join("\n\n", blocks.Select(block => Of(block, indent)));

    private static string Of(Block block, string indent) => block switch
    {
        Block.Heading heading => $"{indent}<h{heading.Level}> {Of(heading.Content)}",
        Block.Paragraph paragraph => indent + Of(paragraph.Content).Replace("\n", "\n" + indent, StringComparison.Ordinal),
        Block.Quote quote => Of(quote.Content, indent + "<quote> "),
        Block.Code code => $"{indent}<code {code.Language}>{code.Text}</code>",
        Block.List list => string.Join("\n\n", list.Items.Select((item, index) => Of(item, $"{indent}<{(list.FirstNumber is { } first ? first + index : "-")}> "))),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static string Of(Inline inline) => inline switch
    {
        Inline.Text text => text.Value,
        Inline.Styled { Style: TextStyle.Strong } strong => $"<b>{Of(strong.Content)}</b>",
        Inline.Styled { Style: TextStyle.Emphasis } emphasis => $"<i>{Of(emphasis.Content)}</i>",
        Inline.Styled styled => $"<s>{Of(styled.Content)}</s>",
        Inline.Link link => $"<a {link.Url.AbsoluteUri}>{Of(link.Content)}</a>",
        Inline.Code code => $"<code>{code.Value}</code>",
        Inline.LineBreak => "\n",
        Inline.Time time => $"<{time.Style} {InstantPattern.General.Format(time.Instant)} {time.Zone.Id}>",
        _ => throw new ArgumentOutOfRangeException(nameof(inline)),
    };

    private static string Words(ImmutableArray<Block> blocks)
    {
        var words = new StringBuilder();
        foreach (var block in blocks)
        {
            words.Append(block switch
            {
                Block.Heading heading => Words(heading.Content),
                Block.Paragraph paragraph => Words(paragraph.Content),
                Block.Quote quote => Words(quote.Content),
                Block.Code code => code.Text,
                Block.List list => string.Join('\n', list.Items.Select(Words)),
                _ => "",
            }).Append('\n');
        }

        return words.ToString().TrimEnd('\n');
    }

    private static string Words(ImmutableArray<Inline> inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        Inline.Text text => text.Value,
        Inline.Styled styled => Words(styled.Content),
        Inline.Link link => Words(link.Content),
        Inline.Code code => code.Value,
        Inline.LineBreak => "\n",
        _ => "",
    }));
}
