using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BotHost.Announcements.Texts;

namespace BotHost.Discord.Rendering;

/// <summary>Writes blocks in the platform's markup. Pure.</summary>
internal static partial class BlockMarkdown
{
    private const int SmallestHeading = 3;

    public static string Write(ImmutableArray<Block> blocks) => Write(blocks, "\n\n", inQuote: false);

    private static string Write(ImmutableArray<Block> blocks, string between, bool inQuote)
    {
        var text = new StringBuilder();
        var belongsToNext = false;
        foreach (var block in blocks)
        {
            var words = Write(block, inQuote);
            if (words.Length == 0)
            {
                continue;
            }

            // The platform sets a heading off by itself; an empty line below would part it from what it stands above.
            text.Append(text.Length == 0 ? "" : belongsToNext ? "\n" : between).Append(words);
            belongsToNext = block is Block.Heading { Level: <= SmallestHeading };
        }

        return text.ToString();
    }

    private static string Write(Block block, bool inQuote) => block switch
    {
        Block.Paragraph paragraph => InlineMarkdown.Write(paragraph.Content).Trim(),
        Block.Heading heading => Heading(heading),
        Block.List list => List(list, inQuote),

        // The platform knows one level of quotes.
        Block.Quote quote when inQuote => Write(quote.Content, "\n\n", inQuote: true),
        Block.Quote quote => Quote(Write(quote.Content, "\n\n", inQuote: true)),
        Block.Code code => Code(code),
        _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}."),
    };

    private static string Heading(Block.Heading heading)
    {
        var content = heading.Content;
        if (heading.Level > SmallestHeading)
        {
            content = [new Inline.Styled(TextStyle.Strong, content)];
        }

        var words = InlineMarkdown.Write(content).Replace('\n', ' ').Trim();
        return words.Length == 0 || heading.Level > SmallestHeading ? words : $"### {words}";
    }

    private static string List(Block.List list, bool inQuote)
    {
        var lines = new List<string>();
        for (var index = 0; index < list.Items.Length; index++)
        {
            var marker = list.FirstNumber is { } first ? string.Create(CultureInfo.InvariantCulture, $"{first + index}. ") : "- ";
            var text = Write(list.Items[index], "\n", inQuote);
            if (text.Length == 0)
            {
                continue;
            }

            var indent = new string(' ', marker.Length);
            lines.Add(marker + string.Join('\n' + indent, text.Split('\n')));
        }

        return string.Join('\n', lines);
    }

    private static string Quote(string text) =>
        text.Length == 0 ? "" : string.Join('\n', text.Split('\n').Select(line => $"> {line}"));

    private static string Code(Block.Code code)
    {
        // Inside a fence only a fence is markup.
        var text = PlainEscape.WithoutPings(code.Text.ReplaceLineEndings("\n").TrimEnd('\n'))
            .Replace("``", "`" + PlainEscape.ZeroWidthSpace + "`", StringComparison.Ordinal);
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var language = code.Language is { } name && LanguageName().IsMatch(name) ? name : "";
        return $"```{language}\n{text}\n```";
    }

    [GeneratedRegex(@"\A[A-Za-z0-9+#.\-]{1,20}\z")]
    private static partial Regex LanguageName();
}
