using System.Text.Json;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using BotHost.Telegram.BotApi;

namespace BotHost.Telegram.Rendering;

/// <summary>Makes the exact <c>sendMessage</c> of a post. Pure.</summary>
internal static class PostRenderer
{
    /// <summary>In UTF-16 units, as strings count; the platform counts code points, which are never more.</summary>
    public const int MaxText = 4096;

    public const string TextLimit = "message text";

    public static RenderResult Render(Post post, Channel channel)
    {
        var language = channel.Languages.IsDefaultOrEmpty ? "en" : channel.Languages[0];
        var writer = new EntityWriter();
        Write(writer, post, language, mayPing: true);
        var text = writer.Finish();
        if (text.IsEmpty)
        {
            // The platform takes no empty message, so a post without words is no message at all.
            return new RenderResult.Fits([]);
        }

        if (text.Text.Length > MaxText)
        {
            return new RenderResult.TooLong(TextLimit, text.Text.Length, MaxText);
        }

        var message = new SendMessage
        {
            ChatId = new ChatRef(channel.Address.Id),
            MessageThreadId = channel.Address.Thread is { } thread && TelegramAddress.TryThread(thread, out var number) ? number : null,
            Text = text.Text,
            Entities = text.EntityList,
            LinkPreviewOptions = new LinkPreviewOptions(IsDisabled: true),
            DisableNotification = post.Silent || channel.Silent ? true : null,
            ReplyMarkup = Keyboard.Of(post.Buttons, post.Actions),
        };
        return new RenderResult.Fits([JsonSerializer.Serialize(message, TelegramJson.Wire.SendMessage)]);
    }

    /// <summary>Writes mention, lead and body.</summary>
    /// <param name="writer">What has been written so far.</param>
    /// <param name="post">The post.</param>
    /// <param name="language">For the words of dates.</param>
    /// <param name="mayPing">False in a preview, where the mention is shown and reaches nobody.</param>
    public static void Write(EntityWriter writer, Post post, string language, bool mayPing)
    {
        var rich = new RichTextWriter(writer, language);
        if (Words.Any(post.Body.Blocks) || Words.Any(post.Lead))
        {
            if (TelegramAddress.MentionedName(post.Mention) is { } name)
            {
                writer.Write(name, guarded: !mayPing);
                writer.Break(1);
            }
        }

        if (Repeats(OpeningOf(post, language), LeadOf(post, language)))
        {
            rich.Write(post.Body);
            return;
        }

        rich.WriteBold(post.Lead);
        writer.Break(2);
        rich.Write(TellsTitle(post, language) ? new RichText(post.Body.Blocks.RemoveAt(0)) : post.Body);
    }

    /// <summary>Whether the lead holds the whole title already: then a heading below it would only say it twice.</summary>
    private static bool TellsTitle(Post post, string language)
    {
        if (post.Body.IsEmpty || post.Body.Blocks[0] is not Block.Heading heading)
        {
            return false;
        }

        var (title, lead) = (Normal(Words.Of(heading.Content, language)), LeadOf(post, language));
        var at = lead.IndexOf(title, StringComparison.OrdinalIgnoreCase);
        return title.Length > 0
            && at >= 0
            && (at == 0 || !char.IsLetterOrDigit(lead[at - 1]))
            && IsStartOf(title, lead[at..]);
    }

    /// <summary>Whether the body opens with all that the lead says.</summary>
    private static bool Repeats(string? opening, string lead) => !string.IsNullOrEmpty(opening) && IsStartOf(lead, opening);

    private static string LeadOf(Post post, string language) => Normal(Words.Of(post.Lead, language));

    private static string? OpeningOf(Post post, string language) =>
        post.Body.IsEmpty ? null : OpeningOf(post.Body.Blocks.FirstOrDefault(block => Words.Any([block])), language);

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
