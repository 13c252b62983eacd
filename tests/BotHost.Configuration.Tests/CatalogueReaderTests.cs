using System.Collections.Immutable;
using System.Text;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Tests.Builders;
using NodaTime;

namespace BotHost.Configuration.Tests;

public sealed class CatalogueReaderTests
{
    [Fact]
    public void A_finding_says_where_and_what_and_how_to_fix_it()
    {
        using var config = new ConfigOnDisk();
        config.Replace("talks/a.yaml", "title: First", "title: First\nsubtitel: Second");

        var finding = Assert.Single(config.Read().Findings);

        Assert.Equal("talks/a.yaml:4:1: error: 'subtitel' is not a key of a talk; did you mean 'subtitle'? [unknown-key]", finding.ToString());
    }

    [Fact]
    public void A_missing_config_names_the_folder_and_the_way_out()
    {
        using var config = new ConfigOnDisk();
        var nowhere = Path.Combine(config.Root, "nowhere");

        var finding = Assert.Single(ConfigOnDisk.Read(nowhere).Findings);

        Assert.Equal($"no bothost.yaml in {nowhere}", finding.Text);
        Assert.Equal($"write one with `bothost init --config {nowhere}`", finding.Remedy);
    }

    [Theory]
    [InlineData("zone: Tokyo", "did you mean 'Asia/Tokyo'?")]
    [InlineData("zone: Asia/Tokio", "did you mean 'Asia/Tokyo'?")]
    [InlineData("online: example.org/join", "did you mean 'https://example.org/join'?")]
    [InlineData("status: canceled", "did you mean 'cancelled'?")]
    [InlineData("campaign: standart", "did you mean 'standard'?")]
    public void A_slip_of_the_finger_is_answered_with_a_guess(string line, string remedy)
    {
        using var config = new ConfigOnDisk();
        config.Replace("talks/a.yaml", "title: First", "title: First\n" + line);

        Assert.Equal(remedy, Assert.Single(config.Read().Findings).Remedy);
    }

    [Fact]
    public void A_byte_order_mark_and_Windows_line_ends_change_nothing()
    {
        using var config = new ConfigOnDisk();
        config.Write("talks/a.yaml", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(ConfigOnDisk.Talk.Replace("\n", "\r\n", StringComparison.Ordinal))]);

        var reading = config.Read();

