using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;

namespace BotHost.Discord.Rendering;

/// <summary>The mention and the lead as a line, and the body in a frame below it, with the poster at its foot and the first usable photo in its corner.</summary>
internal sealed class EmbedLayout : ILayout
{
    private readonly string _line;
    private readonly Embed _head;
    private readonly Attachment[]? _files;

    public EmbedLayout(Post post)
    {
        var frame = PostFrame.Of(post.Body);
        var pictures = new ShownPictures();
        var poster = post.Picture is { } picture && ShownPictures.CanBeShown(picture) ? picture : null;
        var photo = post.Photos.IsDefaultOrEmpty ? null : post.Photos.FirstOrDefault(ShownPictures.CanBeShown);
        _line = LineOf(post);
        _head = frame.Head with
        {
            Image = pictures.InFrame(poster),
            Thumbnail = photo?.Mark == poster?.Mark ? null : pictures.InFrame(photo),
        };
        _files = pictures.Files;
        Text = frame.Text;
    }

    public RichText Text { get; }

    /// <summary>The line outside the frame: the ping, where there is one, and the lead.</summary>
    public static string LineOf(Post post)
    {
        var lead = Isolates.Balance(InlineMarkdown.Write(post.Lead, LinkPreviews.None).Replace('\n', ' ').Trim());
        return DiscordMention.TryParse(post.Mention, out var mention) ? $"{mention.Text} {lead}".TrimEnd() : lead;
    }

    public MessageBody Write(RichText piece, bool isFirst, string number)
    {
        var text = BlockMarkdown.Write(piece.Blocks) + number;
        var embed = PostFrame.Around(isFirst ? _head : new Embed(null, null, null), text);
        return new MessageBody
        {
            Content = isFirst ? _line : "",
            Embeds = embed is null ? null : [embed],
            Attachments = isFirst ? _files : null,
            AllowedMentions = AllowedMentions.Nobody,
        };
    }

    public RenderResult.TooLong? Excess(MessageBody message)
    {
        var embeds = message.Embeds ?? [];
        var description = embeds.Select(embed => Measure.CodePoints(embed.Description ?? "")).DefaultIfEmpty().Max();
        return Measure.Excess("content", Measure.CodePoints(message.Content), DiscordLimits.Content)
            ?? Measure.Excess("embed description", description, DiscordLimits.EmbedDescription)
            ?? Measure.Excess("embed texts together", embeds.Sum(Measure.CodePoints), DiscordLimits.EmbedTotal);
    }
}
