using BotHost.Announcements.Texts;
using BotHost.Posts.Reading;
using BotHost.Posts.Tests.Support;

namespace BotHost.Posts.Tests.Reading;

/// <summary>Texts of odd shapes lose no word.</summary>
public sealed class TextShapesTests
{
    private static readonly MarkdigReader Reader = new();

    [Theory]
    [InlineData("[the book][b], [Book][] and [b]\n\n[b]: https://example.org/b 'T'\n[book]: <https://example.org/2>",
        "<a https://example.org/b>the book</a>, <a https://example.org/2>Book</a> and <a https://example.org/b>b</a>")]
    [InlineData("[a][nowhere]", "[a][nowhere]")]
    [InlineData("<https://例え.jp/道>", "<a https://例え.jp/%E9%81%93>https://例え.jp/道</a>")]
    [InlineData("<b>a</b><br>\n<!-- x -->", "<b>a</b><br> <!-- x -->")]
    [InlineData("| A |\n|---|\n| 1 | 2 |", "A\n1 | 2")]
    [InlineData("| A | | C |\n|---|---|---|\n| 1 | | |", "A |  | C\n1")]
    [InlineData("a | b\n--- | ---\nשלום | x", "a | b\nשלום | x")]
    [InlineData("1. a\n   > b\n   1. c\n2. d", "<1> a\n\n<1> <quote> b\n\n<1> <1> c\n\n<2> d")]
    [InlineData("👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦")]
    [InlineData("   \n\t\n", "")]
    [InlineData("![](https://example.org/a.png)", "<a https://example.org/a.png>https://example.org/a.png</a>")]
    [InlineData("[![alt](https://example.org/a.png)](https://example.org/)", "<a https://example.org/>alt</a>")]
    public void Each_shape_is_read_as_expected(string markdown, string expected)
    {
        Assert.Equal(expected, Readable.Of(Reader.Read(markdown)));
    }

    [Fact]
    public void A_list_in_ten_levels_keeps_them_all()
    {
        var markdown = string.Join('\n', Enumerable.Range(0, 10).Select(level => $"{new string(' ', level * 2)}- w{level}"));

        Assert.Equal(
            "<-> w0\n\n<-> <-> w1\n\n<-> <-> <-> w2\n\n<-> <-> <-> <-> w3\n\n<-> <-> <-> <-> <-> w4\n\n<-> <-> <-> <-> <-> <-> w5\n\n"
            + "<-> <-> <-> <-> <-> <-> <-> w6\n\n<-> <-> <-> <-> <-> <-> <-> <-> w7\n\n<-> <-> <-> <-> <-> <-> <-> <-> <-> w8\n\n"
            + "<-> <-> <-> <-> <-> <-> <-> <-> <-> <-> w9",
            Readable.Of(Reader.Read(markdown)));
    }

    [Fact]
    public void Three_hundred_links_are_three_hundred_links()
    {
        var text = Reader.Read(string.Join(", ", Enumerable.Range(0, 300).Select(index => $"[w{index}](https://example.org/{index})")));

        var links = Assert.IsType<Block.Paragraph>(Assert.Single(text.Blocks)).Content.OfType<Inline.Link>().ToList();
        Assert.Equal(Enumerable.Range(0, 300).Select(index => $"https://example.org/{index}"), links.Select(link => link.Url.AbsoluteUri));
        Assert.Equal(string.Join(", ", Enumerable.Range(0, 300).Select(index => $"w{index}")), Readable.Words(text));
    }

    [Fact]
    public void Every_word_of_a_hundred_thousand_characters_is_there()
    {
        var words = Enumerable.Range(0, 14_000).Select(index => $"w{index:00000}").ToList();
        var markdown = string.Join(' ', words);

        Assert.InRange(markdown.Length, 97_000, MarkdigReader.MaxLength);
        Assert.Equal(words, Readable.Words(Reader.Read(markdown)).Split(' '));
    }

    [Fact]
    public void What_nests_deeper_than_ten_styles_keeps_its_words_in_their_order()
    {
        var markdown = string.Concat(Enumerable.Range(0, 14).Select(level => level % 2 == 0 ? $"*w{level} " : $"**w{level} "))
            + "x" + string.Concat(Enumerable.Range(0, 14).Select(level => level % 2 == 0 ? "**" : "*"));

        Assert.Equal(
            "w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 w12 w13 x",
            Readable.Words(Reader.Read(markdown)).Replace("*", "", StringComparison.Ordinal));
    }
}
