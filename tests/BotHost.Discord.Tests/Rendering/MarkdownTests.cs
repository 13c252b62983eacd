using BotHost.Announcements.Texts;
using BotHost.Discord.Rendering;
using NodaTime;
using static BotHost.Discord.Tests.Rig.Samples;

namespace BotHost.Discord.Tests.Rendering;

public sealed class MarkdownTests
{
    private const string Zero = "\u200b";

    private static readonly Instant Start = Instant.FromUnixTimeSeconds(1893456000);

    public static TheoryData<string, string> Inlines => new()
    {
        { "strong", "**a**" },
        { "emphasis", "_a_" },
        { "struck", "~~a~~" },
        { "both", "**_a_**" },
        { "strong twice inside itself", "**a**" },
        { "strong beside strong", $"**a**{Zero}**b**" },
        { "emphasis inside a word", $"_a_{Zero}b" },
        { "blanks outside the markers", "x **a** y" },
        { "blank strong", "x y" },
        { "stars inside strong", @"**a\*\*b**" },
        { "address in emphasis", "*https://example.org/a_b*" },
        { "code", "`a_b*c`" },
        { "code with a backtick", "`` a`b ``" },
        { "code with a fence", "`ˋˋˋ`" },
        { "moment", "<t:1893456000:F> <t:1893456000:D> <t:1893456000:t> <t:1893456000:R>" },
        { "pieces that form a ping", $"@{Zero}everyone" },
        { "pieces that form an emoji code", @"\:smile:" },
        { "line break then heading", "a\n\\# b" },
        { "link", "[the book](https://example.org/book)" },
        { "link with its own address", "https://example.org/book" },
        { "link that looks like another site", "[mybank.example](https://evil.example/x) (evil.example)" },
        { "link that looks like another address", "[mybank.example/login](https://evil.example/x) (evil.example)" },
        { "link to the site that it names", "[example.org](https://www.example.org/x)" },
        { "link with brackets and parentheses", "[a (b) c](https://example.org/x_%28y%29)" },
        { "link with an ideographic dot", "[mybank。example](https://evil.example/x) (evil.example)" },
        { "mail link", "write to us" },
        { "address before markup", "https://example.org **a**" },
    };

    [Theory]
    [MemberData(nameof(Inlines))]
    public void Runs_are_written_in_the_platforms_markup(string name, string expected)
    {
        var actual = InlineMarkdown.Write([.. Content(name)]);

        Assert.True(actual == expected, $"{name}: {actual}");
    }

    [Fact]
    public void Blocks_are_written_in_the_platforms_markup()
    {
        var text = RichText.Of(
            new Block.Heading(1, [Words("Guests")]),
            new Block.List(null, [[Line(Words("Ann")), new Block.List(3, [[Line(Words("- first"))], [Line(Words("second"))]])], [Line(Words("Ben"))]]),
            new Block.Heading(5, [Words("Small")]),
            new Block.Quote([Line(Words("one")), Line(Words("# two"))]),
            new Block.Code("a ``` b\n", "c#"),
            Line());

        var actual = BlockMarkdown.Write(text.Blocks);

        var expected = string.Join(
            '\n',
            "### Guests",
            "- Ann",
            "  3. \\- first",
            "  4. second",
            "- Ben",
            "",
            "**Small**",
            "",
            "> one",
            "> ",
            "> \\# two",
            "",
            "```c#",
            $"a `{Zero}`` b",
            "```");
        Assert.Equal(expected, actual);
    }

    private static Inline[] Content(string name)
    {
        static Inline Strong(params Inline[] content) => new Inline.Styled(TextStyle.Strong, [.. content]);
        static Inline Emphasis(params Inline[] content) => new Inline.Styled(TextStyle.Emphasis, [.. content]);
        static Inline Link(string words, string url) => new Inline.Link(new Uri(url), [Words(words)]);
        static Inline Moment(TimeStyle style) => new Inline.Time(Start, DateTimeZone.Utc, style);
        return name switch
        {
            "strong" => [Strong(Words("a"))],
            "emphasis" => [Emphasis(Words("a"))],
            "struck" => [new Inline.Styled(TextStyle.Strikethrough, [Words("a")])],
            "both" => [Strong(Emphasis(Words("a")))],
            "strong twice inside itself" => [Strong(Strong(Words("a")))],
            "strong beside strong" => [Strong(Words("a")), Strong(Words("b"))],
            "emphasis inside a word" => [Emphasis(Words("a")), Words("b")],
            "blanks outside the markers" => [Words("x"), Strong(Words(" a ")), Words("y")],
            "blank strong" => [Words("x"), Strong(Words(" ")), Words("y")],
            "stars inside strong" => [Strong(Words("a**b"))],
            "address in emphasis" => [Emphasis(Words("https://example.org/a_b"))],
            "code" => [new Inline.Code("a_b*c")],
            "code with a backtick" => [new Inline.Code("a`b")],
            "code with a fence" => [new Inline.Code("```")],
            "moment" => [Moment(TimeStyle.Full), Words(" "), Moment(TimeStyle.Date), Words(" "), Moment(TimeStyle.TimeOfDay), Words(" "), Moment(TimeStyle.Relative)],
            "pieces that form a ping" => [Words("@every"), Words("one")],
            "pieces that form an emoji code" => [Words(":smi"), Words("le:")],
            "line break then heading" => [Words("a"), new Inline.LineBreak(), Words("# b")],
            "link" => [Link("the book", "https://example.org/book")],
            "link with its own address" => [Link("https://example.org/book", "https://example.org/book")],
            "link that looks like another site" => [Link("mybank.example", "https://evil.example/x")],
            "link that looks like another address" => [Link("https://mybank.example/login", "https://evil.example/x")],
            "link to the site that it names" => [Link("example.org", "https://www.example.org/x")],
            "link with brackets and parentheses" => [Link("a [b] c", "https://example.org/x_(y)")],
            "link with an ideographic dot" => [Link("mybank。example", "https://evil.example/x")],
            "mail link" => [Link("write to us", "mailto:ann@example.org")],
            "address before markup" => [Words("https://example.org"), Strong(Words("a"))],
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such content."),
        };
    }
}
