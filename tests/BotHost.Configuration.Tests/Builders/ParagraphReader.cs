using BotHost.Announcements.Texts;

namespace BotHost.Configuration.Tests.Builders;

/// <summary>One paragraph for each block of lines; enough where the Markdown itself is not the matter.</summary>
internal sealed class ParagraphReader : IMarkdownReader
{
    public RichText Read(string markdown, Action<DroppedLink>? dropped = null)
    {
        var blocks = markdown.Trim().Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        return new RichText([.. blocks.Select(text => new Block.Paragraph([new Inline.Text(text.Replace('\n', ' '))]))]);
    }

    public static string TextOf(RichText text) =>
        string.Join('\n', text.Blocks.OfType<Block.Paragraph>().Select(block => ((Inline.Text)block.Content[0]).Value));
}
