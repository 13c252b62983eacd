using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BotHost.Announcements.Texts;

namespace BotHost.Discord.Rendering;

/// <summary>Writes blocks in the platform's markup. Pure.</summary>
internal static class BlockMarkdown
{
    private const int SmallestHeading = 3;

    // The platform nests no deeper, and numbers no list outside these bounds.
    private const int DeepestList = 10;
    private const int LeastNumber = 1;
    private const int MostNumber = 1_000_000_000;

    /// <param name="blocks">The blocks.</param>
    /// <param name="largestHeading">The number of signs before the largest heading; smaller ones follow it down to the smallest that there is.</param>
    /// <param name="previews">Which of its links may be previewed.</param>
    public static string Write(ImmutableArray<Block> blocks, int largestHeading = SmallestHeading, LinkPreviews? previews = null) =>
        Write(blocks, "\n\n", new Place(largestHeading, InQuote: false, ListDepth: 0, previews));

    private static string Write(ImmutableArray<Block> blocks, string between, Place place)
    {
        if (blocks.IsDefaultOrEmpty)
        {
            return "";
        }

        if (blocks.Length == 1)
        {
            return Write(blocks[0], place);
        }

        var text = new StringBuilder();
        Block? before = null;
        foreach (var block in blocks)
        {
            var words = Write(block, place);
            if (words.Length == 0)
            {
                continue;
            }

            text.Append(before is null ? "" : Between(before, block, between)).Append(words);
            before = block;
        }

        return text.ToString();
    }

    private static string Between(Block before, Block block, string usual) => (before, block) switch
    {
        // The platform sets a heading off by itself; an empty line below would part it from what it stands above.
        (Block.Heading { Level: <= SmallestHeading }, _) => "\n",

        // Blank lines alone would let the second list go on with the numbers of the first.
        (Block.List, Block.List) => $"\n{PlainEscape.ZeroWidthSpace}\n",
        _ => usual,
    };

    private static string Write(Block block, Place place) => block switch
    {
        Block.Paragraph paragraph => Isolates.Balance(InlineMarkdown.Write(paragraph.Content, place.Previews).Trim()),
        Block.Heading heading => Heading(heading, place),
        Block.List list => VisibleWords.Any([list]) ? string.Join('\n', Lines(list, place)) : "",

        // The platform knows one level of quotes, and none in lists: there it would show the sign.
        Block.Quote quote when place.ListDepth > 0 => Write(quote.Content, "\n", place),
        Block.Quote quote when place.InQuote => Write(quote.Content, "\n\n", place),
        Block.Quote quote => Quote(Write(quote.Content, "\n\n", place with { InQuote = true })),
        Block.Code code => CodeMarkdown.Fence(code),
        _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}."),
    };

    private static string Heading(Block.Heading heading, Place place)
    {
        var isBold = heading.Level > SmallestHeading;
        var content = isBold ? [new Inline.Styled(TextStyle.Strong, heading.Content)] : heading.Content;
        var words = Isolates.Balance(InlineMarkdown.Write(content, place.Previews).Replace('\n', ' ').Trim());
        var signs = Math.Min(place.LargestHeading + heading.Level - 1, SmallestHeading);
        return words.Length == 0 || isBold ? words : $"{new string('#', signs)} {words}";
    }

    private static IEnumerable<string> Lines(Block.List list, Place place)
    {
        for (var index = 0; index < list.Items.Length; index++)
        {
            var item = list.Items[index];
            var isDeepest = place.ListDepth + 1 >= DeepestList;
            var own = isDeepest ? [.. item.Where(block => block is not Block.List)] : item;
            var text = Write(own, "\n", place with { ListDepth = place.ListDepth + 1 });
            if (text.Length > 0)
            {
                var marker = list.FirstNumber is { } first ? Number((long)first + index) : "- ";
                yield return marker + text.Replace("\n", "\n" + new string(' ', marker.Length), StringComparison.Ordinal);
            }
            else if (list.FirstNumber is { } first)
            {
                // The platform counts by itself: an item left out would move all others.
                yield return Number((long)first + index) + PlainEscape.ZeroWidthSpace;
            }

            foreach (var line in isDeepest ? item.OfType<Block.List>().SelectMany(deeper => Lines(deeper, place)) : [])
            {
                yield return line;
            }
        }
    }

    private static string Number(long number) =>
        number.ToString(CultureInfo.InvariantCulture) + (number is >= LeastNumber and <= MostNumber ? ". " : "\\. ");

    private static string Quote(string text) =>
        text.Length == 0 ? "" : "> " + text.Replace("\n", "\n> ", StringComparison.Ordinal);

    private readonly record struct Place(int LargestHeading, bool InQuote, int ListDepth, LinkPreviews? Previews);
}
