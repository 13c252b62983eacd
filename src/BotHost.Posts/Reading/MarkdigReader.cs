using System.Buffers;
using BotHost.Announcements.Texts;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

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

    private static readonly MarkdownPipeline Pipeline = Build();

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
            return Parse(text, new Slots());
        }
        catch (ArgumentException)
        {
            // Markdig's one refusal: elements that nest deeper than any reader would follow.
            return PlainParagraphs.Read(text);
        }
    }

    /// <summary>Reads a text whose values are clean and escaped, and puts prepared content where it holds their marks.</summary>
    public static RichText Parse(string markdown, Slots slots) =>
        new(new BlockReader(slots).Read(Markdown.Parse(markdown, Pipeline)));

    private static bool CostsTooMuch(ReadOnlySpan<char> text) =>
        text.CountAny(Marks) > MaxMarks || text.Count("](") > MaxLinkTargets;

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder()
            .DisableHtml()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseCjkFriendlyEmphasis()
            .UsePipeTables();
        builder.InlineParsers.Insert(0, new BareUrlParser());
        return builder.Build();
    }
}
