using System.Globalization;
using BotHost.Announcements.Lint;
using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;

namespace BotHost.Announcements.Tests.Lint;

public sealed class InvisibleCharacterRuleTests
{
    [Theory]
    [InlineData("a\u200Bb", 2, "U+200B ZERO WIDTH SPACE")]
    [InlineData("Wa\u00ADseda", 3, "U+00AD SOFT HYPHEN")]
    [InlineData("title\uFEFF", 6, "U+FEFF ZERO WIDTH NO-BREAK SPACE (a byte order mark)")]
    [InlineData("a\u2060b", 2, "U+2060 WORD JOINER")]
    [InlineData("a\u200Db", 2, "U+200D ZERO WIDTH JOINER")]
    [InlineData("a\u200Cb", 2, "U+200C ZERO WIDTH NON-JOINER")]
    [InlineData("\u202Egnp.exe", 1, "U+202E RIGHT-TO-LEFT OVERRIDE")]
    [InlineData("שלום \u202Babc\u202C", 6, "U+202B RIGHT-TO-LEFT EMBEDDING", 2)]
    [InlineData("Tokyo\u200E", 6, "U+200E LEFT-TO-RIGHT MARK")]
    [InlineData("\u2067Tokyo\u2069", 1, "U+2067 RIGHT-TO-LEFT ISOLATE", 2)]
    [InlineData("\u2067שלום", 1, "U+2067 RIGHT-TO-LEFT ISOLATE")]
    [InlineData("\U0001F600x\U000E0041", 4, "U+E0041 TAG 'A'")]
    [InlineData("夜\u3164話", 2, "U+3164 HANGUL FILLER")]
    [InlineData("\U0001F469\u200D", 3, "U+200D ZERO WIDTH JOINER")]
    public void A_character_that_nobody_sees_is_named_at_its_place(string text, int column, string name, int findings = 1)
    {
        var told = Check(text);

        Assert.Equal(findings, told.Count);
        Assert.Equal((new SourceSpan("title", 1, column), $"the text holds {name}, which nobody sees"), (told[0].Where, told[0].Text));
    }

    [Theory]
    [InlineData("plain words – with “signs”, ñ and 夜話　さん")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("क्\u200Dष")]
    [InlineData("\U0001F469\u200D\U0001F469\u200D\U0001F467")]
    [InlineData("\U0001F3F3\uFE0F\u200D\U0001F308")]
    [InlineData("\U0001F9D1\U0001F3FD\u200D\U0001F4BB")]
    [InlineData("\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F")]
    [InlineData("שלום \u2066(Tokyo)\u2069")]
    [InlineData("שלום!\u200F")]
    [InlineData("❤\uFE0F")]
    [InlineData("葛\U000E0100")]
    public void What_a_script_or_an_emoji_needs_stays(string text) => Assert.Empty(Check(text));

    [Fact]
    public void The_same_character_many_times_in_a_text_is_told_once()
    {
        var finding = Assert.Single(Check("a\u200Bb\u200Bc\u200B"));

        Assert.Equal("the text holds U+200B ZERO WIDTH SPACE, which nobody sees, 3 times", finding.Text);
        Assert.Equal("2", finding.Where.Column.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Channels_series_and_people_are_looked_at_too()
    {
        var dirty = new Page(("name", "x\u200B"));
        var catalogue = new CatalogueBuilder().With(new TalkBuilder().By("jo")).Channels(CatalogueBuilder.DiscordChannel with { Written = dirty }).Build();
        var jo = catalogue.People[new PersonId("jo")] with { Written = dirty };
        var series = catalogue.Series.Values.Single() with { Written = dirty };

        var findings = new InvisibleCharacterRule().Check(catalogue with
        {
            People = catalogue.People.SetItem(jo.Id, jo),
            Series = catalogue.Series.SetItem(series.Id, series),
        });

        Assert.Equal(3, findings.Count());
    }

    private static List<Finding> Check(string title) =>
        [.. new InvisibleCharacterRule().Check(new CatalogueBuilder().With(new TalkBuilder().With(talk => talk with { Written = new Page(("title", title)) })).Build())];
}
