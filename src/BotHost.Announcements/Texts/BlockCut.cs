using System.Collections.Immutable;

namespace BotHost.Announcements.Texts;

/// <summary>Takes from the front of a row of blocks as much as fits.</summary>
internal static class BlockCut
{
    /// <summary>What fits, and the rest; null where nothing does.</summary>
    public static (ImmutableArray<Block> Head, ImmutableArray<Block> Tail)? At(ImmutableArray<Block> blocks, Func<ImmutableArray<Block>, bool> fits)
    {
        var count = Longest.Fitting(blocks.Length, index => fits(blocks[..(index + 1)])) + 1;
        if (count == blocks.Length)
        {
            return (blocks, []);
        }

        // Only what no piece could hold as a whole is parted; and behind other blocks no word is torn, because the next piece has more room.
        var next = blocks[count];
        if ((count == 0 || !fits([next])) && Part(next, head => fits(blocks[..count].Add(head)), tears: count == 0) is { } parted)
        {
            return (blocks[..count].Add(parted.Head), blocks[(count + 1)..].Insert(0, parted.Tail));
        }

        var end = count;
        while (end > 0 && blocks[end - 1] is Block.Heading)
        {
            end--;
        }

        end = end == 0 ? count : end;
        return end == 0 ? null : (blocks[..end], blocks[end..]);
    }

    private static (Block Head, Block Tail)? Part(Block block, Func<Block, bool> fits, bool tears)
    {
        switch (block)
        {
            case Block.Paragraph paragraph:
                return Part(paragraph.Content, content => new Block.Paragraph(content), fits, tears);
            case Block.Heading heading:
                return Part(heading.Content, content => heading with { Content = content }, fits, tears);
            case Block.Quote quote:
                return At(quote.Content, blocks => fits(new Block.Quote(blocks))) is { } cut && !cut.Tail.IsEmpty
                    ? (new Block.Quote(cut.Head), new Block.Quote(cut.Tail))
                    : null;
            case Block.Code code:
                return Part(code, fits);
            case Block.List list:
                return Part(list, fits);
            default:
                return null;
        }
    }

    private static (Block Head, Block Tail)? Part(ImmutableArray<Inline> content, Func<ImmutableArray<Inline>, Block> make, Func<Block, bool> fits, bool tears)
    {
        var words = InlineCut.Words(content);
        return Best(words, place => fits(make(InlineCut.At(content, place).Head)), tears) is { } best
            && InlineCut.At(content, best) is { Head.IsEmpty: false, Tail.IsEmpty: false } cut
            ? (make(cut.Head), make(cut.Tail))
            : null;
    }

    private static (Block Head, Block Tail)? Part(Block.Code code, Func<Block, bool> fits)
    {
        var lines = Enumerable.Range(1, Math.Max(0, code.Text.Length - 1)).Where(index => code.Text[index - 1] == '\n').ToList();
        return (Last(lines, Fits) ?? Last(BreakPlaces.Graphemes(code.Text), Fits)) is { } best
            ? (code with { Text = code.Text[..best].TrimEnd('\n') }, code with { Text = code.Text[best..] })
            : null;

        bool Fits(int place) => fits(code with { Text = code.Text[..place].TrimEnd('\n') });
    }

    private static (Block Head, Block Tail)? Part(Block.List list, Func<Block, bool> fits)
    {
        var count = Longest.Fitting(list.Items.Length, index => fits(list with { Items = list.Items[..(index + 1)] })) + 1;
        if (count > 0 && count < list.Items.Length)
        {
            return (list with { Items = list.Items[..count] }, From(list, count, list.Items[count..]));
        }

        // Not even the first item: it is parted itself, and goes on below its own number.
        return count == 0 && !list.Items.IsEmpty
            && At(list.Items[0], blocks => fits(list with { Items = [blocks] })) is { } cut && !cut.Tail.IsEmpty
            ? (list with { Items = [cut.Head] }, From(list, 0, list.Items.SetItem(0, cut.Tail)))
            : null;
    }

    private static Block.List From(Block.List list, int skipped, ImmutableArray<ImmutableArray<Block>> items) =>
        new(list.FirstNumber + skipped, items);

    private static int? Best(string words, Func<int, bool> fits, bool tears) =>
        Last(BreakPlaces.Sentences(words), fits) ?? Last(BreakPlaces.Words(words), fits) ?? (tears ? Last(BreakPlaces.Graphemes(words), fits) : null);

    private static int? Last(List<int> places, Func<int, bool> fits) =>
        Longest.Fitting(places.Count, index => fits(places[index])) is >= 0 and var best ? places[best] : null;
}
