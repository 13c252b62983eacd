using BotHost.Announcements.Lint;
using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Announcements.Tests.Lint;

/// <summary>Unless a row says otherwise, both talks are of different series, in no place, by nobody, on the same evening at 19:00 for 90 minutes.</summary>
public sealed class ClashRuleTests
{
    private static readonly Dictionary<string, Row> Rows = new()
    {
        ["nothing in common"] = new(talk => talk, talk => talk, ""),
        ["the same series"] = new(talk => talk, talk => talk.In("one"), "the same series"),
        ["the same place, written otherwise"] = new(talk => talk.Place("Town Library"), talk => talk.Place("town  library"), "the same place"),
        ["one place with and without an address"] = new(talk => talk.Place("Town Library", "1 Street"), talk => talk.Place("Town Library"), "the same place"),
        ["two houses of one name"] = new(talk => talk.Place("Town Library", "1 Street, Ulm"), talk => talk.Place("Town Library", "2 Road, Rom"), ""),
        ["no place at all"] = new(talk => talk.Place("online"), talk => talk.Place("Online"), ""),
        ["the same person"] = new(talk => talk.By("jo-example"), talk => talk.By("jo-example", "Host"), "Jo Example in both"),
        ["several things"] = new(talk => talk.By("jo"), talk => talk.By("jo").In("one"), "the same series, Jo in both"),
        ["one ends when the other begins"] = new(talk => talk.In("one"), talk => talk.In("one").At(2027, 1, 20, 20, 30), ""),
        ["one begins in the other's last minute"] = new(talk => talk.In("one"), talk => talk.In("one").At(2027, 1, 20, 20, 29), "the same series"),
        ["another zone, another time"] = new(talk => talk.In("one"), talk => talk.In("one").InZone("Europe/Berlin"), ""),
        ["a draft"] = new(talk => talk.In("one"), talk => talk.In("one").Is(TalkStatus.Draft), ""),
        ["a cancelled one"] = new(talk => talk.In("one"), talk => talk.In("one").Is(TalkStatus.Cancelled), ""),
        ["a postponed one"] = new(talk => talk.In("one"), talk => talk.In("one").Is(TalkStatus.Postponed), ""),
        ["a day without an hour"] = new(talk => talk.In("one"), talk => talk.In("one").OnDate(2027, 1, 20), ""),
    };

    public static TheoryData<string> Cases => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Talks_that_overlap_and_share_something_are_named_once_at_the_later_file(string name)
    {
        var row = Rows[name];
        var catalogue = Catalogue(row.First(Talk("a")), row.Second(Talk("b").In("two")));

        var findings = new ClashRule().Check(catalogue).Select(finding => $"{finding.Where} {finding.Text}");

        string[] expected = row.Common.Length == 0 ? [] : [$"b.yaml:4:8 the talk runs while 'a' does (a.yaml:4), with {row.Common}"];
        Assert.Equal(expected, findings);
    }

    [Fact]
    public void Of_three_at_once_two_are_told()
    {
        var findings = new ClashRule().Check(Catalogue(Talk("c"), Talk("b"), Talk("a"))).Select(finding => finding.Where.File).Order();

        Assert.Equal(["b.yaml", "c.yaml"], findings);
    }

    [Fact]
    public void A_long_talk_clashes_with_each_short_one_inside_it()
    {
        var findings = new ClashRule().Check(Catalogue(Talk("a").Lasting(300), Talk("b").At(2027, 1, 20, 20), Talk("c").At(2027, 1, 20, 23)));

        Assert.Equal(["b.yaml", "c.yaml"], findings.Select(finding => finding.Where.File).Order());
    }

    [Fact]
    public void Of_ten_at_once_each_is_told_against_one_and_not_against_all_others()
    {
        var first = new LocalDateTime(2027, 1, 1, 19, 0);
        var talks = Enumerable.Range(0, 20_000).Select(number => Talk($"t{number}").With(talk => talk with { Start = new TalkStart.At(first.PlusDays(number / 10), talk.Zone) }));

        Assert.Equal(18_000, new ClashRule().Check(Catalogue([.. talks])).Count());
    }

    private static TalkBuilder Talk(string id) =>
        new TalkBuilder(id).In("one").With(talk => talk with { Source = new SourceSpan($"{id}.yaml", 1, 1), Written = new Starts($"{id}.yaml") });

    private static TalkCatalogue Catalogue(params TalkBuilder[] talks) => new CatalogueBuilder()
        .With(new Series { Id = new SeriesId("one"), Name = "One" })
        .With(new Series { Id = new SeriesId("two"), Name = "Two" })
        .With(talks)
        .Build();

    private sealed record Row(Func<TalkBuilder, TalkBuilder> First, Func<TalkBuilder, TalkBuilder> Second, string Common);

    private sealed class Starts(string file) : ISourceMap
    {
        public IEnumerable<KeyValuePair<string, SourceText>> Texts => [];

        public SourceSpan Where(string path) => new(file, path == "start" ? 4 : 1, 8);

        public SourceText? Text(string path) => null;
    }
}
