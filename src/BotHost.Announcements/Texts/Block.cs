using System.Collections.Immutable;

namespace BotHost.Announcements.Texts;

/// <summary>One block of rich text.</summary>
public abstract record Block
{
    private Block()
    {
    }

    public sealed record Paragraph(ImmutableArray<Inline> Content) : Block;

    /// <param name="Level">1 (largest) to 6.</param>
    /// <param name="Content">The heading's words.</param>
    public sealed record Heading(int Level, ImmutableArray<Inline> Content) : Block;

    /// <param name="FirstNumber">The first item's number; null for bullets.</param>
    /// <param name="Items">Each item is a list of blocks.</param>
    public sealed record List(int? FirstNumber, ImmutableArray<ImmutableArray<Block>> Items) : Block;

    public sealed record Quote(ImmutableArray<Block> Content) : Block;

    public sealed record Code(string Text, string? Language = null) : Block;
}
