using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;

namespace BotHost.Discord.Rendering;

/// <summary>One text without a frame; the poster stands below it.</summary>
internal sealed class PlainLayout : ILayout
{
    private const int LargestHeading = 2;

    private readonly string _opening;
    private readonly string _between;
    private readonly Attachment[]? _files;
    private readonly int? _flags;
    private readonly LinkPreviews _previews;

    public PlainLayout(Post post, Channel channel)
    {
        var pictures = new ShownPictures();
        pictures.Below(post.Picture);
        _files = pictures.Files;

        var poster = channel.LinkPreview && post.Picture is { Content: null, Url: { } url } picture && ShownPictures.CanBeShown(picture) ? url : null;
        var hasPreviews = channel.LinkPreview && (post.LinkPreview is not null || poster is not null);
        _flags = hasPreviews ? null : MessageFlags.SuppressEmbeds;
        _previews = hasPreviews ? LinkPreviews.Of(post.LinkPreview, poster) : LinkPreviews.NotMarked;
        var (lead, text) = LeadWords.Of(post, _previews);
        Text = poster is null ? text : text.Then(RichText.Of(new Block.Paragraph([new Inline.Link(poster, [])])));
        var mention = DiscordMention.TryParse(post.Mention, out var parsed) ? parsed.Text : "";
        _opening = lead.Length == 0 || mention.Length == 0 ? mention + lead : $"{mention} {lead}";

        // A mention alone is no paragraph of its own.
        _between = lead.Length == 0 ? "\n" : "\n\n";
    }

    public RichText Text { get; }

    public MessageBody Write(RichText piece, bool isFirst, string number)
    {
        var text = isFirst && PostFrame.OpensByItself(piece) ? Opened(piece) : TextOf(piece.Blocks);
        var opening = isFirst ? _opening : "";
        var between = opening.Length == 0 || text.Length == 0 ? "" : _between;
        return new MessageBody
        {
            Content = opening + between + text + number,
            Attachments = isFirst ? _files : null,
            AllowedMentions = AllowedMentions.Nobody,
            Flags = _flags,
        };
    }

    public RenderResult.TooLong? Excess(MessageBody message) =>
        Measure.Excess("content", Measure.CodePoints(message.Content), DiscordLimits.Content);

    // The title sets itself off; an empty line would part it from the line above it, which belongs to it.
    private string Opened(RichText piece)
    {
        var kicker = TextOf(piece.Blocks[..1]);
        return kicker.Length == 0 ? TextOf(piece.Blocks) : $"{kicker}\n{TextOf(piece.Blocks[1..])}";
    }

    private string TextOf(ImmutableArray<Block> blocks) => BlockMarkdown.Write(blocks, LargestHeading, _previews);
}
