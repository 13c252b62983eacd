using BotHost.Telegram.BotApi;
using BotHost.Telegram.Rendering;

namespace BotHost.Telegram.Tests.Rendering;

public class TextCutTests
{
    [Theory]
    [InlineData("what fits stays", "one two", 7, "one two")]
    [InlineData("at a paragraph", "one two\n\nthree", 12, "one two\n…")]
    [InlineData("at a word", "one two three", 10, "one two…")]
    [InlineData("between Japanese characters", "路地の音をあつめる", 6, "路地の音…")]
    [InlineData("between graphemes", "👩‍👩‍👧👩‍👩‍👧", 13, "👩‍👩‍👧…")]
    public void Answers_are_cut_where_it_hurts_least(string row, string text, int max, string expected)
    {
        Assert.NotEmpty(row);

        var cut = TextCut.Fit(new FormattedText(text, []), max);

        Assert.Equal(expected, cut.Text);
        Assert.True(cut.Text.Length <= max);
    }

    [Fact]
    public void A_link_is_kept_whole_or_left_out()
    {
        var text = new FormattedText("one two three four", [new MessageEntity("bold", 0, 18), new MessageEntity("text_link", 4, 14, Url: "https://example.org/")]);

        var cut = TextCut.Fit(text, 16);

        Assert.Equal("one…", cut.Text);
        Assert.Equal([new MessageEntity("bold", 0, 3)], cut.Entities);
    }
}
