using BotHost.Announcements.Lint;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Tests.Builders;

namespace BotHost.Configuration.Tests.Lint;

/// <summary>The heart's rules on real files: what they find stands where an organiser sees it. Places are counted by hand.</summary>
public sealed class LintOnDiskTests
{
    private const string Main = "bothost.yaml";
    private const string Talk = "talks/a.yaml";
    private const string Person = "people/jo.yaml";

    private static readonly Dictionary<string, Row> Rows = new()
    {
        ["no place"] = new(new MissingPlaceRule(), _ => { }, "talks/a.yaml:1:1 warning missing-place"),
        ["two talks of a series at once"] = new(
            new ClashRule(),
            config =>
            {
                config.Replace(Talk, "title: First", "title: First\nstatus: confirmed");
                config.Write("talks/b.yaml", "# The second.\nid: second\nseries: talks\ntitle: Second\nstatus: confirmed\nstart: 2027-03-01 20:00\n");
            },
            "talks/b.yaml:6:8 warning clash"),
        ["an announcement after its day"] = new(
            new LateAnnouncementRule(),
            config => config.Write(Talk, "id: first\nseries: talks\ntitle: First\nstart: 2027-03-01\nannounce: 2027-03-02 10:00\n"),
            "talks/a.yaml:5:11 warning announce-late"),
        ["http in a folded text"] = new(
            new AddressRule(), config => config.Write(Person, "id: jo\nname: Jo\nbio: >\n  A page\n  is at http://example.org/jo\n  and elsewhere.\n"), "people/jo.yaml:5:9 warning plain-http"),
        ["http in a short link"] = new(
            new AddressRule(), config => config.Replace(Talk, "title: First", "title: First\nlinks:\n  - book: http://example.org"), "talks/a.yaml:5:11 warning plain-http"),
        ["a login in a text, told once"] = new(
            new AddressRule(),
            config => config.Replace(Talk, "title: First", "title: First\nsummary: |\n  See https://bank.example@evil.example/ now."),
            "talks/a.yaml:5:7 warning url-login"),
        ["a login in a link is the reader's"] = new(
            new AddressRule(), config => config.Replace(Talk, "title: First", "title: First\nonline: https://bank.example@evil.example/"), "talks/a.yaml:4:9 error bad-url"),
        ["a label that looks like another page"] = new(
            new LinkHostRule(),
            config => config.Replace(Talk, "title: First", "title: First\nlinks:\n  - book: https://evil.example\n    label: example.org"),
            "talks/a.yaml:6:12 warning link-host"),
        ["an invisible character in a block of text"] = new(
            new InvisibleCharacterRule(),
            config => config.Replace(Talk, "title: First", "title: First\nsummary: |\n  One.\n\n  Two thr\u200Bee."),
            "talks/a.yaml:7:10 warning invisible-character"),
        ["a byte order mark in the middle"] = new(
            new InvisibleCharacterRule(), config => config.Replace(Talk, "title: First", "title: Fir\uFEFFst"), "talks/a.yaml:3:11 warning invisible-character"),
        ["a wrong weekday in a folded text"] = new(
            new WeekdayRule(),
            config => config.Replace(Talk, "title: First", "title: First\nsummary:\n  Come on\n  Tuesday, 1 March\n  at seven."),
            "talks/a.yaml:6:3 warning weekday"),
        ["a wrong weekday in a translation"] = new(
            new WeekdayRule(),
            config => config.Replace(Talk, "title: First", "title: First\ntranslations:\n  ja:\n    title: \"夜話 3月1日(火)\""),
            "talks/a.yaml:6:21 warning weekday"),
        ["tonight in a subtitle"] = new(
            new RelativeDayRule(), config => config.Replace(Talk, "title: First", "title: First\nsubtitle: join us tonight"), "talks/a.yaml:4:19 warning relative-day"),
        ["a picture without words"] = new(
            new MissingAltRule(), config => config.Replace(Talk, "title: First", "title: First\nimage: https://example.org/a.png"), "talks/a.yaml:4:8 warning missing-alt"),
        ["a channel in another language"] = new(
            new TranslationRule(),
            config =>
            {
                config.Replace(Main, "address: \"1\"", "address: \"1\"\n    languages: [en, ja]");
                config.Replace(Talk, "title: First", "title: First\nstatus: confirmed");
            },
            "talks/a.yaml:3:8 warning missing-translation"),
        ["a translation without a title"] = new(
            new TranslationRule(),
            config => config.Replace(Talk, "title: First", "title: First\ntranslations:\n  ja:\n    summary: 夜"),
            "talks/a.yaml:6:5 note partial-translation"),
        ["a spare campaign and an empty series"] = new(
            new UnusedRule(),
            config =>
            {
                config.Replace(Main, "campaigns:", "campaigns:\n  spare: []");
                config.Replace(Main, "series:\n", "series:\n  empty: { name: Empty, campaign: standard }\n");
            },
            "bothost.yaml:6:3 note unused-series",
            "bothost.yaml:15:3 note unused-campaign"),
        ["a tag that no talk has"] = new(
            new UnusedTagRule(),
            config =>
            {
                config.Replace(Main, "address: \"1\"", "address: \"1\"\n    tags: [port, quay]");
                config.Replace(Talk, "title: First", "title: First\ntags: [port]");
            },
            "bothost.yaml:13:18 note unused-tag"),
        ["a digest that no series sends"] = new(
            new DigestRule(),
            config =>
            {
                config.Replace(Main, "campaigns:", "campaigns:\n  weekly:\n    - { id: ahead, kind: digest, when: cron 0 10 * * MON }");
                config.Replace(Talk, "title: First", "title: First\ncampaign: weekly");
            },
            "bothost.yaml:14:3 warning digest-without-series"),
    };

