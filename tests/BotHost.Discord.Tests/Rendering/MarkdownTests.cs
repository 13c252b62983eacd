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
        { "mail link", "write to us (ann@example.org)" },
        { "mail link of its own address", "write to Ann@example.org" },
        { "mail link with a subject and signs of markup", @"write (ann\_lee@example.org), now" },
        { "mail link of nothing to see", "Mail: \u200b (ann@example.org)" },
        { "mail link that hides a ping", $"write (ann@{Zero}here.example)" },
        { "address before markup", "https://example.org **a**" },
        { "address before a full stop", "https://example.org/. Next" },
        { "address and a full stop before markup", "https://example.org/. **a**" },
        { "address that ends like a sentence", "<https://example.org/a.> b" },
        { "address in emphasis with a star", "*https://example.org/a_b \\* c*" },
        { "ping around nothing", $"@{Zero}everyone" },
        { "ping inside the same style", $"**@{Zero}everyone**" },
        { "list number around nothing", @"1\. a" },
        { "list number before a mail link", @"1\. a (ann@example.org)" },
        { "link of an emoji", "[🎉](https://example.org/)" },
        { "link of brackets", "[()](https://example.org/)" },
        { "link of nothing to see", "https://example.org/" },
        { "code that hides a ping", $"`@{Zero}everyone`" },
        { "emphasis before an address", $"_river_{Zero}https://a.example/" },
        { "emphasis before an address among words", $"_the_{Zero}https://a.example" },
        { "link with a blank at its end", "[the](https://a.example/) book" },
        { "link with a blank at its front", "see [the](https://a.example/)" },
        { "link with a blank at the front of the line", "[the](https://a.example/)" },
        { "link with its own address and blanks", "see https://a.example/ now" },
        { "link of a scheme and nothing to see", "[a.example](https://a.example/)" },
        { "link of a variation selector", "https://a.example/" },
        { "link of letters right before a scheme", "[日本語a.example](https://b.example/) (b.example)" },
        { "link of a scheme within a scheme", "[a.example](https://b.example/) (b.example)" },
        { "link of another scheme", "[run](https://a.example/)" },
        { "link with a blank before a scheme", "[-](https://a.example/) book" },
        { "link of a scheme and a blank", "see[a.example](https://a.example/) book" },
        { "link of nothing but a blank and a scheme", "see [a.example](https://a.example/)book" },
        { "link to the site that it names in letters and digits", "[a.xn--p1ai](https://a.xn--p1ai/)" },
        { "link to a site whose name only begins like the words", "[a.jp7](https://a.jp/) (a.jp)" },
        { "link that looks like a site in letters with signs", "[बैंक.भारत](https://evil.example/) (evil.example)" },
        { "link that looks like a site with an underscore", "[\\_a.example](https://a.example/) (a.example)" },
        { "code with stars inside strong", "**a** `**` **b**" },
        { "code with stars alone inside strong", "`**`" },
        { "code with a star inside strong", "**a `*` b**" },
        { "code with an underscore inside emphasis", "_a_ `b_c`" },
        { "code with an underscore inside strong", "**a `b_c`**" },
        { "code with waves inside struck words", "~~a~~`~~`~~b~~" },
        { "code with stars inside emphasis inside strong", "**a _b_** `**` **_c_ d**" },
        { "code with an underscore inside emphasis inside strong", "**a _b_ `c_d` _e_**" },
        { "link with a mark in its scheme that is taken out", "[a.example](https://b.example/) (b.example)" },
        { "link that hides another site behind a mark without width", $"[mybank{Zero}.example](https://evil.example/x) (evil.example)" },
        { "link to a host that cannot be read", "the book" },
        { "link to its own address that cannot be read", "http://a.oا" },
        { "link whose words name a host that cannot be read", "[e.oا](http://c/) (c)" },
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

    [Fact]
    public void Lists_deeper_than_the_platform_shows_go_on_at_its_deepest_level()
    {
        Block list = new Block.List(null, [[Line(Words("12"))]]);
        for (var level = 11; level > 0; level--)
        {
            list = new Block.List(null, [[Line(Words($"{level}")), list]]);
        }

        var lines = BlockMarkdown.Write([list]).Split('\n');

        Assert.Equal(
            ["- 1", "  - 2", "    - 3", "      - 4", "        - 5", "          - 6", "            - 7", "              - 8", "                - 9",
             "                  - 10", "                  - 11", "                  - 12"],
            lines);
    }

    public static TheoryData<string, int, string> Numbers => new()
    {
        { "a list that starts at one", 1, "1. a\n2. b" },
        { "a list that starts later", 7, "7. a\n8. b" },
        { "a list that starts at nought is none to the platform", 0, "0\\. a\n1. b" },
        { "the last number that the platform shows", 1_000_000_000, "1000000000. a\n1000000001\\. b" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Lists_keep_their_numbers(string sentence, int first, string expected)
    {
        var actual = BlockMarkdown.Write([new Block.List(first, [[Line(Words("a"))], [Line(Words("b"))]])]);

        Assert.True(actual == expected, $"{sentence}: {actual}");
    }

    [Fact]
    public void A_numbered_list_keeps_its_numbers_after_another_and_past_an_empty_item()
    {
        var list = new Block.List(1, [[Line(Words("a"))], [Line()], [Line(Words("c"))]]);

        Assert.Equal($"1. a\n2. {Zero}\n3. c\n{Zero}\n1. a\n2. {Zero}\n3. c", BlockMarkdown.Write([list, list]));
    }

    [Fact]
    public void A_numbered_list_of_nothing_is_nothing() => Assert.Equal("a", BlockMarkdown.Write([Line(Words("a")), new Block.List(3, [[Line()], []])]));

    [Fact]
    public void A_quote_in_a_list_is_written_without_the_sign_that_would_be_shown_there()
    {
        Block quote = new Block.Quote([Line(Words("one")), Line(Words("two"))]);
        Block list = new Block.List(null, [[Line(Words("a")), quote], [quote], [new Block.List(1, [[quote]])]]);

        Assert.Equal("- a\n  one\n  two\n- one\n  two\n- 1. one\n     two", BlockMarkdown.Write([list]));
        Assert.Equal("> - a\n>   one\n>   two", BlockMarkdown.Write([new Block.Quote([new Block.List(null, [[Line(Words("a")), quote]])])]));
    }

    [Fact]
    public void Code_stays_code_in_quotes_and_lists()
    {
        var code = new Block.Code("a\n\n```\n# b", "sh");

        Assert.Equal($"> x\n> \n> ```sh\n> a\n> \n> `{Zero}``\n> # b\n> ```", BlockMarkdown.Write([new Block.Quote([Line(Words("x")), code])]));
        Assert.Equal($"- x\n  ```sh\n  a\n  \n  `{Zero}``\n  # b\n  ```", BlockMarkdown.Write([new Block.List(null, [[Line(Words("x")), code]])]));
    }

    [Theory]
    [InlineData("\u2068שלום\u2069 a", "\u2068שלום\u2069 a")]
    [InlineData("\u2068שלום", "\u2068שלום\u2069")]
    [InlineData("a\u2069 b", "a b")]
    [InlineData("\u2067a \u2068b", "\u2067a \u2068b\u2069\u2069")]
    [InlineData("\u2068https://example.org", "\u2068https://example.org \u2069")]
    public void A_change_of_direction_ends_with_its_paragraph(string text, string expected)
    {
        Assert.Equal(expected + "\n\nb", BlockMarkdown.Write([Line(Words(text)), Line(Words("b"))]));
        Assert.Equal("### " + expected + "\nb", BlockMarkdown.Write([new Block.Heading(2, [Words(text)]), Line(Words("b"))]));
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
            "mail link of its own address" => [Link("write to Ann@example.org", "mailto:ann@example.org")],
            "mail link with a subject and signs of markup" => [Link("write", "mailto:ann_lee@example.org?subject=Hello"), Words(", now")],
            "mail link of nothing to see" => [Words("Mail: "), Link("\u200b", "mailto:ann@example.org")],
            "mail link that hides a ping" => [Link("write", "mailto:ann@here.example")],
            "address before a full stop" => [Link("https://example.org/", "https://example.org/"), Words(". Next")],
            "address and a full stop before markup" => [Link("https://example.org/", "https://example.org/"), Words("."), Strong(Words("a"))],
            "address that ends like a sentence" => [Link("https://example.org/a.", "https://example.org/a."), Words(" b")],
            "address in emphasis with a star" => [Emphasis(Words("https://example.org/a_b * c"))],
            "ping around nothing" => [Words("@"), new Inline.Code(""), Words("every"), Strong(), Words("one")],
            "ping inside the same style" => [Strong(Words("@"), Strong(Words("everyone")))],
            "list number around nothing" => [Words("1"), Emphasis(Words("")), Words(". a")],
            "list number before a mail link" => [Words("1"), Link(". a", "mailto:ann@example.org")],
            "link of an emoji" => [Link("🎉", "https://example.org/")],
            "link of brackets" => [Link("[]", "https://example.org/")],
            "link of nothing to see" => [Link("\u200b", "https://example.org/")],
            "code that hides a ping" => [new Inline.Code("@\u0007everyone")],
            "emphasis before an address" => [Emphasis(Words("river")), Link("https://a.example", "https://a.example")],
            "emphasis before an address among words" => [Emphasis(Words("the")), Words("https://a.example")],
            "link with a blank at its end" => [Link("the ", "https://a.example"), Words("book")],
            "link with a blank at its front" => [Words("see"), Link(" the", "https://a.example")],
            "link with a blank at the front of the line" => [Link(" the", "https://a.example")],
            "link with its own address and blanks" => [Words("see"), Link(" https://a.example ", "https://a.example"), Words("now")],
            "link of a scheme and nothing to see" => [Link("https://\u200b", "https://a.example")],
            "link of a variation selector" => [Link("\ufe0f", "https://a.example")],
            "link of letters right before a scheme" => [Link("日本語http://a.example", "https://b.example")],
            "link of a scheme within a scheme" => [Link("hthttp://tp://a.example", "https://b.example")],
            "link of another scheme" => [Link("steam://run", "https://a.example")],
            "link with a blank before a scheme" => [Link("- https://", "https://a.example"), Words("book")],
            "link of a scheme and a blank" => [Words("see"), Link("https:// ", "https://a.example"), Words("book")],
            "link of nothing but a blank and a scheme" => [Words("see"), Link(" https://", "https://a.example"), Words("book")],
            "link to the site that it names in letters and digits" => [Link("a.xn--p1ai", "https://a.xn--p1ai")],
            "link to a site whose name only begins like the words" => [Link("a.jp7", "https://a.jp")],
            "link that looks like a site in letters with signs" => [Link("बैंक.भारत", "https://evil.example/")],
            "link that looks like a site with an underscore" => [Link("_a.example", "https://a.example")],
            "code with stars inside strong" => [Strong(Words("a "), new Inline.Code("**"), Words(" b"))],
            "code with stars alone inside strong" => [Strong(new Inline.Code("**"))],
            "code with a star inside strong" => [Strong(Words("a "), new Inline.Code("*"), Words(" b"))],
            "code with an underscore inside emphasis" => [Emphasis(Words("a "), new Inline.Code("b_c"))],
            "code with an underscore inside strong" => [Strong(Words("a "), new Inline.Code("b_c"))],
            "code with waves inside struck words" => [new Inline.Styled(TextStyle.Strikethrough, [Words("a"), new Inline.Code("~~"), Words("b")])],
            "code with stars inside emphasis inside strong" => [Strong(Words("a "), Emphasis(Words("b "), new Inline.Code("**"), Words(" c")), Words(" d"))],
            "code with an underscore inside emphasis inside strong" => [Strong(Words("a "), Emphasis(Words("b "), new Inline.Code("c_d"), Words(" e")))],
            "link with a mark in its scheme that is taken out" => [Link("http\u0007://a.example", "https://b.example")],
            "link that hides another site behind a mark without width" => [Link("mybank\u200b.example", "https://evil.example/x")],
            "link to a host that cannot be read" => [Link("the book", "http://e.oا/")],
            "link to its own address that cannot be read" => [Link("http://a.oا", "http://a.oا")],
            "link whose words name a host that cannot be read" => [Link("e.oا", "http://c")],
            "address before markup" => [Words("https://example.org"), Strong(Words("a"))],
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such content."),
        };
    }
}
