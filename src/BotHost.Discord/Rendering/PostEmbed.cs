using System.Collections.Immutable;
using BotHost.Announcements.Texts;

namespace BotHost.Discord.Rendering;

/// <summary>Sets a post's body in a frame: its first heading as the frame's title, the rest below it. Pure.</summary>
internal static class PostEmbed
{
    /// <summary>Null for an empty body. The limits are not checked here.</summary>
    public static Embed? From(RichText body)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        var (title, url) = body.Blocks[0] is Block.Heading heading ? TitleOf(heading) : (null, null);
        var rest = title is null ? body.Blocks : body.Blocks.RemoveAt(0);
        var description = BlockMarkdown.Write(rest);
        return title is null && description.Length == 0 ? null : new Embed(title, url, description.Length == 0 ? null : description);
    }

    // A title shows no moments in the reader's zone, and is short; a heading that needs more stays in the text.
    private static (string? Title, string? Url) TitleOf(Block.Heading heading)
    {
        if (HoldsTime(heading.Content))
        {
            return (null, null);
        }

        var words = PlainWords.Of(heading.Content).ReplaceLineEndings(" ").Trim();
        string? url = null;
        if (OnlyLink(heading.Content) is { } link && LinkWords.IsWeb(link.Url) && Measure.CodePoints(link.Url.AbsoluteUri) <= DiscordLimits.EmbedUrl)
        {
            url = link.Url.AbsoluteUri;
            words = LinkWords.Visible(words, link.Url);
            words = LinkWords.HostToShow(words, link.Url) is { } host ? $"{words} ({host})" : words;
        }

        var title = PlainEscape.Escape(words);
        return title.Length > 0 && Measure.CodePoints(title) <= DiscordLimits.EmbedTitle ? (title, url) : (null, null);
    }

    private static Inline.Link? OnlyLink(ImmutableArray<Inline> content)
    {
        var visible = content.Where(inline => inline is not Inline.Text { Value: var words } || !string.IsNullOrWhiteSpace(words)).ToList();
        return visible switch
        {
            [Inline.Link link] => link,
            [Inline.Styled styled] => OnlyLink(styled.Content),
            _ => null,
        };
    }

    private static bool HoldsTime(ImmutableArray<Inline> content) => content.Any(inline => inline switch
    {
        Inline.Time => true,
        Inline.Styled styled => HoldsTime(styled.Content),
        Inline.Link link => HoldsTime(link.Content),
        _ => false,
    });
}
