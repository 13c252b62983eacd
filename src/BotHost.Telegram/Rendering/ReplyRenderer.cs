using BotHost.Announcements.Commands;
using BotHost.Telegram.BotApi;

namespace BotHost.Telegram.Rendering;

/// <summary>Makes the text and the buttons of an answer, always inside the limit. Pure.</summary>
internal static class ReplyRenderer
{
    private const string Divider = "———";

    /// <param name="reply">The answer.</param>
    /// <param name="locale">The asker's language; unknown: English.</param>
    public static RenderedReply Render(Reply reply, string? locale)
    {
        var language = string.IsNullOrEmpty(locale) ? "en" : locale;
        var writer = new EntityWriter();
        new RichTextWriter(writer, language).Write(reply.Content);
        if (reply.Preview is { } preview)
        {
            writer.Break(2);
            writer.Write(Divider, guarded: false);
            writer.Break(2);
            PostText.Write(writer, preview, language, mayPing: false);
        }

        var links = reply.Preview is null ? reply.Links : reply.Preview.Buttons.AddRange(reply.Links);
        return new RenderedReply(TextCut.Fit(writer.Finish(), TextRoom.Message.MaxLength), Keyboard.Of(links, reply.Actions));
    }
}

/// <summary>An answer in the platform's words, not yet bound to a chat.</summary>
internal sealed record RenderedReply(FormattedText Text, InlineKeyboard? Keyboard);
