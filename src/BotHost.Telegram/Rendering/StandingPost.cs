using BotHost.Announcements.Platforms;
using BotHost.Telegram.BotApi;

namespace BotHost.Telegram.Rendering;

/// <summary>
/// The shape of the messages that a correction replaces, which it keeps: no edit makes a picture of a text, a text of a picture,
/// or one message of two.
/// </summary>
/// <param name="Messages">How many there are.</param>
/// <param name="Photo">The name of the picture that the first of them shows; null: all of them are texts.</param>
/// <param name="OpensBelowPhoto">Whether the text opens below that picture; else the picture stands alone, or with whom it calls.</param>
internal sealed record StandingPost(int Messages, string? Photo, bool OpensBelowPhoto)
{
    /// <summary>How many of the messages hold text.</summary>
    public int Texts => Photo is null || OpensBelowPhoto ? Messages : Messages - 1;

    /// <summary>Null where the post is new.</summary>
    public static StandingPost? Of(Post post)
    {
        if (post.Messages is not { } messages)
        {
            return null;
        }

        var first = RecordedMessage.TryRead(post.Replaces[0]);

        // A text that goes on in the next message ends with its number on a line of its own; whom a picture calls is one line.
        return new StandingPost(messages, first?.Picture, messages == 1 || first?.Text("caption")?.Contains('\n', StringComparison.Ordinal) is true);
    }
}
