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

    public static Post Of(string title, IEnumerable<string> paragraphs, IReadOnlyCollection<string> lines, params ImmutableArray<ActionButton> actions) =>
        List(title, paragraphs, [.. lines.Select(Line)], actions);

    /// <summary>The same with lines that hold times; whoever makes them keeps them short.</summary>
    public static Post List(
        string title, IEnumerable<string> paragraphs, IReadOnlyCollection<ImmutableArray<Inline>> lines, params ImmutableArray<ActionButton> actions)
    {
        var page = new Page();
        page.Then(RichText.Of(new Block.Heading(1, Page.Words(title))));
        foreach (var paragraph in paragraphs)
        {
            page.Paragraph(paragraph);
        }

        page.Bullets(lines.Take(MostLines));
        if (lines.Count > MostLines)
        {
            page.Paragraph(More(lines.Count));
        }

        return new Post { Lead = Page.Words(title), Body = page.Build(), Actions = actions };
    }

    /// <summary>The list as it is kept for the answer.</summary>
    public static string Shown(IReadOnlyCollection<ImmutableArray<Inline>> lines)
    {
        var shown = lines.Take(MostLines).Select(line => PlainText.Of(line, "en").ReplaceLineEndings(" "));
        return string.Join('\n', lines.Count > MostLines ? shown.Append(More(lines.Count)) : shown);
    }

    public static ImmutableArray<Inline> Line(string text) => Page.Words(Shortening.AtWord(text, LongestLine));

    private static string More(int count) => $"and {count - MostLines} more; `plan --past` lists them.";
}
