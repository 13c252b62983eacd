using System.Text.Json;
using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rendering;

/// <summary>Makes a post the payload of one message. Pure: the same post and channel give the same payload.</summary>
internal static class PostRenderer
{
    public static RenderResult Render(Post post, Channel channel)
    {
        var mention = DiscordMention.TryParse(post.Mention, out var parsed) ? parsed : null;
        var embed = PostEmbed.From(post.Body);
        var buttons = Buttons.Of(post.Actions).Concat(Buttons.Of(post.Buttons)).ToList();
        var message = new MessageBody
        {
            Content = ContentOf(post),
            Embeds = embed is null ? null : [embed],
            Components = buttons.Count == 0 ? null : Buttons.Rows(buttons),
            AllowedMentions = mention?.Allowed ?? AllowedMentions.Nobody,
            Flags = post.Silent || channel.Silent ? MessageFlags.SuppressNotifications : null,
        };
        return FirstExcess(message, buttons) is { } excess
            ? excess
            : new RenderResult.Fits([JsonSerializer.Serialize(message, DiscordJson.Shared.MessageBody)]);
    }

    /// <summary>The line outside the frame: the ping, where there is one, and the lead.</summary>
    public static string ContentOf(Post post)
    {
        var lead = InlineMarkdown.Write(post.Lead).Replace('\n', ' ').Trim();
        return DiscordMention.TryParse(post.Mention, out var mention) ? $"{mention.Text} {lead}".TrimEnd() : lead;
    }

    private static RenderResult.TooLong? FirstExcess(MessageBody message, List<Button> buttons)
    {
        var embed = message.Embeds?[0];
        var title = Measure.CodePoints(embed?.Title ?? "");
        var description = Measure.CodePoints(embed?.Description ?? "");
        return Excess("content", Measure.CodePoints(message.Content), DiscordLimits.Content)
            ?? Excess("embed description", description, DiscordLimits.EmbedDescription)
            ?? Excess("embed texts together", title + description, DiscordLimits.EmbedTotal)
            ?? Excess("buttons", buttons.Count, DiscordLimits.ButtonsInRow * DiscordLimits.Rows)
            ?? Excess("button url", buttons.Select(button => Measure.CodePoints(button.Url ?? "")).DefaultIfEmpty().Max(), DiscordLimits.ButtonUrl);
    }

    private static RenderResult.TooLong? Excess(string limit, int actual, int allowed) =>
        actual > allowed ? new RenderResult.TooLong(limit, actual, allowed) : null;
}
