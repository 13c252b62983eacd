using BotHost.Announcements.Lint.Names;
using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;

namespace BotHost.Announcements.Tests.Lint.Names;

public sealed class NameRuleTests(ITestOutputHelper output)
{
    [Fact]
    public void A_talk_without_a_map_is_read_all_the_same()
    {
        var place = new SourceSpan("talks/a.yaml", 3, 1);
        var catalogue = new CatalogueBuilder()
            .With(new TalkBuilder()
                .Titled("Chinese Immigration", "an interview with Takehiro Masumoto")
                .Summary("We welcome Yudai Masutomo.")
                .By(PersonBuilder.GuestId)
                .With(talk => talk with { Source = place }))
            .Build();

        var findings = new NameRule().Check(catalogue).ToList();

        Assert.Equal(["name-spelling", "other-given-name"], findings.Select(finding => finding.Rule));
        Assert.All(findings, finding => Assert.Equal(place, finding.Where));
    }

    [Fact]
    public void Who_has_a_file_and_no_talk_is_noted()
    {
        var catalogue = new CatalogueBuilder().With(new PersonBuilder("ann-orr"), new PersonBuilder()).With(new TalkBuilder().By(PersonBuilder.GuestId)).Build();

        var finding = Assert.Single(new UnusedPersonRule().Check(catalogue));

        Assert.Equal(("unused-person", Severity.Note, "no talk names 'Ann Orr'"), (finding.Rule, finding.Severity, finding.Text));
    }

    [Fact]
    public void Every_finding_is_of_a_rule_that_is_announced()
    {
        Assert.Equal(["name-spelling", "other-given-name", "unlisted-person"], new NameRule().Rules.Select(rule => rule.Name));
        Assert.Equal(["unused-person"], new UnusedPersonRule().Rules.Select(rule => rule.Name));
    }

    /// <summary>The bound is for a slow machine that is busy with other tests; measured alone it is a fraction of that.</summary>
    [Fact]
    public void A_thousand_talks_are_read_in_a_moment()
    {
        var rule = new NameRule();
        Assert.Empty(rule.Check(Thousand("warming")));

        var fresh = Time(rule, Thousand("fresh"));
        var catalogue = Thousand("kept");
        Time(rule, catalogue);
        var kept = Enumerable.Range(0, 5).Min(_ => Time(rule, catalogue).TotalMilliseconds);

        output.WriteLine($"unseen {fresh.TotalMilliseconds:F0} ms, seen before {kept:F0} ms");
        Assert.True(kept < 150, $"{kept:F0} ms");
        Assert.True(fresh.TotalMilliseconds < 1500, $"{fresh.TotalMilliseconds:F0} ms");
    }

    private static TimeSpan Time(NameRule rule, TalkCatalogue catalogue)
    {
        var start = TimeProvider.System.GetTimestamp();
        Assert.Empty(rule.Check(catalogue));
        return TimeProvider.System.GetElapsedTime(start);
    }

    /// <summary>Talks of two kilobytes each, with two of five hundred people.</summary>
    private static TalkCatalogue Thousand(string salt)
    {
        const string Prose =
            "Originally, the word meant a profit, but since the Spelling of Beijing changed it has taken on another meaning. The Harbour Society of "
            + "Nagasaki and the Friends of the Archive keep letters from Batavia, Lisbon and Goa; nobody has read them in full. ";
        var talks = Enumerable.Range(0, 1000).Select(number => new TalkBuilder($"talk-{number}")
            .By($"guest-{number % 500}")
            .By($"guest-{(number * 7 + 1) % 500}", "Host")
            .With(talk => talk with
            {
                Written = new FakeMap(
                    ("title", "What the Tables Forgot"),
                    ("subtitle", $"an interview with {Name(number % 500)}"),
                    ("summary", $"{salt} " + string.Concat(Enumerable.Repeat(Prose, 7)) + $"We welcome {Name(number % 500)}. {Name((number * 7 + 1) % 500)} asks.")),
            }));
        var people = Enumerable.Range(0, 500).Select(number => new PersonBuilder($"guest-{number}").Named(Name(number)));
        return new CatalogueBuilder().With([.. people]).With([.. talks]).Build();
    }

    private static string Name(int number)
    {
        string[] starts = ["Bra", "Cor", "Dul", "Fen", "Gri", "Hol", "Jas", "Kem", "Lor", "Mun"];
        string[] middles = ["ba", "ce", "di", "fo", "gu"];
        string[] ends = ["lander", "mont", "quist", "ridge", "stad", "thwait", "verra", "winkel", "xavi", "zonda"];
        return $"{starts[number % 10]}{middles[number / 100]}n {starts[number / 10 % 10]}{middles[number % 5]}{ends[number / 50]}";
    }
}
