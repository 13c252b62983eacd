using System.Collections.Immutable;
using BotHost.Announcements.Texts;
using BotHost.Posts.Reading;

namespace BotHost.Posts.Composing;

/// <summary>The beginning of a text, so that nobody takes it for the whole.</summary>
internal static class Unfinished
{
    private const string Ellipsis = "…";

    /// <summary>Ends in <c>…</c>, behind the last words where those are a paragraph, else on a line of its own.</summary>
    public static RichText Of(RichText beginning) => beginning.Blocks switch
    {
        { IsDefaultOrEmpty: true } => RichText.Empty,
        [.. var before, Block.Paragraph last] => new RichText([.. before, new Block.Paragraph(Ended(last.Content))]),
        _ => beginning.Then(RichText.Plain(Ellipsis)),
    };

    private static ImmutableArray<Inline> Ended(ImmutableArray<Inline> words)
    {
        if (words.LastOrDefault() is Inline.Text { Value: var text } && text.EndsWith('…'))
        {
            return words;
        }

        var run = new InlineRun();
        run.AddRange(words);
        run.Add(new Inline.Text(InlineRun.LastRune(words.LastOrDefault()) is { } end && Cjk.Is(end) ? Ellipsis : $" {Ellipsis}"));
        return run.ToImmutable();
    }
}
