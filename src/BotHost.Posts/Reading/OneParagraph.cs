using System.Collections.Immutable;
using BotHost.Announcements.Texts;

namespace BotHost.Posts.Reading;

/// <summary>A whole text as the runs of one paragraph, for places where only runs fit: each of its blocks begins on a line of its own.</summary>
internal static class OneParagraph
{
    public static ImmutableArray<Inline> Of(RichText content)
    {
        var run = new InlineRun();
        Append(run, content.Blocks);
        return run.ToImmutable();
    }

    private static void Append(InlineRun run, ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Append(run, block);
        }
    }

    private static void Append(InlineRun run, Block block)
    {
        switch (block)
        {
            case Block.Paragraph paragraph:
                AppendLine(run, paragraph.Content);
                break;
            case Block.Heading heading:
                AppendLine(run, heading.Content);
                break;
            case Block.Code code:
                AppendLine(run, [new Inline.Code(code.Text)]);
                break;
            case Block.Quote quote:
                Append(run, quote.Content);
                break;
            case Block.List list:
                foreach (var item in list.Items)
                {
                    Append(run, item);
                }

                break;
        }
    }

    private static void AppendLine(InlineRun run, ImmutableArray<Inline> content)
    {
        if (!run.IsEmpty)
        {
            run.Add(new Inline.LineBreak());
        }

        run.AddRange(content);
    }
}
