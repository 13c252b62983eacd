using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BotHost.Announcements.Texts;

namespace BotHost.Posts.Reading;

/// <summary>Content that is already rich text, and the marks that hold its places in a Markdown text.</summary>
/// <remarks>A mark is made of code points that Unicode keeps from ever being characters, and that cleaning takes out of every value: no text of a talk can forge one.</remarks>
internal sealed class Slots
{
    private const char Opening = '\uFDD0';
    private const char Closing = '\uFDD1';
    private const int MaxDigits = 9;

    private readonly List<RichText> _contents = [];

    /// <summary>Keeps a text and returns the mark of its place.</summary>
    public string Hold(RichText content)
    {
        _contents.Add(content);
        return string.Create(CultureInfo.InvariantCulture, $"{Opening}{_contents.Count - 1}{Closing}");
    }

    public string Hold(Inline content) => Hold(RichText.Of(new Block.Paragraph([content])));

    /// <summary>The blocks that take the place of a paragraph which is nothing but one mark.</summary>
    public ImmutableArray<Block>? AsBlocks(ImmutableArray<Inline> paragraph) => Whole(paragraph)?.Blocks;

    /// <summary>Puts what is held in place of the marks in these runs; a mark that holds nothing goes.</summary>
    /// <param name="inlines">The runs.</param>
    /// <param name="areLine">Whether they are a whole line, so that a mark which stands alone has no neighbours to be kept apart from.</param>
    public ImmutableArray<Inline> Fill(ImmutableArray<Inline> inlines, bool areLine)
    {
        if (!inlines.Any(HasMark))
        {
            return inlines;
        }

        if (areLine && Whole(inlines) is { } only)
        {
            return OneParagraph.Of(only);
        }

        var run = new InlineRun();
        foreach (var inline in inlines)
        {
            if (inline is Inline.Text text)
            {
                Fill(run, text.Value);
            }
            else
            {
                run.Add(inline);
            }
        }

        return run.ToImmutable();
    }

    /// <summary>Cleans a text and leaves the marks in it.</summary>
    public static string CleanAround(string text)
    {
        if (!text.Contains(Opening, StringComparison.Ordinal))
        {
            return Clean(text);
        }

        var clean = new StringBuilder(text.Length);
        var at = 0;
        while (NextMark(text, at) is { } mark)
        {
            clean.Append(Clean(text[at..mark.At])).Append(text, mark.At, mark.Length);
            at = mark.At + mark.Length;
        }

        return clean.Append(Clean(text[at..])).ToString();
    }

    private void Fill(InlineRun run, string text)
    {
        var at = 0;
        while (NextMark(text, at) is { } mark)
        {
            run.Text(text[at..mark.At]);
            at = mark.At + mark.Length;
            AddLines(run, mark.Index < _contents.Count ? OneParagraph.Of(_contents[mark.Index]) : []);
        }

        run.Text(text[at..]);
    }

    /// <summary>Each line is kept apart on its own, because a line end closes what was opened before it.</summary>
    private static void AddLines(InlineRun run, ImmutableArray<Inline> content)
    {
        for (var from = 0; from < content.Length;)
        {
            var to = from;
            while (to < content.Length && content[to] is not Inline.LineBreak)
            {
                to++;
            }

            var line = content[from..to];
            if (RightToLeft.IsIn(line))
            {
                run.Isolate(line);
            }
            else
            {
                run.AddRange(line);
            }

            if (to < content.Length)
            {
                run.Add(content[to]);
            }

            from = to + 1;
        }
    }

    private RichText? Whole(ImmutableArray<Inline> inlines) =>
        inlines is [Inline.Text only] && NextMark(only.Value, 0) is { At: 0 } mark && mark.Length == only.Value.Length && mark.Index < _contents.Count
            ? _contents[mark.Index]
            : null;

    private static string Clean(string text) => CleanText.Spaced(CleanText.Lines(text));

    private static bool HasMark(Inline inline) => inline is Inline.Text text && text.Value.Contains(Opening, StringComparison.Ordinal);

    private static (int At, int Length, int Index)? NextMark(string text, int from)
    {
        for (var at = text.IndexOf(Opening, from); at >= 0; at = text.IndexOf(Opening, at + 1))
        {
            var end = text.IndexOf(Closing, at);
            if (end - at - 1 is >= 1 and <= MaxDigits
                && int.TryParse(text.AsSpan(at + 1, end - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                return (at, end - at + 1, index);
            }
        }

        return null;
    }
}
