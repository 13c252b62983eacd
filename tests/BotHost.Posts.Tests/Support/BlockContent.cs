using System.Collections.Immutable;
using BotHost.Announcements.Texts;

namespace BotHost.Posts.Tests.Support;

internal static class BlockContent
{
    /// <summary>The runs of a paragraph or heading.</summary>
    public static ImmutableArray<Inline> Only(this Block block) => block switch
    {
        Block.Paragraph paragraph => paragraph.Content,
        Block.Heading heading => heading.Content,
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };
}
