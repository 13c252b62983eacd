using BotHost.Announcements.Lint.Names;
using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;

namespace BotHost.Announcements.Tests.Lint.Names;

public sealed class NameRuleTests
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
}
