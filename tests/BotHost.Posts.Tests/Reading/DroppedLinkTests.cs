using BotHost.Announcements.Texts;
using BotHost.Posts.Reading;
using BotHost.Posts.Tests.Support;

namespace BotHost.Posts.Tests.Reading;

/// <summary>Whoever reads a text is told of the links that it lost.</summary>
public sealed class DroppedLinkTests
{
    [Theory]
    [InlineData("see [a](javascript:alert(1)) there", "4 javascript:alert(1)")]
    [InlineData("[a](/relative)", "0 /relative")]
    [InlineData("[a](about.md)", "0 about.md")]
    [InlineData("[a](#top)", "0 #top")]
    [InlineData("[a]()", "0 ")]
    [InlineData("[a](https://bank.example@evil.example/)", "0 https://bank.example@evil.example/")]
    [InlineData("x <ftp://example.org>", "2 ftp://example.org")]
    [InlineData("![a map](file:///etc/passwd)", "0 file:///etc/passwd")]
    [InlineData("[a][r]\n\n[r]: tg://user?id=1", "0 tg://user?id=1")]
    [InlineData("**[a](x:y)** and *[b](/z)*", "2 x:y|18 /z")]
    [InlineData("> - one [a](/b)", "8 /b")]
    [InlineData("One.\n\nTwo\nthree [a](/b)", "16 /b")]
    [InlineData("| A | B |\n|---|---|\n| c | [d](/e) |", "26 /e")]
    [InlineData("# [a](/b)", "2 /b")]
    [InlineData("[![a](pic.png)](https://example.org/)", "1 pic.png")]
    [InlineData("see https://bank.example@evil.example/ there", "4 https://bank.example@evil.example/")]
    [InlineData("予約:https://a@b.example/から。", "3 https://a@b.example/")]
    [InlineData("- x\n- *y* https://a@b.example, z", "10 https://a@b.example")]
    [InlineData("see [a](http://e.oا/) and http://e.oا there", "4 http://e.oا/|26 http://e.oا")]
    [InlineData("[a](mailto:a@e.oا)", "0 mailto:a@e.oا")]
    [InlineData("[a](https://例え.jp/) <https://bücher.example> [b](mailto:a@bücher.example)", "")]
    [InlineData("https:// and http:/x", "")]
    [InlineData("[a](https://example.org/) <https://example.org> https://example.org <a@example.org> [x] `[a](/b)`", "")]
    public void Each_is_told_with_its_place_and_its_target(string markdown, string expected)
    {
        Assert.Equal(expected, Dropped(markdown));
    }

    [Theory]
    [InlineData("\r\n\r\na [b](/c)", 6)]
    [InlineData("\u202Ea\u202C [b](/c)", 4)]
    [InlineData("😀 [b](/c)", 3)]
    [InlineData("\uFEFF[b](/c)", 1)]
    [InlineData("a\u2028b\u0000 [b](/c)", 5)]
    public void The_place_is_that_in_the_text_before_it_was_cleaned(string markdown, int place)
    {
        Assert.Equal($"{place} /c", Dropped(markdown));
        Assert.Equal('[', markdown[place]);
    }

    [Fact]
    public void Halves_of_characters_do_not_move_the_place()
    {
        Assert.Equal("3 /c", Dropped("\uD83Dx [b](/c)"));
    }

    [Fact]
    public void All_are_told_in_their_order()
    {
        var markdown = string.Join("\r\n\r\n", Enumerable.Range(0, 300).Select(index => $"[w{index}](/{index})"));
        var dropped = new List<DroppedLink>();

        new MarkdigReader().Read(markdown, dropped.Add);

        Assert.Equal(300, dropped.Count);
        Assert.All(dropped, (link, index) =>
        {
            Assert.Equal($"/{index}", link.Target);
            Assert.StartsWith($"[w{index}]", markdown[link.Index..], StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_words_are_read_the_same_whether_anybody_wants_to_know_or_not()
    {
        const string Markdown = "# T\n\n**a [b](/c)** https://example.org/x\n\n- ~~d~~\n\n| a | b |\n|---|---|\n| *c* | <x> |";

        Assert.Equal(Readable.Of(new MarkdigReader().Read(Markdown)), Readable.Of(new MarkdigReader().Read(Markdown, _ => { })));
    }

    private static string Dropped(string markdown)
    {
        var dropped = new List<string>();
        new MarkdigReader().Read(markdown, link => dropped.Add($"{link.Index} {link.Target}"));
        return string.Join('|', dropped);
    }
}
