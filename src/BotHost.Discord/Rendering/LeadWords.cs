using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;

namespace BotHost.Discord.Rendering;

/// <summary>Sets the lead above a body in one text, so that nothing is said twice. Pure.</summary>
internal static class LeadWords
{
    /// <summary>The lead in the platform's markup, empty where the body says it by itself, and what of the body stands below it.</summary>
    public static (string Lead, RichText Body) Of(Post post, LinkPreviews previews)
    {
        var lead = Normal(PlainWords.Of(post.Lead));
        if (lead.Length == 0 || PostFrame.OpensByItself(post.Body) || IsStartOf(lead, OpeningOf(post.Body)))
        {
            return ("", post.Body);
        }

        var isHeadline = !post.Body.IsEmpty && post.Body.Blocks[0] is Block.Heading heading && TellsAll(lead, heading);
        ImmutableArray<Inline> bold = [new Inline.Styled(TextStyle.Strong, post.Lead)];
        return (Isolates.Balance(InlineMarkdown.Write(bold, previews).Replace('\n', ' ').Trim()), isHeadline ? new RichText(post.Body.Blocks[1..]) : post.Body);
    }

    // A heading that leads somewhere says more than its words.
    private static bool TellsAll(string lead, Block.Heading heading)
    {
        var title = Normal(PlainWords.Of(heading.Content));
        var at = lead.IndexOf(title, StringComparison.OrdinalIgnoreCase);
        return title.Length > 0
            && at >= 0
            && (at == 0 || !char.IsLetterOrDigit(lead[at - 1]))
            && IsStartOf(title, lead[at..])
            && heading.Content.All(inline => inline is not (Inline.Link or Inline.Styled));
    }

    private static string OpeningOf(RichText body) => body.IsEmpty ? "" : body.Blocks[0] switch
    {
        Block.Heading heading => Normal(PlainWords.Of(heading.Content)),
        Block.Paragraph paragraph => Normal(PlainWords.Of(paragraph.Content)),
        _ => "",
    };

    // Whole words only: "Art" is no start of "Artists".
    private static bool IsStartOf(string start, string text) =>
        text.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (text.Length == start.Length || !char.IsLetterOrDigit(text[start.Length]));

    private static string Normal(string text) =>
        string.Join(' ', Isolates.Without(CleanWords.Of(text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
