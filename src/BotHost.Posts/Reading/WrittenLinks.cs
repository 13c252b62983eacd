using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BotHost.Posts.Reading;

/// <summary>Finds the links of a Markdown text with their places in it.</summary>
internal static class WrittenLinks
{
    /// <summary>In their order; none in a text that is too much to be read as Markdown.</summary>
    public static IReadOnlyList<WrittenLink> In(string markdown) =>
        MarkdigReader.TreeOf(markdown) is { } tree
            ? [.. tree.Descendants().Select(Of).OfType<WrittenLink>().OrderBy(link => link.Index)]
            : [];

    private static WrittenLink? Of(MarkdownObject part) => part switch
    {
        LinkInline link => new WrittenLink(link.Span.Start, WordsOf(link), link.GetDynamicUrl?.Invoke() ?? link.Url ?? ""),
        AutolinkInline { IsEmail: false } link => new WrittenLink(link.Span.Start, "", link.Url),
        _ => null,
    };

    private static string WordsOf(LinkInline link) => string.Concat(link.Descendants().Select(part => part switch
    {
        LiteralInline words => words.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AutolinkInline address => address.Url,
        LineBreakInline => " ",
        _ => "",
    }));
}
