using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace BotHost.Announcements.Texts;

/// <summary>Rich text as plain lines, for terminals and logs. Links show their target, times name their zone.</summary>
public static class PlainText
{
    public static string Of(RichText text, string language)
    {
        var output = new StringBuilder();
        WriteBlocks(output, text.Blocks, indent: "", language);
        return output.ToString().TrimEnd();
    }

    public static string Of(ImmutableArray<Inline> inlines, string language) =>
        string.Concat(inlines.Select(inline => Of(inline, language)));

    private static string Of(Inline inline, string language) => inline switch
    {
        Inline.Text text => text.Value,
        Inline.Code code => code.Value,
        Inline.Styled styled => Of(styled.Content, language),
        Inline.LineBreak => "\n",
        Inline.Time { Style: TimeStyle.Relative } => TimeLeft(language),
        Inline.Time time => DateWording.Describe(time.Instant, time.Zone, time.Style, language),
        Inline.Link link => LinkOf(Of(link.Content, language), link.Url.OriginalString),
        _ => "",
    };

    // Platforms count it down for each reader; a terminal can only say so.
    private static string TimeLeft(string language) => LanguageTags.Fallbacks(language).Select(tag => tag switch
    {
        "ja" => "残り時間",
        "zh-Hans" => "剩余时间",
        "zh-Hant" => "剩餘時間",
        "en" => "the time left",
        _ => null,
    }).OfType<string>().FirstOrDefault() ?? "the time left";

    private static string LinkOf(string words, string url) => words == url ? url : $"{words} <{url}>";

    private static void WriteBlocks(StringBuilder output, ImmutableArray<Block> blocks, string indent, string language)
    {
        foreach (var block in blocks)
        {
            WriteBlock(output, block, indent, language);
            output.Append('\n');
        }
    }

    private static void WriteBlock(StringBuilder output, Block block, string indent, string language)
    {
        switch (block)
        {
            case Block.Paragraph paragraph:
                WriteLines(output, Of(paragraph.Content, language), indent);
                break;
            case Block.Heading heading:
                WriteLines(output, Of(heading.Content, language), indent + new string('#', heading.Level) + " ");
                break;
            case Block.Quote quote:
                WriteBlocks(output, quote.Content, indent + "> ", language);
                break;
            case Block.Code code:
                WriteLines(output, code.Text, indent + "    ");
                break;
            case Block.List list:
                WriteItems(output, list, indent, language);
                break;
        }
    }

    private static void WriteItems(StringBuilder output, Block.List list, string indent, string language)
    {
        var number = list.FirstNumber;
        foreach (var item in list.Items)
        {
            var bullet = number is null ? "- " : number.Value.ToString(CultureInfo.InvariantCulture) + ". ";
            var content = new StringBuilder();
            WriteBlocks(content, item, indent: "", language);
            WriteLines(output, bullet + content.ToString().Trim().ReplaceLineEndings("\n  "), indent);
            number++;
        }
    }

    private static void WriteLines(StringBuilder output, string text, string indent)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            output.Append(indent).Append(line).Append('\n');
        }
    }
}
