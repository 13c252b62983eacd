using System.Buffers;
using BotHost.Announcements.Texts;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;

namespace BotHost.Posts.Reading;

/// <summary>Reads Markdown through Markdig's syntax tree; its HTML is never made.</summary>
internal sealed class MarkdigReader : IMarkdownReader
{
    /// <summary>Longer texts are read as plain paragraphs, so that a text cannot hold up the bot.</summary>
    public const int MaxLength = 100_000;

    /// <summary>Characters that may be markup. Unpaired ones cost the square of their number, and no honest text has so many.</summary>
    public const int MaxMarks = 10_000;

    /// <summary>Unfinished link targets cost more still.</summary>
    public const int MaxLinkTargets = 500;

    /// <summary>What may be markup.</summary>
    public static readonly SearchValues<char> Marks = SearchValues.Create("*_~[]`|<>");

    private static readonly MarkdownPipeline Pipeline = Builder().Build();

    /// <summary>Knows where in the text each run stands, which costs more.</summary>
    private static readonly MarkdownPipeline PlacedPipeline = Builder().UsePreciseSourceLocation().Build();

    public RichText Read(string markdown, Action<DroppedLink>? dropped = null)
    {
        ArgumentNullException.ThrowIfNull(markdown);

        var text = CleanText.Lines(markdown);
        if (text.Length > MaxLength || CostsTooMuch(text))
        {
            return PlainParagraphs.Read(text);
        }

        try
        {
            var links = dropped is null ? null : new DroppedLinks();
            var read = Parse(text, new Slots(), links);
            links?.Tell(markdown, dropped!);
            return read;
        }
        catch (ArgumentException)
        {
            // Markdig's one refusal: elements that nest deeper than any reader would follow.
            return PlainParagraphs.Read(text);
        }
    }

    /// <summary>Reads a text whose values are clean and escaped, and puts prepared content where it holds their marks.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="slots">The prepared content.</param>
    /// <param name="dropped">Takes the links that lead nowhere; null: nobody wants to know.</param>
    public static RichText Parse(string markdown, Slots slots, DroppedLinks? dropped = null) =>
        new(new BlockReader(slots, dropped).Read(Markdown.Parse(markdown, dropped is null ? Pipeline : PlacedPipeline)));

    /// <summary>The syntax of a text with the places of its parts; null where it is too much to be read as Markdown.</summary>
    public static MarkdownDocument? TreeOf(string markdown)
    {
        try
        {
            return markdown.Length > MaxLength || CostsTooMuch(markdown) ? null : Markdown.Parse(markdown, PlacedPipeline);
        }
        catch (ArgumentException)
        {
            // Elements nest too deep, as above.
            return null;
        }
    }

    private static bool CostsTooMuch(ReadOnlySpan<char> text) =>
        text.CountAny(Marks) > MaxMarks || text.Count("](") > MaxLinkTargets;

    private static MarkdownPipelineBuilder Builder()
    {
        var builder = new MarkdownPipelineBuilder()
            .DisableHtml()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseCjkFriendlyEmphasis()
            .UsePipeTables();
        builder.InlineParsers.Insert(0, new BareUrlParser());
        return builder;
    }
}