    public static TheoryData<string> Cases => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_a_rule_finds_stands_at_its_word(string name)
    {
        using var config = new ConfigOnDisk();
        Rows[name].Change(config);

        var told = config.Read(Rows[name].Rule).Findings.Select(finding => $"{finding.Where} {finding.Severity.ToString().ToLowerInvariant()} {finding.Rule}");

        Assert.Equal(Rows[name].Expected, told);
    }

    [Theory]
    [InlineData("talks/a.yaml", "ignore: { missing-place: the garden party is everywhere }\n")]
    [InlineData("bothost.yaml", "ignore: { missing-place: we meet in the same room for ever }\n")]
    public void A_rule_is_switched_off_for_a_file_or_for_all_of_them(string file, string line)
    {
        using var config = new ConfigOnDisk();
        config.Write(file, (file == Talk ? ConfigOnDisk.Talk : ConfigOnDisk.Main) + line);

        Assert.Empty(config.Read(new MissingPlaceRule()).Findings);
    }

    [Fact]
    public void In_whole_announcements_the_rules_on_texts_find_what_is_wrong_and_nothing_else()
    {
        NamedAnnouncement[] announcements =
            [RealAnnouncements.AsianTalk, RealAnnouncements.HarbourEvenings, RealAnnouncements.NightTalks, .. CleanTalks.All.Select(entry => entry.Talk)];
        ICatalogueRule[] rules = [new AddressRule(), new LinkHostRule(), new InvisibleCharacterRule(), new WeekdayRule(), new RelativeDayRule()];

        var findings = announcements.SelectMany(announcement => announcement.Read(rules).Findings);

        // Two of them, written for the rules on names, speak of their own evening; these are posted three weeks before.
        Assert.Equal(["'Tonight' is true on one day", "'tonight' is true on one day"], findings.Select(finding => finding.Text.Split(',')[0]));
    }

    private sealed record Row(ICatalogueRule Rule, Action<ConfigOnDisk> Change, params string[] Expected);
}
