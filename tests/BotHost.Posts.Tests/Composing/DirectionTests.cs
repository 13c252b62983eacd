using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Posts.Tests.Support;

namespace BotHost.Posts.Tests.Composing;

/// <summary>Words that run from right to left stay in their places and leave their neighbours in theirs.</summary>
public sealed class DirectionTests
{
    private const string Hebrew = "הגירה ואי-נחת";

    [Theory]
    [InlineData("הגירה ואי-נחת *מ*")] // Hebrew
    [InlineData("الهجرة")] // Arabic
    [InlineData("ܫܠܡܐ")] // Syriac
    [InlineData("ދިވެހި")] // Thaana
    [InlineData("ߒߞߏ")] // N'Ko
    [InlineData("𞤀𞤣𞤤𞤢𞤥")] // Adlam
    public void A_value_is_set_apart_inside_a_line_and_stands_bare_where_it_is_the_line(string value)
    {
        var person = Sample.Guest with { Name = value, NativeName = null, Bio = RichText.Empty, Headline = null };
        var talk = Sample.Talk with
        {
            Title = value,
            Subtitle = value,
            Place = new Place(value, value),
            People = [new TalkPerson(person.Id, value)],
            Links = [new TypedLink("book", value, new Uri("https://example.org/1")), new TypedLink("book", "Two", new Uri("https://example.org/2"))],
        };

        var post = Sample.Compose(talk, catalogue: Sample.Catalogue(Sample.Series with { Name = value, Heading = value, Hashtags = ["Tokyo", "#מ"] }, person));

        var text = Readable.Of(post.Body);
        Assert.StartsWith($"【\u2068{value}\u2069】\n\u2068{value}\u2069 176\n\n<h1> {value}\n\n{value}\n\n<b>When:", text, StringComparison.Ordinal);
        Assert.Contains($"<b>Where:</b> \u2068{value}\u2069, \u2068{value}\u2069\n", text, StringComparison.Ordinal);
        Assert.Contains($"<a https://example.org/1>\u2068{value}\u2069</a>\n<a https://example.org/2>Two</a>", text, StringComparison.Ordinal);
        Assert.Contains($"\n\n\u2068{value}\u2069 — \u2068{value}\u2069\n\n#Tokyo \u2068#מ\u2069", text, StringComparison.Ordinal);
        Assert.StartsWith($"\u2068{value}\u2069 176: \u2068{value}\u2069 · <Full", Readable.Of(post.Lead), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_run_from_left_to_right_are_not_set_apart()
    {
        var text = HandlebarsComposerTests.Everything(Sample.Compose(Sample.Talk));

        Assert.DoesNotContain(text, character => character is >= '\u2066' and <= '\u2069');
    }

    [Theory]
    [InlineData("\u202E\u2067הג\u2069ירה\u202C")]
    [InlineData("\u2068הגירה")]
    [InlineData("הגירה\u2069\u2069\u202B")]
    public void Marks_of_direction_in_a_value_are_taken_out_so_that_it_cannot_end_its_own_place(string name)
    {
        var series = Sample.Series with { Name = name };

        var post = Sample.Compose(Sample.Talk with { Title = name }, catalogue: Sample.Catalogue(series));

        Assert.StartsWith("\u2068הגירה\u2069 176: \u2068הגירה\u2069 · <Full", Readable.Of(post.Lead), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_leaks_out_of_the_paragraphs_of_summaries_bios_and_headlines()
    {
        const string Open = "\u202E\u2066\u202Aאבג \u2067abc";
        var guest = Sample.Guest with { Bio = RichText.Empty, Headline = Open };
        var interviewer = Sample.Interviewer with { Bio = Sample.Markdown(Open + "\n\n" + Open) };
        var talk = Sample.Talk with { Summary = Sample.Markdown($"{Open}\n\n- {Open}\n\n> {Open}\n\n`{Open}`") };

        var text = HandlebarsComposerTests.Everything(Sample.Compose(talk, catalogue: Sample.Catalogue(null, guest, interviewer)));

        Assert.Contains("אבג abc\n\n<-> אבג abc\n\n<quote> אבג abc\n\n<code>אבג abc</code>\n\n", text, StringComparison.Ordinal);
        Assert.Contains("— Guest\n\nאבג abc\n\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text.EnumerateRunes(), rune => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));
    }

    [Fact]
    public void A_button_is_a_place_of_its_own()
    {
        var talk = Sample.Talk with { Links = [new TypedLink("book", Hebrew, new Uri("https://example.org/"))] };

        Assert.Equal(Hebrew, Sample.Compose(talk).Buttons.Single().Label);
    }
}
