using System.Collections.Immutable;
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

        ILayout layout = (StandingMessages.LayoutOf(post.Replaces) ?? channel.Layout) is Layouts.Plain ? new PlainLayout(shown, channel) : new EmbedLayout(shown);
        var whole = layout.Write(layout.Text, isFirst: true, "");
        var excess = layout.Excess(whole);
        IReadOnlyList<MessageBody>? messages = excess is null ? [whole] : null;
        if (post.MaySplit && (post.Messages > 1 || (excess is not null && post.Messages is null)))
        {
            messages = Parts(layout, post.Messages ?? 1) ?? messages;
        }

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

    // Null where some part would have no room for even one character, and where there is nothing to part.
    private static IReadOnlyList<MessageBody>? Parts(ILayout layout, int least)
    {
        if (Pieces(layout, most: int.MaxValue) is not { IsEmpty: false } pieces)
        {
            return null;
        }

        pieces = pieces.Length < least ? Spread(layout, least) ?? pieces : pieces;
        return [.. pieces.Select((piece, index) => layout.Write(piece, index == 0, pieces.Length == 1 ? "" : Number(index + 1, pieces.Length)))];
    }

    /// <summary>So many pieces, of about the same length, where fewer would do; null where the text cannot be parted like that.</summary>
    private static ImmutableArray<RichText>? Spread(ILayout layout, int count)
    {
        // More room never makes more pieces, so half of what is left is decided by each attempt.
        var (low, high) = (1, DiscordLimits.Content + DiscordLimits.EmbedTotal);
        ImmutableArray<RichText>? best = null;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var pieces = Pieces(layout, middle);
            if (pieces is { } parts && parts.Length <= count)
            {
                best = parts.Length == count ? parts : best;
                high = middle - 1;
            }
            else
            {
                low = middle + 1;
            }
        }

        return best;
    }

    private static ImmutableArray<RichText>? Pieces(ILayout layout, int most)
    {
        var widest = Number(MostParts, MostParts);
        return TextSplitter.Split(layout.Text, (piece, index) =>
            index < MostParts && layout.Write(piece, index == 0, widest) is var message && layout.Excess(message) is null && Measure.CodePoints(message) <= most);
    }

    private static string Number(int part, int parts) => string.Create(CultureInfo.InvariantCulture, $"\n\n({part}/{parts})");
}
