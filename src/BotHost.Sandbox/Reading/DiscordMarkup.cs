using System.Text.RegularExpressions;

namespace BotHost.Sandbox.Reading;

/// <summary>Reads the blocks of Discord's markup: headings, small print, quotes, lists, fences of code, and what lies between.</summary>
internal static partial class DiscordMarkup
{
    public static void Read(string markup, MarkNotes notes)
    {
        foreach (var part in Fence().Split(markup))
        {
            if (part.Length > 6 && part.StartsWith("```", StringComparison.Ordinal))
            {
                DiscordInline.Read(part, notes);
            }
            else
            {
                ReadBlocks(part.Split('\n'), notes);
            }
        }
    }

    private static void ReadBlocks(string[] lines, MarkNotes notes)
    {
        for (var index = 0; index < lines.Length; index++)
        {
            if (Heading().Match(lines[index]) is { Success: true } heading)
            {
                notes.Break();
                var start = notes.Length;
                DiscordInline.Read(heading.Groups[1].Value, notes);
                notes.Headings.Add(notes.Since(start));
                End(index, lines, notes);
            }
            else if (Quote().Match(lines[index]) is { Success: true } quote)
            {
                var rest = quote.Groups[1].Value;
                ReadBlocks(quote.Value.StartsWith(">>> ", StringComparison.Ordinal) ? [rest, .. lines[(index + 1)..]] : [rest], notes);
                if (quote.Value.StartsWith(">>> ", StringComparison.Ordinal))
                {
                    return;
                }

                End(index, lines, notes);
            }
            else if (Item().Match(lines[index]) is { Success: true } item)
            {
                notes.Break();
                notes.Write(item.Groups[1].Value is "-" or "*" ? "• " : item.Groups[1].Value + " ");
                DiscordInline.Read(item.Groups[2].Value, notes);
                End(index, lines, notes);
            }
            else if (Small().Match(lines[index]) is { Success: true } small)
            {
                DiscordInline.Read(small.Groups[1].Value, notes);
                End(index, lines, notes);
            }
            else
            {
                // Emphasis and links may go over line ends; they end with the paragraph.
                var last = index;
                while (last + 1 < lines.Length && !IsBlock(lines[last + 1]))
                {
                    last++;
                }

                DiscordInline.Read(string.Join('\n', lines[index..(last + 1)]), notes);
                index = last;
                End(index, lines, notes);
            }
        }
    }

    private static void End(int index, string[] lines, MarkNotes notes)
    {
        if (index + 1 < lines.Length)
        {
            notes.Write('\n');
        }
    }

    private static bool IsBlock(string line) => Heading().IsMatch(line) || Quote().IsMatch(line) || Item().IsMatch(line) || Small().IsMatch(line);

    [GeneratedRegex(@"(```[\s\S]+?```)")]
    private static partial Regex Fence();

    [GeneratedRegex("^#{1,3} +(.+)")]
    private static partial Regex Heading();

    [GeneratedRegex("^-# +(.+)")]
    private static partial Regex Small();

    [GeneratedRegex("^(?:>>> |> )(.*)")]
    private static partial Regex Quote();

    [GeneratedRegex(@"^\s*([-*]|\d+\.) +(\S.*)")]
    private static partial Regex Item();
}
