using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;

namespace BotHost.Discord.Rendering;

/// <summary>One way to set a post.</summary>
internal interface ILayout
{
    /// <summary>The text that may be parted into several messages.</summary>
    RichText Text { get; }

    /// <summary>A message with a piece of that text; buttons, pings and sounds are not its business.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="isFirst">Whether it stands at the head: then it has what surrounds the text.</param>
    /// <param name="number">What ends the message, on a line of its own; empty: nothing.</param>
    MessageBody Write(RichText piece, bool isFirst, string number);

    /// <summary>The first limit that its texts break.</summary>
    RenderResult.TooLong? Excess(MessageBody message);
}
