using System.Collections.Immutable;
using System.Text;
using BotHost.Announcements.Texts;

namespace BotHost.Telegram.Rendering;

/// <summary>Rich text reduced to its words, for comparing and for telling whether there are any.</summary>
internal static class Words
{
    public static string Of(ImmutableArray<Inline> content, string language)
    {
        var words = new StringBuilder();
        Append(words, content, language);
        return words.ToString();
    }

    public static bool Any(ImmutableArray<Inline> content) => !content.IsDefaultOrEmpty && content.Any(Any);

    public static bool Any(ImmutableArray<Block> blocks) => !blocks.IsDefaultOrEmpty && blocks.Any(Any);

    public static bool Any(Inline inline) => inline switch
    {
        Inline.Text text => CleanText.IsVisible(text.Value),
        Inline.Code code => CleanText.IsVisible(code.Value),
        Inline.Styled styled => Any(styled.Content),
        Inline.Link => true,
        Inline.Time => true,
        _ => false,
    };

    public static bool Any(Block block) => block switch
    {
        Block.Paragraph paragraph => Any(paragraph.Content),
        Block.Heading heading => Any(heading.Content),
        Block.Quote quote => Any(quote.Content),
        Block.List list => list.Items.Any(Any),
        Block.Code code => CleanText.IsVisible(code.Text),
        _ => false,
    };

    private static void Append(StringBuilder words, ImmutableArray<Inline> content, string language)
    {
        foreach (var inline in content.IsDefault ? [] : content)
        {
            switch (inline)
            {
                case Inline.Text text:
                    words.Append(text.Value);
                    break;
                case Inline.Code code:
                    words.Append(code.Value);
                    break;
                case Inline.Styled styled:
                    Append(words, styled.Content, language);
                    break;
                case Inline.Link link:
                    Append(words, link.Content, language);
                    break;
                case Inline.Time time:
                    words.Append(DateWording.Describe(time.Instant, time.Zone, time.Style, language));
                    break;
                case Inline.LineBreak:
                    words.Append('\n');
                    break;
            }
        }
    }
}
