using System.Collections.Immutable;
using BotHost.Announcements.Texts;

namespace BotHost.Posts.Composing;

/// <summary>How much there is to read, in UTF-16 units and without any platform's markup; for comparing texts, not for limits.</summary>
internal static class TextLength
{
    public static int Of(RichText text) => Of(text.Blocks);

    private static int Of(ImmutableArray<Block> blocks) => blocks.IsDefaultOrEmpty ? 0 : blocks.Sum(Of);

    private static int Of(Block block) => block switch
    {
        Block.Paragraph paragraph => Of(paragraph.Content),
        Block.Heading heading => Of(heading.Content),
        Block.List list => list.Items.Sum(Of),
        Block.Quote quote => Of(quote.Content),
        Block.Code code => code.Text.Length,
        _ => 0,
    };

    private static int Of(ImmutableArray<Inline> inlines) => inlines.Sum(Of);

    private static int Of(Inline inline) => inline switch
    {
        Inline.Text text => text.Value.Length,
        Inline.Styled styled => Of(styled.Content),
        Inline.Link link => Of(link.Content),
        Inline.Code code => code.Value.Length,
        _ => 1,
    };
}
