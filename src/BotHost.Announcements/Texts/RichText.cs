using System.Collections.Immutable;

namespace BotHost.Announcements.Texts;

/// <summary>Formatted text as content, without any platform's markup.</summary>
public sealed record RichText(ImmutableArray<Block> Blocks)
{
    public static RichText Empty { get; } = new(ImmutableArray<Block>.Empty);

    public bool IsEmpty => Blocks.IsDefaultOrEmpty;

    public static RichText Of(params ReadOnlySpan<Block> blocks) => new([.. blocks]);

    /// <summary>One paragraph of plain text.</summary>
    public static RichText Plain(string text) => Of(new Block.Paragraph([new Inline.Text(text)]));

    /// <summary>This text followed by the other one.</summary>
    public RichText Then(RichText next) => new(Blocks.AddRange(next.Blocks));

    public bool Equals(RichText? other) => other is not null && Blocks.AsSpan().SequenceEqual(other.Blocks.AsSpan());

    public override int GetHashCode() => Blocks.IsDefaultOrEmpty ? 0 : HashCode.Combine(Blocks.Length, Blocks[0]);
}
