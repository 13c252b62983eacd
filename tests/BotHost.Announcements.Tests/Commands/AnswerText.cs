using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Tests.Commands;

/// <summary>Writes content down so that a test can show a whole answer.</summary>
internal static class AnswerText
{
    public static string Of(RichText text) => string.Join('\n', text.Blocks.Select(Of));

    private static string Of(Block block) => block switch
    {
        Block.Paragraph paragraph => Of(paragraph.Content),
        Block.Heading heading => $"# {Of(heading.Content)}",
        Block.List list => string.Join('\n', list.Items.Select(item => $"- {string.Join(' ', item.Select(Of))}")),
        _ => throw new ArgumentException($"Answers have no {block.GetType().Name} here.", nameof(block)),
    };

    private static string Of(IEnumerable<Inline> content) => string.Concat(content.Select(Of));

    private static string Of(Inline inline) => inline switch
    {
        Inline.Text text => text.Value,
        Inline.Styled styled => $"*{Of(styled.Content)}*",
        Inline.Link link => $"[{Of(link.Content)}]({link.Url})",
        Inline.Code code => $"`{code.Value}`",
        Inline.LineBreak => "\n",
        Inline.Time time => $"<{time.Instant} {time.Style}>",
        _ => throw new ArgumentException($"Answers have no {inline.GetType().Name} here.", nameof(inline)),
    };
}
