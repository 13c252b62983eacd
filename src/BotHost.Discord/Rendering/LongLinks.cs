using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;

namespace BotHost.Discord.Rendering;

/// <summary>Finds a place for links that are too long for a button: in the text, unless they stand there anyway. Pure.</summary>
internal static class LongLinks
{
    public static Post IntoText(Post post)
    {
        var tooLong = post.Buttons.IsDefaultOrEmpty ? [] : post.Buttons.Where(IsTooLong).ToList();
        if (tooLong.Count == 0)
        {
            return post;
        }

        var missing = tooLong.Where(link => post.Body.IsEmpty || !Leads(post.Body.Blocks, link.Url)).ToList();
        return post with
        {
            Buttons = [.. post.Buttons.Where(link => !IsTooLong(link))],
            Body = missing.Count == 0 ? post.Body : post.Body.Then(RichText.Of(new Block.Paragraph([.. missing.SelectMany(Line)]))),
        };
    }

    private static bool IsTooLong(LinkButton link) => LinkWords.IsWeb(link.Url) && Measure.CodePoints(link.Url.AbsoluteUri) > DiscordLimits.ButtonUrl;

    private static IEnumerable<Inline> Line(LinkButton link, int index)
    {
        var words = new Inline.Link(link.Url, [new Inline.Text(link.Label)]);
        return index == 0 ? [words] : [new Inline.LineBreak(), words];
    }

    private static bool Leads(ImmutableArray<Block> blocks, Uri url) => blocks.Any(block => block switch
    {
        Block.Paragraph paragraph => Leads(paragraph.Content, url),
        Block.Heading heading => Leads(heading.Content, url),
        Block.List list => list.Items.Any(item => Leads(item, url)),
        Block.Quote quote => Leads(quote.Content, url),
        _ => false,
    });

    private static bool Leads(ImmutableArray<Inline> content, Uri url) => content.Any(inline => inline switch
    {
        Inline.Link link => link.Url == url,
        Inline.Styled styled => Leads(styled.Content, url),
        _ => false,
    });
}
