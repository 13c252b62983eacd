using BotHost.Announcements.Texts;
using BotHost.Posts.Reading;
using BotHost.Posts.Tests.Support;

namespace BotHost.Posts.Tests.Reading;

public sealed class MarkdigReaderTests
{
    private static readonly MarkdigReader Reader = new();

    [Theory]
    [InlineData("", "")]
    [InlineData("One.\n\nTwo.", "One.\n\nTwo.")]
    [InlineData("# Big\n\n### Small", "<h1> Big\n\n<h3> Small")]
    [InlineData("*a* **b** ~~c~~ ***d***", "<i>a</i> <b>b</b> <s>c</s> <i><b>d</b></i>")]
    [InlineData("`a*b*` and\n\n```cs\nvar x = 1;\n```", "<code>a*b*</code> and\n\n<code cs>var x = 1;</code>")]
    [InlineData("- a\n- b\n  - c", "<-> a\n\n<-> b\n\n<-> <-> c")]
    [InlineData("3. a\n4. b", "<3> a\n\n<4> b")]
    [InlineData("> said\n> she", "<quote> said she")]
    [InlineData("a\n\n***\n\nb", "a\n\nb")]
    public void Blocks_and_styles_are_read(string markdown, string expected)
    {
        Assert.Equal(expected, Readable.Of(Reader.Read(markdown)));
    }

    [Theory]
    [InlineData("[a](https://example.org/x)", "<a https://example.org/x>a</a>")]
    [InlineData("[a](https://example.org/x \"said on hover\")", "<a https://example.org/x>a</a>")]
    [InlineData("[a][r]\n\n[r]: https://example.org/r", "<a https://example.org/r>a</a>")]
    [InlineData("[r]\n\n[r]: https://example.org/r", "<a https://example.org/r>r</a>")]
    [InlineData("<https://example.org/>", "<a https://example.org/>https://example.org/</a>")]
    [InlineData("<anna@example.org>", "<a mailto:anna@example.org>anna@example.org</a>")]
    [InlineData("[write](mailto:anna@example.org)", "<a mailto:anna@example.org>write</a>")]
    [InlineData("Link:https://example.org/a_b_c.", "Link:<a https://example.org/a_b_c>https://example.org/a_b_c</a>.")]
    [InlineData("予約:https://example.jp/vol5から。", "予約:<a https://example.jp/vol5>https://example.jp/vol5</a>から。")]
    [InlineData("(see https://example.org/a_(b))", "(see <a https://example.org/a_(b)>https://example.org/a_(b)</a>)")]
    [InlineData("**https://example.org/a**", "<b><a https://example.org/a>https://example.org/a</a></b>")]
    [InlineData("[see https://a.example/x](https://b.example/y)", "<a https://b.example/y>see https://a.example/x</a>")]
    [InlineData("[**a** b](https://example.org/x)", "<a https://example.org/x><b>a</b> b</a>")]
    [InlineData("[](https://example.org/x)", "<a https://example.org/x>https://example.org/x</a>")]
    [InlineData("![a map](https://example.org/map.png)", "<a https://example.org/map.png>a map</a>")]
    public void Links_are_read(string markdown, string expected)
    {
        Assert.Equal(expected, Readable.Of(Reader.Read(markdown)));
    }

    [Theory]
    [InlineData("[a](javascript:alert(1))", "a")]
    [InlineData("[a](tg://user?id=1)", "a")]
    [InlineData("[a](discord://x)", "a")]
    [InlineData("[a](/relative)", "a")]
    [InlineData("[a](data:text/html,x)", "a")]
    [InlineData("[a](https://bank.example@evil.example/)", "a")]
    [InlineData("[a](https://@evil.example/)", "a")]
    [InlineData("https://bank.example@evil.example/", "https://bank.example@evil.example/")]
    [InlineData("**https://bank.example@evil.example/**, **b**", "<b>https://bank.example@evil.example/</b>, <b>b</b>")]
    [InlineData("<ftp://example.org>", "ftp://example.org")]
    [InlineData("![a map](file:///etc/passwd)", "a map")]
    public void Links_that_a_reader_could_not_trust_keep_their_words_only(string markdown, string expected)
    {
        Assert.Equal(expected, Readable.Of(Reader.Read(markdown)));
    }

    [Theory]
    [InlineData("one\ntwo", "one two")]
    [InlineData("one  \ntwo", "one\ntwo")]
    [InlineData("one\\\ntwo", "one\ntwo")]
    [InlineData("路地には、\n音があります。", "路地には、音があります。")]
    [InlineData("**路地**\n音", "<b>路地</b>音")]
    [InlineData("路地\nand sounds", "路地 and sounds")]
    [InlineData("𠮷\n野", "𠮷野")]
    [InlineData("서울\n이야기", "서울 이야기")]
    [InlineData("これは**「強調」**です", "これは<b>「強調」</b>です")]
    public void A_line_end_of_the_writer_is_a_space_but_not_between_CJK_characters(string markdown, string expected)
    {
        Assert.Equal(expected, Readable.Of(Reader.Read(markdown)));
    }

