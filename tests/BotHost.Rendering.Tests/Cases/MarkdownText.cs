using System.Text;

namespace BotHost.Rendering.Tests.Cases;

/// <summary>Markdown as organisers write it, and as nobody should.</summary>
internal sealed class MarkdownText(Random dice)
{
    private readonly HostileText _hostile = new(dice);

    public string Blocks(int size)
    {
        var text = new StringBuilder();
        for (var count = dice.Next(2 + (size / 12)); count > 0; count--)
        {
            text.Append(Block(1 + (size / 4))).Append("\n\n");
        }

        return text.ToString();
    }

    private string Block(int size) => dice.Next(14) switch
    {
        0 => _hostile.Any(size * 2),
        1 => new string('#', 1 + dice.Next(6)) + " " + Inline(size),
        2 => List("- ", size),
        3 => List("3. ", size),
        4 => "> " + Inline(size) + "\n> " + Inline(size) + (dice.Next(3) == 0 ? "\n> > " + Inline(2) : ""),
        5 => "```cs\n" + _hostile.Any(size).Replace("```", "", StringComparison.Ordinal) + "\n```",
        6 => "| a | b |\n|---|---|\n| " + Inline(2) + " | " + Inline(2) + " |",
        7 => Nested(2 + dice.Next(10)),
        8 => $"[ref]: {_hostile.Url()}\n\n[words][ref] and [ref]",
        9 => "<div onclick=\"x\">" + _hostile.Any(2) + "</div>",
        _ => Inline(size * 2) + ".",
    };

    private string Inline(int size)
    {
        var text = new StringBuilder();
        for (var count = 1 + dice.Next(size); count > 0; count--)
        {
            text.Append(dice.Next(14) switch
            {
                0 => $"**{_hostile.Plain(2)}**",
                1 => $"*{_hostile.Plain(2)}*",
                2 => $"~~{_hostile.Plain(1)}~~",
                3 => $"`{_hostile.Any(2).Replace('`', ' ')}`",
                4 => $"[{_hostile.Any(2)}]({_hostile.Url()})",
                5 => $"[bank.example]({_hostile.Url()})",
                6 => $"[{_hostile.Plain(1)}]({new[] { "javascript:alert(1)", "tg://user?id=1", "data:text/html,x", "mailto:a@b.example", "//evil.example", "discord://x" }[dice.Next(6)]})",
                7 => _hostile.Url(),
                8 => $"<{_hostile.Url()}>",
                9 => $"***{_hostile.Plain(1)}*{_hostile.Plain(1)}**",
                10 => _hostile.Any(2),
                11 => "  \n",
                _ => _hostile.Plain(3),
            });
            text.Append(dice.Next(5) == 0 ? "" : " ");
        }

        return text.ToString();
    }

    private string List(string mark, int size) => string.Join('\n', Enumerable.Range(0, 1 + dice.Next(5)).Select(_ => mark + Inline(size)));

    private string Nested(int depth) => string.Join('\n', Enumerable.Range(0, depth).Select(level => new string(' ', 2 * level) + "- " + Inline(2)));
}
