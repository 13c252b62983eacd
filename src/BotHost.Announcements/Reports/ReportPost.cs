using System.Collections.Immutable;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Reports;

/// <summary>Makes the posts of reports: a title, a few words, and a list that stays short enough for one message.</summary>
internal static class ReportPost
{
    public const int MostLines = 10;

    // Ten of these, with the words around them, are one message on every platform.
    private const int LongestLine = 250;

    public static Post Of(string title, IEnumerable<string> paragraphs, IReadOnlyCollection<string> lines, params ImmutableArray<ActionButton> actions)
    {
        var page = new Page();
        page.Then(RichText.Of(new Block.Heading(1, Page.Words(title))));
        foreach (var paragraph in paragraphs)
        {
            page.Paragraph(paragraph);
        }

        page.Bullets(lines.Take(MostLines).Select(line => Page.Words(Shortening.Shorten(line, LongestLine))));
        if (lines.Count > MostLines)
        {
            page.Paragraph($"and {lines.Count - MostLines} more; `plan --past` lists them.");
        }

        return new Post { Lead = Page.Words(title), Body = page.Build(), Actions = actions };
    }
}
