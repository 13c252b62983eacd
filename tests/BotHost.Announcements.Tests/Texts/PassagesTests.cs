using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Tests.Texts;

/// <summary>What is left of a summary reads as if it had been written so.</summary>
public sealed class PassagesTests
{
    [Theory]
    [InlineData("One. Two! Three? Four", "One.|One. Two!|One. Two! Three?|One. Two! Three? Four")]
    [InlineData("He met T. Masutomo and Dr. Che, e.g. in Tokyo. Then he left.", "He met T. Masutomo and Dr. Che, e.g. in Tokyo.|He met T. Masutomo and Dr. Che, e.g. in Tokyo. Then he left.")]
    [InlineData("It costs 3.5 million. “Really?” he asked. (Yes.) Well", "It costs 3.5 million.|It costs 3.5 million. “Really?” he asked.|It costs 3.5 million. “Really?” he asked. (Yes.)|It costs 3.5 million. “Really?” he asked. (Yes.) Well")]
    [InlineData("「潤」とは。中国の言葉です！日本へ", "「潤」とは。|「潤」とは。中国の言葉です！|「潤」とは。中国の言葉です！日本へ")]
    [InlineData("彼は「行く。」と言った", "彼は「行く。」|彼は「行く。」と言った")]
    [InlineData("one line\nanother", "one line|one line\nanother")]
    [InlineData("No end", "No end")]
    [InlineData("Ends.", "Ends.")]
    [InlineData("Wait... what? Yes", "Wait... what?|Wait... what? Yes")]
    public void A_paragraph_is_told_by_its_sentences(string text, string expected)
    {
        var whole = RichText.Plain(text);

        Assert.Equal(expected.Split('|'), Enumerable.Range(1, Passages.Count(whole)).Select(count => PlainText.Of(Passages.Take(whole, count), "en")));
    }

    [Fact]
    public void After_the_first_paragraph_come_whole_blocks_and_no_heading_ends_a_text()
    {
        var text = RichText.Of(Heading("Why"), Words("One. Two."), Heading("How"), Words("Three. Four."), Words("Five."));

        Assert.Equal(4, Passages.Count(text));
        Assert.Equal("# Why\n\nOne.", PlainText.Of(Passages.Take(text, 1), "en"));
        Assert.Equal("# Why\n\nOne. Two.", PlainText.Of(Passages.Take(text, 2), "en"));
        Assert.Equal("# Why\n\nOne. Two.\n\n# How\n\nThree. Four.", PlainText.Of(Passages.Take(text, 3), "en"));
        Assert.Equal(text, Passages.Take(text, 4));
        Assert.Equal(text, Passages.Take(text, 99));
        Assert.True(Passages.Take(text, 0).IsEmpty);
    }

    [Fact]
    public void A_sentence_may_end_inside_emphasis_and_never_inside_a_link()
    {
        var link = new Inline.Link(new Uri("https://example.org/"), [new Inline.Text("First. Second.")]);
        var text = RichText.Of(new Block.Paragraph([new Inline.Styled(TextStyle.Strong, [new Inline.Text("Bold. More ")]), link, new Inline.Text(" end. Last")]));

        Assert.Equal(3, Passages.Count(text));
        var first = Assert.IsType<Block.Paragraph>(Assert.Single(Passages.Take(text, 1).Blocks));
        var styled = Assert.IsType<Inline.Styled>(Assert.Single(first.Content));
        Assert.Equal(new Inline.Text("Bold."), Assert.Single(styled.Content));
        Assert.Contains(link, Assert.IsType<Block.Paragraph>(Passages.Take(text, 2).Blocks[0]).Content);
    }

    [Fact]
    public void An_empty_text_has_none()
    {
        Assert.Equal(0, Passages.Count(RichText.Empty));
        Assert.True(Passages.Take(RichText.Empty, 1).IsEmpty);
    }

    private static Block.Heading Heading(string words) => new Block.Heading(1, [new Inline.Text(words)]);

    private static Block.Paragraph Words(string words) => new Block.Paragraph([new Inline.Text(words)]);
}
