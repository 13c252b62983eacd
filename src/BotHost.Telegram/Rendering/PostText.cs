using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;

namespace BotHost.Telegram.Rendering;

/// <summary>Writes the words of a post: whom it calls, its one-line lead unless the body opens with as much, and the body.</summary>
internal static class PostText
{
    /// <summary>Writes mention, lead and body.</summary>
    /// <param name="writer">What has been written so far.</param>
    /// <param name="post">The post.</param>
    /// <param name="language">For the words of dates.</param>
    /// <param name="mayPing">False in a preview, where the mention is shown and reaches nobody.</param>
    public static void Write(EntityWriter writer, Post post, string language, bool mayPing)
    {
        var rich = new RichTextWriter(writer, language);
        if (MentionOf(post) is { } name && (Words.Any(post.Body.Blocks) || Words.Any(post.Lead)))
        {
            writer.Write(name, guarded: !mayPing);
            writer.Break(1);
        }

        if (OpensByItself(post.Body))
        {
            rich.Write(post.Body);
            return;
        }

        var lead = Normal(Words.Of(post.Lead, language));
        var opening = post.Body.IsEmpty ? null : OpeningOf(post.Body.Blocks.FirstOrDefault(Words.Any), language);
        if (!string.IsNullOrEmpty(opening) && IsStartOf(lead, opening))
        {
            rich.Write(post.Body);
            return;
        }

        rich.WriteBold(post.Lead);
        writer.Break(2);
        rich.Write(TellsTitle(lead, post.Body, language) ? new RichText(post.Body.Blocks.RemoveAt(0)) : post.Body);
    }

    /// <summary>The public name that this post calls; null: nobody.</summary>
    public static string? MentionOf(Post post) => TelegramAddress.MentionedName(post.Mention);

    /// <summary>A line above the title (which series, which number) makes an opening of its own: a lead above it would say the title twice.</summary>
    private static bool OpensByItself(RichText body) =>
        !body.IsEmpty && body.Blocks is [Block.Paragraph kicker, Block.Heading { Level: 1 } title, ..] && Words.Any(kicker) && Words.Any(title);

    /// <summary>Whether the lead holds the whole title already: then a heading below it would only say it twice.</summary>
    private static bool TellsTitle(string lead, RichText body, string language)
    {
        if (body.IsEmpty || body.Blocks[0] is not Block.Heading heading)
        {
            return false;
        }

        var title = Normal(Words.Of(heading.Content, language));
        var at = lead.IndexOf(title, StringComparison.OrdinalIgnoreCase);
        return title.Length > 0
            && at >= 0
            && (at == 0 || !char.IsLetterOrDigit(lead[at - 1]))
            && IsStartOf(title, lead[at..]);
    }

    private static string? OpeningOf(Block? block, string language) => block switch
    {
        Block.Heading heading => Normal(Words.Of(heading.Content, language)),
        Block.Paragraph paragraph => Normal(Words.Of(paragraph.Content, language)),
        _ => null,
    };

    /// <summary>Whole words only: "Art" is no start of "Artists".</summary>
    private static bool IsStartOf(string start, string text) =>
        text.StartsWith(start, StringComparison.OrdinalIgnoreCase)
        && (text.Length == start.Length || start.Length == 0 || !char.IsLetterOrDigit(text[start.Length]));

    private static string Normal(string text) =>
        string.Join(' ', CleanText.Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
