using System.Collections.Immutable;
using BotHost.Announcements.Texts;

namespace BotHost.Telegram.Rendering;

/// <summary>Makes more pieces of a text than it needs, where so many messages stand that are to say it.</summary>
internal static class PieceFiller
{
    /// <summary>What is shorter is not parted inside a block: that would leave crumbs.</summary>
    private const int ShortestToPart = 200;

    /// <summary>So many pieces, of which the longest ones are halved; empty ones at the end where nothing is left to part.</summary>
    /// <param name="pieces">The pieces, fewer than there are to be.</param>
    /// <param name="count">How many there are to be.</param>
    /// <param name="length">How long a piece is for its readers.</param>
    public static ImmutableArray<RichText> Fill(ImmutableArray<RichText> pieces, int count, Func<RichText, int> length)
    {
        var filled = pieces;
        while (filled.Length < count)
        {
            var parted = filled
                .Select((piece, index) => (Index: index, Length: length(piece), Halves: Halves(piece, length)))
                .Where(candidate => candidate.Halves is not null)
                .OrderByDescending(candidate => candidate.Length)
                .FirstOrDefault();
            filled = parted.Halves is { } halves
                ? filled.RemoveAt(parted.Index).InsertRange(parted.Index, halves)
                : filled.Add(RichText.Empty);
        }

        return filled;
    }

    /// <summary>Parted between two blocks, as near to the middle as can be; where there is but one, inside it. Null where it stays whole.</summary>
    private static ImmutableArray<RichText>? Halves(RichText piece, Func<RichText, int> length)
    {
        var whole = length(piece);
        var blocks = piece.IsEmpty ? [] : piece.Blocks;
        var borders = Enumerable.Range(1, Math.Max(0, blocks.Length - 1)).Where(border => MayPart(blocks, border)).ToList();
        if (borders.Count > 0)
        {
            var middle = borders.MinBy(border => Math.Abs(whole - (2 * length(new RichText(blocks[..border])))));
            return [new RichText(blocks[..middle]), new RichText(blocks[middle..])];
        }

        return whole >= ShortestToPart
            && TextSplitter.Split(piece, (part, index) => index > 0 || 2 * length(part) <= whole) is { Length: 2 } halves
                ? halves
                : null;
    }

    /// <summary>Not below a heading, nor above a title that the opening line leads to; and there are words on both sides.</summary>
    private static bool MayPart(ImmutableArray<Block> blocks, int border) =>
        blocks[border - 1] is not Block.Heading
        && !(border == 1 && blocks[1] is Block.Heading { Level: 1 })
        && Words.Any(blocks[..border])
        && Words.Any(blocks[border..]);
}
