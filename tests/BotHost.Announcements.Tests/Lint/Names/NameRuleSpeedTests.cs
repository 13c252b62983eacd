using BotHost.Announcements.Lint.Names;
using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;

namespace BotHost.Announcements.Tests.Lint.Names;

/// <summary>The bounds leave room for an unoptimised build, which takes four times as long. Counts processor time, for the machine may be busy; so nothing else of this process runs meanwhile.</summary>
[CollectionDefinition(nameof(NameRuleSpeedTests), DisableParallelization = true)]
[Collection(nameof(NameRuleSpeedTests))]
public sealed class NameRuleSpeedTests(ITestOutputHelper output)
{
    [Fact]
    public void A_thousand_talks_are_read_in_a_moment()
    {
        var rule = new NameRule();
        Measure(rule, Thousand("warming"));

        var fresh = Enumerable.Range(0, 3).Min(number => Measure(rule, Thousand($"fresh {number}")));
        var catalogue = Thousand("kept");
        Measure(rule, catalogue);
        var kept = Enumerable.Range(0, 5).Min(_ => Measure(rule, catalogue));

        output.WriteLine($"unseen {fresh} ms, seen before {kept} ms");
        Assert.True(kept < 400, $"seen before: {kept} ms");
        Assert.True(fresh < 1500, $"unseen: {fresh} ms");
    }

    /// <summary>Milliseconds of all threads, the collector's included.</summary>
    private static double Measure(NameRule rule, TalkCatalogue catalogue)
    {
        var before = Environment.CpuUsage.TotalTime;
        Assert.Empty(rule.Check(catalogue));
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
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
