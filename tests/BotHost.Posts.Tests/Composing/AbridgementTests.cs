using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Talks;
using BotHost.Posts.Tests.Support;

namespace BotHost.Posts.Tests.Composing;

public sealed class AbridgementTests
{
    [Fact]
    public void Short_bios_are_the_headline_or_the_first_paragraph()
    {
        var text = Body(Sample.Talk, Rung.ShortBios);

        Assert.Contains("— Guest\n\nJournalist in three countries\n\n<h2> Chang Che — Interviewer\n\nChang Che writes", text, StringComparison.Ordinal);
        Assert.DoesNotContain("quadrilingual", text, StringComparison.Ordinal);
        Assert.Contains("The newcomers", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_only_keep_the_whole_summary()
    {
        var text = Body(Sample.Talk, Rung.NamesOnly);

        Assert.Contains("\n\nTakehiro Masutomo (舛友 雄大) — Guest\nChang Che — Interviewer\n\n", text, StringComparison.Ordinal);
        Assert.Contains("The newcomers", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Chang Che writes", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_summary_is_its_first_paragraph()
    {
        var text = Body(Sample.Talk, Rung.ShortSummary);

        Assert.Contains("now it means to leave.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("The newcomers", text, StringComparison.Ordinal);
        Assert.Contains("Chang Che — Interviewer", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_only_are_title_time_place_and_links()
    {
        Assert.Equal(
            """
            【New Event】
            Asian Talk 176

            <h1> Chinese Immigration and Its Discontents

            <b>When:</b> <Full 2027-01-20T10:00:00Z Asia/Tokyo> (<Relative 2027-01-20T10:00:00Z Asia/Tokyo>)
            <b>Where:</b> Old School House, 1-2-3 Hongo, Tokyo (<a https://map.example.org/?q=hongo&z=1>map</a>)
            <b>Online:</b> the link will follow

            <a https://str.toyokeizai.net/books/9784492224243/>The book</a>
            <a https://signup.example.org/176>Sign up</a>
            """.ReplaceLineEndings("\n"),
            Body(Sample.Talk, Rung.FactsOnly));
    }

    [Theory]
    [InlineData(null, "Short.")]
    [InlineData("A headline that is a good deal longer than the bio itself", "Short.")]
    [InlineData("A headline", "")]
    [InlineData("A headline", "First.\n\nSecond, which is longer than all.")]
    [InlineData(null, "# About\n\nFirst.\n\nSecond.")]
    public void No_rung_is_longer_than_the_one_before(string? headline, string bio)
    {
        var guest = Sample.Guest with { Headline = headline, Bio = Sample.Markdown(bio) };
        var talks = new[] { Sample.Talk, Sample.Empty, Sample.Talk with { Summary = Sample.Markdown("# Only a heading") } };

        foreach (var talk in talks)
        {
            foreach (var kind in Enum.GetValues<StepKind>().Except([StepKind.Digest]))
            {
                var lengths = PostDetail.Ladder(1)
                    .Select(detail => Readable.Words(Sample.Compose(talk, kind, detail: detail, catalogue: Sample.Catalogue(null, guest)).Body).Length)
                    .ToList();

                Assert.Equal(lengths.OrderDescending(), lengths);
            }
        }
    }

    [Fact]
    public void A_bio_of_a_hundred_thousand_characters_is_read_in_time_and_gone_where_only_names_are_told()
    {
        var bio = string.Concat(Enumerable.Repeat("All *work* and no play, they say, makes a person dull. ", 1_800));
        var guest = Sample.Guest with { Headline = null, Bio = Sample.Markdown(bio) };
        var catalogue = Sample.Catalogue(null, guest);

        var full = Readable.Words(Sample.Compose(Sample.Talk, catalogue: catalogue).Body);
        var names = Readable.Words(Sample.Compose(Sample.Talk, rung: Rung.NamesOnly, catalogue: catalogue).Body);

        Assert.True(full.Length > 90_000);
        Assert.True(names.Length < 1_000);
    }

    [Fact]
    public void A_person_without_any_bio_is_a_name_among_bios()
    {
        var chair = new Person { Id = new PersonId("chair"), Name = "Tomasz Wilk" };
        var talk = Sample.Talk with { People = Sample.Talk.People.Insert(1, new TalkPerson(chair.Id, "Chair")) };

        var text = Readable.Of(Sample.Compose(talk, catalogue: Sample.Catalogue(null, chair)).Body);

        Assert.Contains("\n\n<h2> Tomasz Wilk — Chair\n\n<h2> Chang Che — Interviewer\n\n", text, StringComparison.Ordinal);
    }

    private static string Body(Talk talk, Rung rung) => Readable.Of(Sample.Compose(talk, rung: rung).Body);
}
