using System.Text.Json;
using BotHost.Discord.Rendering;

namespace BotHost.Discord.History;

/// <summary>Compares what was sent with what stands there, and allows for what the platform changes on the way. Pure.</summary>
internal static class MessageMatch
{
    private const int Ordinary = 0;

    /// <summary>Whether the bot posted this itself. What answers somebody's command, or came through a webhook, is no post.</summary>
    public static bool IsPostOf(string userId, JsonElement message) =>
        message.Member("author").Text("id") == userId && message.Text("webhook_id").Length == 0 && message.Number("type") is null or Ordinary;

    public static Likeness Compare(MessageWords sent, MessageWords standing) =>
        SaysTheSame(sent, standing) ? Likeness.Same
        : !sent.Marks.IsEmpty && sent.Marks.SequenceEqual(standing.Marks) ? Likeness.Marked
        : Likeness.Other;

    private static bool SaysTheSame(MessageWords sent, MessageWords standing) =>
        sent.Content == standing.Content
        && sent.Buttons.SequenceEqual(standing.Buttons)
        && ShowsTheSameFrames(sent, standing)
        && (sent.HasWords || (!sent.Files.IsEmpty && sent.Files.All(standing.Files.Contains)));

    private static bool ShowsTheSameFrames(MessageWords sent, MessageWords standing)
    {
        // A moderator can take the frames off a message; then the rest has to do.
        if ((standing.Flags & ~sent.Flags & MessageFlags.SuppressEmbeds) != 0 && standing.Frames.IsEmpty)
        {
            return sent.Content.Length > 0 || !sent.Buttons.IsEmpty;
        }

        // The platform adds previews of linked pages behind the message's own frames.
        var own = standing.Frames.Where(frame => frame.IsOwn).ToList();
        return own.Count >= sent.Frames.Length
            && own.Take(sent.Frames.Length).Select(frame => frame.Words).SequenceEqual(sent.Frames.Select(frame => frame.Words))
            && own.Skip(sent.Frames.Length).All(frame => frame.Url.Length > 0 && standing.Content.Contains(frame.Url, StringComparison.OrdinalIgnoreCase));
    }
}