    [Theory]
    [InlineData("<b>a</b> <script>x()</script>")]
    [InlineData("<div>a</div>")]
    [InlineData("<@123> <@&4> @everyone <t:0:R> <tg-spoiler>a</tg-spoiler>")]
    [InlineData("<!-- a -->")]
    public void Raw_HTML_stays_visible(string text)
    {
        Assert.Equal(RichText.Plain(text), Reader.Read(text), RichTextByWords);
    }

    [Fact]
    public void Tables_read_as_lines()
    {
        var text = Reader.Read("| Day | Talk |\n|---|:-:|\n| Mon | **A** |\n| Tue | [B](https://example.org/) |");

        Assert.Equal("Day | Talk\nMon | <b>A</b>\nTue | <a https://example.org/>B</a>", Readable.Of(text));
    }

    [Theory]
    [InlineData("a\U0001F600b👩‍👩‍👧", "a\U0001F600b👩‍👩‍👧")]
    [InlineData("a\u202Eb\u202C \u2066c\u2069", "ab c")]
    [InlineData("a&#x202E;b &#x2067;c", "ab c")]
    [InlineData("a\u0007b\u0000c\u001B[31md", "abc[31md")]
    [InlineData("a\r\n\r\nb\rc", "a\n\nb c")]
    [InlineData("a\uFDD00\uFDD1b &#xFDD0;0&#xFDD1;", "a0b 0")]
    [InlineData("שלום **עולם** و مرحبا\u200F", "שלום <b>עולם</b> و مرحبا\u200F")]
    [InlineData("`a\u202Eb`", "<code>ab</code>")]
    public void Characters_that_break_or_turn_a_text_are_taken_out(string markdown, string expected)
    {
        Assert.Equal(expected, Readable.Of(Reader.Read(markdown)));
    }

    [Fact]
    public void Halves_of_characters_become_replacement_characters()
    {
        // Attributes cannot hold such halves, so these are no rows of a table.
        Assert.Equal("a\uFFFDb", Readable.Of(Reader.Read("a\uD83Db")));
        Assert.Equal("a\uFFFDb\uFFFD", Readable.Of(Reader.Read("a\uDE00b\uD83D")));
        Assert.Equal("\uFFFD\U0001F600", Readable.Of(Reader.Read("\uD83D\uD83D\uDE00")));
    }

    [Fact]
    public void Nesting_ends_at_ten_levels_and_keeps_every_word()
    {
        var markdown = string.Join('\n', Enumerable.Range(0, 30).Select(level => $"{new string(' ', level * 2)}- w{level}"));

        var text = Reader.Read(markdown);

        Assert.Equal(10, Depth(text.Blocks));
        Assert.Equal(Enumerable.Range(0, 30).Select(level => $"w{level}"), Readable.Words(text).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Styles_nested_too_deeply_keep_their_words()
    {
        var markdown = string.Concat(Enumerable.Repeat("*a **b ", 20)) + "x" + string.Concat(Enumerable.Repeat("** *", 20));

        Assert.Contains("x", Readable.Words(Reader.Read(markdown)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("]")]
    [InlineData("[a](")]
    [InlineData("[a](b")]
    [InlineData("[a]: b\n")]
    [InlineData("*a ")]
    [InlineData("**a* ")]
    [InlineData("_a_*b")]
    [InlineData("a**b")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("`a``")]
    [InlineData("|")]
    [InlineData("a|b\n|-")]
    [InlineData("<a ")]
    [InlineData("&#x202E;")]
    [InlineData("https://a.b")]
    [InlineData("h")]
    [InlineData("路\n")]
    [InlineData("a\n")]
    [InlineData("\uFDD0")]
    public async Task A_hundred_thousand_characters_are_read_in_time(string piece)
    {
        var full = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        var justBelowTheLimits = string.Concat(Enumerable.Repeat(piece, 500)).PadRight(100_000, 'a');

        // The bound is far above the usual time, for busy machines, and far below what a quadratic reading would take.
        var texts = await Task.Run(() => new[] { Reader.Read(full), Reader.Read(justBelowTheLimits) }, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.All(texts, text => Assert.True(Depth(text.Blocks) <= 10));
    }

    [Fact]
    public void A_text_that_is_too_long_for_Markdown_is_read_as_it_stands()
    {
        var text = Reader.Read(new string('a', 100_001) + "\n*b*\n\nc");

        Assert.Equal(2, text.Blocks.Length);
        Assert.EndsWith("a\n*b*\n\nc", Readable.Of(text), StringComparison.Ordinal);
    }

    private static bool RichTextByWords(RichText expected, RichText actual) => Readable.Of(expected) == Readable.Of(actual);

    private static int Depth(IEnumerable<Block> blocks) => blocks.Select(block => block switch
    {
        Block.List list => 1 + list.Items.Select(item => Depth(item)).DefaultIfEmpty().Max(),
        Block.Quote quote => 1 + Depth(quote.Content),
        _ => 0,
    }).DefaultIfEmpty().Max();
}
