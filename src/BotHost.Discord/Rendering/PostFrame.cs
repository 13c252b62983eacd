using System.Collections.Immutable;
using BotHost.Announcements.Texts;

namespace BotHost.Discord.Rendering;

/// <summary>A post's body for a frame: what is set apart above it, and the text that stands in it. Pure.</summary>
/// <param name="Head">Author and title, where the body opens with something that can stand there; without a description.</param>
/// <param name="Text">The rest.</param>
internal sealed record PostFrame(Embed Head, RichText Text)
{
    private static readonly Embed Nothing = new(null, null, null);

    public static PostFrame Of(RichText body) => body.IsEmpty ? new PostFrame(Nothing, body) : body.Blocks switch
    {
        [Block.Paragraph kicker, Block.Heading { Level: 1 } heading, ..] => Opened(body, kicker, heading),
        [Block.Heading heading, ..] when TitleOf(heading) is { } title => new PostFrame(title, new RichText(body.Blocks[1..])),
        _ => new PostFrame(Nothing, body),
    };

    /// <summary>Whether the body opens as an announcement of its own: a line above its title, and the title.</summary>
    public static bool OpensByItself(RichText body) => !body.IsEmpty && body.Blocks is [Block.Paragraph, Block.Heading { Level: 1 }, ..];

    /// <summary>The frame around a text; null where there would be nothing in it. The limits are not checked here.</summary>
    public static Embed? Around(Embed head, string text)
    {
        var embed = text.Length == 0 ? head : head with { Description = text };
        return embed == Nothing ? null : embed;
    }

    private static PostFrame Opened(RichText body, Block.Paragraph kicker, Block.Heading heading)
    {
        if (TitleOf(heading) is not { } title)
        {
            return new PostFrame(Nothing, body);
        }

        // A line that needs more than plain words stays in the text, below the title.
        return AuthorOf(kicker) is { } author
            ? new PostFrame(title with { Author = author }, new RichText(body.Blocks[2..]))
            : new PostFrame(title, new RichText(body.Blocks.RemoveAt(1)));
    }

    private static EmbedAuthor? AuthorOf(Block.Paragraph kicker) =>
        WordsOf(kicker.Content) is var (words, url) && words.Length > 0 && Measure.CodePoints(words) <= DiscordLimits.EmbedAuthor
            ? new EmbedAuthor(words, url)
            : null;

    private static Embed? TitleOf(Block.Heading heading) =>
        WordsOf(heading.Content) is var (words, url)
        && PlainEscape.Escape(words) is { Length: > 0 } title
        && Measure.CodePoints(title) <= DiscordLimits.EmbedTitle
            ? new Embed(title, url, null)
            : null;

    // Null where plain words and one link around them all would not say everything: a moment in the reader's zone, a link within.
    private static (string Words, string? Url)? WordsOf(ImmutableArray<Inline> content)
    {
        if (!VisibleWords.Any(content) || HoldsTime(content))
        {
            return null;
        }

        var words = Isolates.Balance(CleanWords.Of(PlainWords.Of(content)).ReplaceLineEndings(" ").Trim());
        if (OnlyLink(content) is not { } link)
        {
            return HoldsLink(content) ? null : (words, null);
        }

        if (Measure.CodePoints(link.Url.AbsoluteUri) > DiscordLimits.EmbedUrl)
        {
            return null;
        }

        words = LinkWords.Visible(words, link.Url);
        return (LinkWords.HostToShow(words, link.Url) is { } host ? $"{words} ({host})" : words, link.Url.AbsoluteUri);
    }

    private static Inline.Link? OnlyLink(ImmutableArray<Inline> content)
    {
        var visible = content.Where(inline => inline is not Inline.Text { Value: var words } || !PlainEscape.IsBlank(words)).ToList();
        return visible switch
        {
            [Inline.Link link] when LinkWords.IsWeb(link.Url) => link,
            [Inline.Styled styled] => OnlyLink(styled.Content),
            _ => null,
        };
    }

    private static bool HoldsLink(ImmutableArray<Inline> content) => content.Any(inline => inline switch
    {
        Inline.Styled styled => HoldsLink(styled.Content),
        Inline.Link link => LinkWords.IsWeb(link.Url),
        _ => false,
    });

    private static bool HoldsTime(ImmutableArray<Inline> content) => content.Any(inline => inline switch
    {
        Inline.Time => true,
        Inline.Styled styled => HoldsTime(styled.Content),
        Inline.Link link => HoldsTime(link.Content),
        _ => false,
    });
}
