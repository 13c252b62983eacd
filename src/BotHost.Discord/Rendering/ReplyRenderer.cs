using BotHost.Announcements.Commands;
using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rendering;

/// <summary>Makes an answer a message that always fits and never pings. Pure.</summary>
internal static class ReplyRenderer
{
    private const string Nothing = "…";

    public static MessageBody Render(Reply reply)
    {
        var content = BlockMarkdown.Write(reply.Content.IsEmpty ? [] : reply.Content.Blocks);
        var embeds = new List<Embed>();
        var room = DiscordLimits.EmbedTotal;
        if (Measure.CodePoints(content) > DiscordLimits.Content)
        {
            // A preview below still needs the larger half of what all frames may hold together.
            var most = reply.Preview is null ? DiscordLimits.EmbedDescription : DiscordLimits.Content;
            var text = ReplyText.Fit(reply.Content, most);
            embeds.Add(new Embed(null, null, text));
            room -= Measure.CodePoints(text);
            content = "";
        }

        if (reply.Preview is { } preview)
        {
            content = WithLead(content, preview);
            AddPreview(embeds, preview, room);
        }

        var buttons = Buttons.Of(reply.Actions)
            .Concat(Buttons.Of(reply.Links))
            .Concat(Buttons.Of(reply.Preview?.Buttons ?? []))
            .Where(button => Measure.CodePoints(button.Url ?? "") <= DiscordLimits.ButtonUrl);
        return new MessageBody
        {
            Content = content.Length == 0 && embeds.Count == 0 ? Nothing : content,

            // Written even when empty: an answer may take the place of a message that had frames and buttons.
            Embeds = [.. embeds],
            Components = Buttons.Rows(buttons),
            AllowedMentions = AllowedMentions.Nobody,
        };
    }

    private static string WithLead(string content, Post preview)
    {
        var lead = EmbedLayout.LineOf(preview);
        var both = content.Length == 0 ? lead : $"{content}\n\n{lead}";
        return Measure.CodePoints(both) <= DiscordLimits.Content ? both : content;
    }

    private static void AddPreview(List<Embed> embeds, Post preview, int room)
    {
        var frame = PostFrame.Of(preview.Body);
        var most = Math.Min(DiscordLimits.EmbedDescription, room - Measure.CodePoints(frame.Head));
        if (PostFrame.Around(frame.Head, ReplyText.Fit(frame.Text, most)) is { } embed)
        {
            embeds.Add(embed);
        }
    }
}
