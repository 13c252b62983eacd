using System.Globalization;
using System.Text.Json;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;

namespace BotHost.Discord.Rendering;

/// <summary>Makes a post the payload of one message, or of several where it may be parted. Pure: the same post and channel give the same payloads.</summary>
internal static class PostRenderer
{
    // What is kept free for the number of a part, whose width is known only when all of them are.
    private const int MostParts = 99;

    public static RenderResult Render(Post post, Channel channel)
    {
        if (!VisibleWords.Any(post.Lead) && !VisibleWords.Any(post.Body.Blocks))
        {
            // The platform takes no empty message, so a post without words is no message at all.
            return new RenderResult.Fits([]);
        }

        var shown = LongLinks.IntoText(post);
        var buttons = Buttons.Of(shown.Actions).Concat(Buttons.Of(shown.Buttons)).ToList();
        if (Measure.Excess("buttons", buttons.Count, DiscordLimits.ButtonsInRow * DiscordLimits.Rows) is { } tooMany)
        {
            return tooMany;
        }

        ILayout layout = channel.Layout is Layouts.Plain ? new PlainLayout(shown, channel) : new EmbedLayout(shown);
        var whole = layout.Write(layout.Text, isFirst: true, "");
        var excess = layout.Excess(whole);
        var messages = excess is null ? [whole] : post.MaySplit ? Parts(layout) : null;
        return messages is null
            ? excess!
            : new RenderResult.Fits([.. messages.Select((message, index) => Payload(message, index == 0, index == messages.Count - 1))]);

        string Payload(MessageBody message, bool isFirst, bool isLast) => JsonSerializer.Serialize(
            message with
            {
                Components = isLast && buttons.Count > 0 ? Buttons.Rows(buttons) : null,
                AllowedMentions = isFirst && DiscordMention.TryParse(post.Mention, out var mention) ? mention.Allowed : AllowedMentions.Nobody,
                Flags = post.Silent || channel.Silent ? (message.Flags ?? 0) | MessageFlags.SuppressNotifications : message.Flags,
            },
            DiscordJson.Shared.MessageBody);
    }

    // Null where some part would have no room for even one character.
    private static IReadOnlyList<MessageBody>? Parts(ILayout layout)
    {
        var widest = Number(MostParts, MostParts);
        var pieces = TextSplitter.Split(layout.Text, (piece, index) => index < MostParts && layout.Excess(layout.Write(piece, index == 0, widest)) is null);
        return pieces is { } parts ? [.. parts.Select((piece, index) => layout.Write(piece, index == 0, Number(index + 1, parts.Length)))] : null;
    }

    private static string Number(int part, int parts) => string.Create(CultureInfo.InvariantCulture, $"\n\n({part}/{parts})");
}
