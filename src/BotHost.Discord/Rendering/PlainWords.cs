using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BotHost.Announcements.Texts;

namespace BotHost.Discord.Rendering;

/// <summary>Rich text without its form, for places that show plain words only; where a link would be lost with it, a mail address is told.</summary>
internal static class PlainWords
{
    private const string Language = "en";

    public static string Of(ImmutableArray<Inline> content)
    {
        var words = new StringBuilder();
        Append(words, content);
        return words.ToString();
    }

    public static string Of(RichText text)
    {
        var words = new StringBuilder();
        Append(words, text.Blocks);
        return words.ToString().Trim();
    }

    /// <summary>Words for a place without markup, on one line and at most so many code points long.</summary>
    public static string Fit(string text, int most)
    {
        var words = Isolates.Balance(CleanWords.Of(text).ReplaceLineEndings(" ").Trim());
        return Measure.CodePoints(words) <= most ? words : Measure.Shorten(Isolates.Without(words), most);
    }

    private static void Append(StringBuilder words, ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Block.Paragraph paragraph:
                    Append(words, paragraph.Content);
                    break;
                case Block.Heading heading:
                    Append(words, heading.Content);
                    break;
                case Block.List list:
                    foreach (var item in list.Items)
                    {
                        words.Append("• ");
                        Append(words, item);
                    }

                    break;
                case Block.Quote quote:
                    Append(words, quote.Content);
                    break;
                case Block.Code code:
                    words.Append(code.Text);
                    break;
            }

            words.Append('\n');
        }
    }

    private static void Append(StringBuilder words, ImmutableArray<Inline> content)
    {
        foreach (var inline in content)
        {
            switch (inline)
            {
                case Inline.Text text:
                    words.Append(text.Value);
                    break;
                case Inline.Styled styled:
                    Append(words, styled.Content);
                    break;
                case Inline.Link link:
                    Append(words, link);
                    break;
                case Inline.Code code:
                    words.Append(code.Value);
                    break;
                case Inline.LineBreak:
                    words.Append('\n');
                    break;
                case Inline.Time time:
                    words.Append(DateWording.Describe(time.Instant, time.Zone, time.Style, Language));
                    break;
            }
        }
    }

    private static void Append(StringBuilder words, Inline.Link link)
    {
        var start = words.Length;
        Append(words, link.Content);
        if (LinkWords.MailboxToShow(words.ToString(start, words.Length - start), link.Url) is { } mailbox)
        {
            words.Append(CultureInfo.InvariantCulture, $" ({mailbox})");
        }
    }
}