        Assert.Empty(reading.Findings);
        Assert.Equal("First", reading.Catalogue!.Talks[new TalkId("first")].Title);
    }

    [Fact]
    public void Everything_is_text_even_what_YAML_takes_for_something_else()
    {
        using var config = new ConfigOnDisk();
        config.Replace("bothost.yaml", "[en]", "[no, en]");
        config.Replace("talks/a.yaml", "title: First", "title: 1.50\nnumber: 007\nsubtitle: null\ntags: [yes, 2027-01-01, 1e3]");

        var talk = config.Read().Catalogue!.Talks[new TalkId("first")];

        Assert.Equal(("1.50", "007", "null", "no"), (talk.Title, talk.Number, talk.Subtitle, talk.Language));
        Assert.Equal(["yes", "2027-01-01", "1e3"], talk.Tags);
    }

    [Fact]
    public void A_talk_inherits_from_its_series_and_the_series_from_the_community()
    {
        using var config = new ConfigOnDisk();
        config.Replace("bothost.yaml", "    name: Talks", "    name: Talks\n    zone: Asia/Seoul\n    length: 2 hours");
        config.Replace("bothost.yaml", "series:\n", "series:\n  plain:\n    name: Plain\n    campaign: standard\n");
        config.Write("talks/b.yaml", "id: second\nseries: plain\ntitle: Second\nstart: 2027-03-02\n");

        var talks = config.Read().Catalogue!.Talks;

        Assert.Equal(("Asia/Seoul", Duration.FromHours(2)), (talks[new TalkId("first")].Zone.Id, talks[new TalkId("first")].Length));
        Assert.Equal(("Europe/Berlin", Duration.FromMinutes(90)), (talks[new TalkId("second")].Zone.Id, talks[new TalkId("second")].Length));
        Assert.Equal(TalkStatus.Draft, talks[new TalkId("second")].Status);
        Assert.IsType<TalkStart.OnDate>(talks[new TalkId("second")].Start);
    }

    [Fact]
    public void Steps_and_links_may_stand_on_one_line()
    {
        using var config = new ConfigOnDisk();
        config.Replace("bothost.yaml", "moderators:", "    - { id: later, kind: reminder, when: 1 day before at 10:00, mention: yes }\nmoderators:");
        config.Replace("talks/a.yaml", "title: First", "title: First\nlinks: [{ book: https://example.org/a, label: A book }, { home-page: https://example.org }]");

        var catalogue = config.Read().Catalogue!;

        var step = Assert.Single(catalogue.Campaigns).Value.Steps[1];
        Assert.Equal((new StepTime.DaysBefore(1, new LocalTime(10, 0)), true), (step.When, step.Mentions));
        Assert.Equal(
            [new TypedLink("book", "A book", new Uri("https://example.org/a")), new TypedLink("home-page", "Home page", new Uri("https://example.org"))],
            catalogue.Talks[new TalkId("first")].Links);
    }

    [Fact]
    public void A_talk_can_say_that_nothing_goes_out_by_itself()
    {
        using var config = new ConfigOnDisk();
        config.Replace("talks/a.yaml", "title: First", "title: First\ncampaign: none");

        var reading = config.Read();

        Assert.Empty(reading.Findings);
        Assert.Null(reading.Catalogue!.Talks[new TalkId("first")].Campaign);
    }

    [Fact]
    public void A_link_whose_time_is_open_stays_hidden()
    {
        using var config = new ConfigOnDisk();
        config.Replace("talks/a.yaml", "2027-03-01 19:00", "2027-03-01");
        config.Replace("talks/a.yaml", "title: First", "title: First\nonline: {url: \"https://a.example\", reveal: 1 hour before}");

        var online = config.Read().Catalogue!.Talks[new TalkId("first")].Online!;

        Assert.True(online.Reveal > Instant.FromUtc(2100, 1, 1, 0, 0));
    }

    [Fact]
    public void An_announce_time_is_a_time_of_the_talk_s_zone()
    {
        using var config = new ConfigOnDisk();
        config.Replace("talks/a.yaml", "title: First", "title: First\nannounce: 2027-01-05 9:30\nzone: Asia/Tokyo");

        Assert.Equal(Instant.FromUtc(2027, 1, 5, 0, 30), config.Read().Catalogue!.Talks[new TalkId("first")].AnnounceAt);
    }

    [Fact]
    public void The_rules_of_other_rooms_speak_beside_the_reader_s_own_findings()
    {
        using var config = new ConfigOnDisk();
        config.Replace("talks/a.yaml", "title: First", "title: First\nstatus: maybe");

        var reading = config.Read(new AddressRule());

        Assert.Equal(["bothost.yaml:10:5", "talks/a.yaml:4:9"], reading.Findings.Select(finding => finding.Where.ToString()));
        Assert.Null(reading.Catalogue);
    }

    [Fact]
    public void A_broken_talk_reaches_no_rule_and_every_reference_that_does_resolves()
    {
        using var config = new ConfigOnDisk();
        config.Write("talks/b.yaml", "id: second\nseries: walks\ntitle: Second\nstart: 2027-03-02\npeople: [{person: nobody, role: Guest}]\n");
        var seen = new List<string>();

        config.Read(new LookingRule(seen));

        Assert.Equal(["first in Talks by Jo"], seen);
    }

    private sealed class AddressRule : ICatalogueRule
    {
        public ImmutableArray<LintRule> Rules => [];

        public IEnumerable<Finding> Check(TalkCatalogue catalogue) =>
            catalogue.Channels.Select(channel => new Finding(Severity.Error, channel.Source, "address", "too short", "write it whole"));
    }

    private sealed class LookingRule(List<string> seen) : ICatalogueRule
    {
        public ImmutableArray<LintRule> Rules => [];

        public IEnumerable<Finding> Check(TalkCatalogue catalogue)
        {
            seen.AddRange(catalogue.Talks.Values.Select(talk =>
                $"{talk.Id} in {catalogue.SeriesOf(talk).Name} by {string.Join(", ", talk.People.Select(part => catalogue.People[part.Person].Name))}"));
            return [];
        }
    }
}
