using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BotHost.Announcements.Texts;

namespace BotHost.Posts.Reading;

/// <summary>Content that is already rich text, and the marks that hold its places in a Markdown text.</summary>
/// <remarks>A mark is made of code points that Unicode keeps from ever being characters, and that cleaning takes out of every value: no text of a talk can forge one.</remarks>
internal sealed partial class Slots
{
    private readonly List<RichText> _contents = [];

    /// <summary>Keeps a text and returns the mark of its place.</summary>
    public string Hold(RichText content)
    {
        _contents.Add(content);
        return string.Create(CultureInfo.InvariantCulture, $"\uFDD0{_contents.Count - 1}\uFDD1");
    }

    public string Hold(Inline content) => Hold(RichText.Of(new Block.Paragraph([content])));

    /// <summary>The blocks that take the place of a paragraph which is nothing but one mark.</summary>
    public ImmutableArray<Block>? AsBlocks(ImmutableArray<Inline> paragraph) =>
        paragraph is [Inline.Text only] && Mark().Match(only.Value) is { Success: true } mark && mark.Length == only.Value.Length
            ? Find(mark)?.Blocks
            : null;

    /// <summary>Puts what is held in place of the marks in these runs; a mark that holds nothing goes.</summary>
    public ImmutableArray<Inline> Fill(ImmutableArray<Inline> inlines)
    {
        if (!inlines.Any(HasMark))
        {
            return inlines;
        }

        var run = new InlineRun();
        foreach (var inline in inlines)
        {
            if (inline is not Inline.Text text)
            {
                run.Add(inline);
                continue;
            }

            var at = 0;
            foreach (Match mark in Mark().Matches(text.Value))
            {
                run.Text(text.Value[at..mark.Index]);
                run.AddRange(Find(mark) is { } content ? InOneParagraph(content) : []);
                at = mark.Index + mark.Length;
            }

            run.Text(text.Value[at..]);
        }

        return run.ToImmutable();
    }

    /// <summary>Cleans a text and leaves the marks in it.</summary>
    public static string CleanAround(string text)
    {
        if (!text.Contains('\uFDD0', StringComparison.Ordinal))
        {
            return Clean(text);
        }

        var clean = new StringBuilder(text.Length);
        var at = 0;
        foreach (Match mark in Mark().Matches(text))
        {
            clean.Append(Clean(text[at..mark.Index])).Append(mark.ValueSpan);
            at = mark.Index + mark.Length;
        }

        return clean.Append(Clean(text[at..])).ToString();
    }

    private static string Clean(string text) => CleanText.Lines(text).Replace('\n', ' ').Replace('\t', ' ');

    private static bool HasMark(Inline inline) => inline is Inline.Text text && text.Value.Contains('\uFDD0', StringComparison.Ordinal);

    private RichText? Find(Match mark) =>
        int.TryParse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var index) && index < _contents.Count ? _contents[index] : null;

    /// <summary>Where only runs fit, paragraphs follow each other on lines of their own.</summary>
    private static ImmutableArray<Inline> InOneParagraph(RichText content)
    {
        var run = new InlineRun();
        foreach (var paragraph in content.Blocks.OfType<Block.Paragraph>())
        {
            if (paragraph != content.Blocks[0])
            {
                run.Add(new Inline.LineBreak());
            }

            run.AddRange(paragraph.Content);
        }

        return run.ToImmutable();
    }

    [GeneratedRegex("\uFDD0([0-9]{1,9})\uFDD1", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
