using System.Collections.Immutable;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Tests.Texts;

/// <summary>A text that is too long is parted where a careful editor would part it. Lengths are those of the plain words.</summary>
public sealed class TextSplitterTests
{
    private static readonly Inline.Link Link = new(new Uri("https://example.org/a/long/address"), [new Inline.Text("a link of many words")]);

    [Theory]
    [InlineData("Between paragraphs where they fit", 28, "aaa bbb ccc¶ddd eee fff¶ggg", "aaa bbb ccc¶ddd eee fff|ggg")]
    [InlineData("A paragraph that fits alone is not parted to fill a piece", 20, "aaa bbb ccc¶ddd eee fff ggg", "aaa bbb ccc|ddd eee fff ggg")]
    [InlineData("Between sentences", 24, "One is short. Two is short. Three", "One is short.|Two is short. Three")]
    [InlineData("At blanks where a sentence is too long", 10, "aaa bbb ccc ddd", "aaa bbb|ccc ddd")]
    [InlineData("Between ideographs", 5, "東京大学公開講座", "東京大学公|開講座")]
    [InlineData("Not before a full stop, nor after an opening bracket", 4, "東京大学。「講座」", "東京大|学。|「講座」")]
    [InlineData("Between characters as a last resort", 4, "abcdefghij", "abcd|efgh|ij")]
    [InlineData("No word is torn to fill what little room is left", 14, "aaa bbb¶wavering tides run", "aaa bbb|wavering tides|run")]
    [InlineData("A heading goes with what it stands above", 24, "aaa bbb ccc¶# Title¶ddd eee fff", "aaa bbb ccc|# Title¶ddd eee fff")]
    public void It_is_parted_at_the_best_place(string _, int most, string text, string expected) =>
        Assert.Equal(expected, Joined(Read(text), most));

    [Fact]
    public void What_fits_stays_whole() => Assert.Equal("one¶two", Joined(Read("one¶two"), 100));

    [Fact]
    public void Nothing_is_no_piece() => Assert.Empty(TextSplitter.Split(RichText.Empty, (_, _) => true)!.Value);

    [Theory]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 12, "👨‍👩‍👧‍👦|👨‍👩‍👧‍👦")]
    [InlineData("e\u0301e\u0301e\u0301", 3, "e\u0301|e\u0301|e\u0301")]
    [InlineData("🇯🇵🇹🇼", 7, "🇯🇵|🇹🇼")]
    public void No_character_is_torn(string text, int most, string expected) => Assert.Equal(expected, Joined(RichText.Plain(text), most));

    [Fact]
    public void Where_not_even_one_character_fits_there_are_no_pieces() =>
        Assert.Null(TextSplitter.Split(RichText.Plain("👨‍👩‍👧‍👦"), Within(4)));

    [Fact]
    public void A_link_stays_whole()
    {
        var text = RichText.Of(new Block.Paragraph([new Inline.Text("Read this now: "), Link, new Inline.Text(" and then rest.")]));

        var pieces = TextSplitter.Split(text, Within(58))!.Value;

        Assert.Equal(3, pieces.Length);
        Assert.Equal([Link], Assert.IsType<Block.Paragraph>(Assert.Single(pieces[1].Blocks)).Content);
        Assert.Null(TextSplitter.Split(text, Within(40)));
    }

    [Fact]
    public void Emphasis_goes_on_in_the_next_piece()
    {
        var text = RichText.Of(new Block.Paragraph([new Inline.Styled(TextStyle.Strong, [new Inline.Text("aaa bbb ccc ddd")])]));

        var pieces = TextSplitter.Split(text, Within(8))!.Value;

        Assert.Equal(2, pieces.Length);
        Assert.All(pieces, piece => Assert.IsType<Inline.Styled>(Assert.Single(Assert.IsType<Block.Paragraph>(Assert.Single(piece.Blocks)).Content)));
    }

    [Fact]
    public void A_list_is_parted_between_its_items_and_goes_on_counting()
    {
        var text = RichText.Of(new Block.List(7, [.. "aaaa bbbb cccc".Split(' ').Select(word => ImmutableArray.Create<Block>(Words(word)))]));

        var pieces = TextSplitter.Split(text, Within(16))!.Value;

        Assert.Equal([7, 9], pieces.Select(piece => ((Block.List)piece.Blocks[0]).FirstNumber));
        Assert.Equal([2, 1], pieces.Select(piece => ((Block.List)piece.Blocks[0]).Items.Length));
    }

    [Fact]
    public void A_quote_and_code_are_parted_inside()
    {
        var text = RichText.Of(new Block.Quote([Words("aaaa"), Words("bbbb")]), new Block.Code("one\ntwo\nthree"));

        var pieces = TextSplitter.Split(text, Within(12))!.Value;

        Assert.Equal(["> aaaa", "> bbbb", "one", "two", "three"], pieces.SelectMany(piece => PlainText.Of(piece, "en").Split('\n')).Select(line => line.StartsWith(' ') ? line.Trim() : line).Where(line => line.Trim().Length > 1));
    }

    private static Func<RichText, int, bool> Within(int most) => (text, _) => PlainText.Of(text, "en").Length <= most;

    private static string Joined(RichText text, int most) =>
        string.Join('|', TextSplitter.Split(text, Within(most))!.Value.Select(piece => PlainText.Of(piece, "en").Replace("\n\n", "¶", StringComparison.Ordinal)));

    private static RichText Read(string text) => new([.. text.Split('¶').Select(part => part.StartsWith("# ", StringComparison.Ordinal)
        ? new Block.Heading(1, [new Inline.Text(part[2..])]) as Block
        : Words(part))]);

    private static Block.Paragraph Words(string words) => new Block.Paragraph([new Inline.Text(words)]);
}
