using System.Text.RegularExpressions;
using BotHost.Configuration.Import.Texts;

namespace BotHost.Configuration.Import.Writing;

/// <summary>Lays pasted lines out as Markdown, so that paragraphs stay paragraphs and lists stay lists.</summary>
internal static partial class ProseLayout
{
    private const string SentenceEnds = ".!?:;…。！？：”」』）)\"";
    private const int NarrowestWrap = 50;
    private const int WidestWrap = 100;

    /// <param name="lines">An empty one parts paragraphs.</param>
    public static IReadOnlyList<string> Markdown(IEnumerable<string> lines)
    {
        var result = new List<string>();
        foreach (var block in Blocks(lines))
        {
            Part(result);
            Append(result, block);
        }

        return result;
    }

    private static void Append(List<string> result, List<string> block)
    {
        var isWrapped = IsWrapped(block);
        var isNumbered = IsNumbered(block);
        var wasItem = false;
        for (var index = 0; index < block.Count; index++)
        {
            var bullet = Bullet().Match(block[index]);
            var isItem = bullet.Success || (isNumbered && Number().IsMatch(block[index]));
            if (index > 0 && !(isItem && wasItem) && !isWrapped)
            {
                Part(result);
            }
            else if (index > 0 && isItem && !wasItem)
            {
                Part(result);
            }

            result.Add(bullet.Success
                ? "- " + MarkdownEscape.Line(block[index][bullet.Length..], isItem: false)
                : MarkdownEscape.Line(block[index], isItem));
            wasItem = isItem;
        }
    }

    private static void Part(List<string> result)
    {
        if (result is [.., { Length: > 0 }])
        {
            result.Add("");
        }
    }

    private static IEnumerable<List<string>> Blocks(IEnumerable<string> lines)
    {
        var block = new List<string>();
        foreach (var line in lines.Append(""))
        {
            if (line.Length > 0)
            {
                block.Add(line);
            }
            else if (block.Count > 0)
            {
                yield return block;
                block = [];
            }
        }
    }

    /// <summary>Lines that were broken at a margin: about as wide as each other, and some end within a sentence.</summary>
    private static bool IsWrapped(List<string> block)
    {
        if (block.Count < 2)
        {
            return false;
        }

        var widest = block.Max(Width);
        return widest is >= NarrowestWrap and <= WidestWrap
            && block.Skip(1).All(line => char.IsLetterOrDigit(line[0]) || "(\"'“‘「『（".Contains(line[0], StringComparison.Ordinal))
            && !block.Exists(line => Labelled().IsMatch(line))
            && block.SkipLast(1).All(line => Width(line) * 10 >= widest * 6)
            && block.SkipLast(1).Any(line => !SentenceEnds.Contains(line[^1], StringComparison.Ordinal));
    }

    private static int Width(string line) => line.Sum(character => character > '\u2E80' ? 2 : 1);

    private static bool IsNumbered(List<string> block)
    {
        var numbers = block.Select(line => Number().Match(line)).Where(match => match.Success).Select(match => Numerals.Read(match.Groups["n"].ValueSpan)).ToList();
        return numbers.Count > 1 && numbers.Zip(numbers.Skip(1)).All(pair => pair.Second == pair.First + 1);
    }

    [GeneratedRegex(@"^[^\s:：.,、。]{1,20}( [^\s:：.,]{1,20}){0,2}\s*[:：](?!//)", RegexOptions.ExplicitCapture)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^([-*•‣–+]\s+|・\s*(?=\S))", RegexOptions.ExplicitCapture)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?<n>\d{1,3})[.)]\s+\S", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
