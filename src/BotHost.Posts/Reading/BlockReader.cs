using System.Collections.Immutable;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Block = BotHost.Announcements.Texts.Block;
using Inline = BotHost.Announcements.Texts.Inline;

namespace BotHost.Posts.Reading;

/// <summary>Turns Markdig's blocks into ours.</summary>
/// <param name="slots">What stands in the place of marks.</param>
/// <param name="dropped">Takes the links that lead nowhere; null: nobody wants to know.</param>
internal sealed class BlockReader(Slots slots, DroppedLinks? dropped = null)
{
    /// <summary>Lists and quotes inside more than this many others are read as part of the innermost.</summary>
    public const int MaxDepth = 10;

    public ImmutableArray<Block> Read(ContainerBlock container) => Read(container, 0);

    private ImmutableArray<Block> Read(ContainerBlock container, int depth)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var child in container)
        {
            Append(blocks, child, depth);
        }

        return blocks.ToImmutable();
    }

    private void Append(ImmutableArray<Block>.Builder blocks, Markdig.Syntax.Block block, int depth)
    {
        switch (block)
        {
            case HeadingBlock heading:
                AppendHeading(blocks, heading.Level, Inlines(heading));
                break;
            case ParagraphBlock paragraph:
                AppendParagraph(blocks, Inlines(paragraph));
                break;
            case CodeBlock code:
                blocks.Add(CodeOf(code));
                break;
            case Table table:
                AppendParagraph(blocks, Rows(table));
                break;
            case ListBlock list when depth < MaxDepth:
                blocks.Add(ListOf(list, depth + 1));
                break;
            case QuoteBlock quote when depth < MaxDepth:
                AppendQuote(blocks, Read(quote, depth + 1));
                break;
            case LinkReferenceDefinitionGroup or ThematicBreakBlock:
                break;
            case ContainerBlock container:
                blocks.AddRange(Read(container, depth));
                break;
            case LeafBlock leaf:
                AppendParagraph(blocks, [new Inline.Text(CleanText.Lines(leaf.Lines.ToString()))]);
                break;
        }
    }

    private ImmutableArray<Inline> Inlines(LeafBlock leaf) =>
        leaf.Inline is null ? [] : new InlineReader(slots, dropped).Read(leaf.Inline);

    private void AppendParagraph(ImmutableArray<Block>.Builder blocks, ImmutableArray<Inline> content)
    {
        if (slots.AsBlocks(content) is { } held)
        {
            blocks.AddRange(held);
            return;
        }

        var filled = slots.Fill(content, areLine: true);
        if (!filled.IsEmpty)
        {
            blocks.Add(new Block.Paragraph(filled));
        }
    }

    private void AppendHeading(ImmutableArray<Block>.Builder blocks, int level, ImmutableArray<Inline> content)
    {
        var filled = slots.Fill(content, areLine: true);
        if (!filled.IsEmpty)
        {
            blocks.Add(new Block.Heading(level, filled));
        }
    }

    private static void AppendQuote(ImmutableArray<Block>.Builder blocks, ImmutableArray<Block> content)
    {
        if (!content.IsEmpty)
        {
            blocks.Add(new Block.Quote(content));
        }
    }

    private Block.List ListOf(ListBlock list, int depth)
    {
        var items = list.OfType<ListItemBlock>().Select(item => Read(item, depth));
        return new Block.List(FirstNumber(list), [.. items]);
    }

    private static int? FirstNumber(ListBlock list)
    {
        if (!list.IsOrdered)
        {
            return null;
        }

        return int.TryParse(list.OrderedStart, out var first) ? first : 1;
    }

    private static Block.Code CodeOf(CodeBlock code)
    {
        var language = code is FencedCodeBlock { Info: { Length: > 0 } info } ? CleanText.Line(info) : null;
        return new Block.Code(CleanText.Lines(code.Lines.ToString()), language);
    }

    /// <summary>Chats have no tables: each row becomes a line.</summary>
    private ImmutableArray<Inline> Rows(Table table)
    {
        var lines = new InlineRun();
        foreach (var row in table.OfType<TableRow>())
        {
            if (row != table[0])
            {
                lines.Add(new Inline.LineBreak());
            }

            var cells = row.OfType<TableCell>().Select(cell => cell.OfType<LeafBlock>().SelectMany(leaf => Inlines(leaf)).ToImmutableArray()).ToList();
            // Short rows are filled up with cells that nobody wrote.
            var count = cells.FindLastIndex(cell => !cell.IsEmpty) + 1;
            for (var index = 0; index < count; index++)
            {
                lines.Text(index == 0 ? "" : " | ");
                lines.AddRange(cells[index]);
            }
        }

        return lines.ToImmutable();
    }
}
