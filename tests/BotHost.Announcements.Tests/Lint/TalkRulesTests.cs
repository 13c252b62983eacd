using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Lint;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Announcements.Tests.Lint;

/// <summary>The rules that look at one thing each.</summary>
public sealed class TalkRulesTests
{
    private static readonly Dictionary<string, (ICatalogueRule Rule, Func<TalkBuilder, TalkBuilder> Talk, string Expected)> Rows = new()
    {
        ["no place"] = (new MissingPlaceRule(), talk => talk, "(place):1:1 warning missing-place"),
        ["a draft without a place"] = (new MissingPlaceRule(), talk => talk.Is(TalkStatus.Draft), "(place):1:1 warning missing-place"),
        ["a cancelled talk without a place"] = (new MissingPlaceRule(), talk => talk.Is(TalkStatus.Cancelled), ""),
        ["a place"] = (new MissingPlaceRule(), talk => talk.Place("Library"), ""),
        ["a link to join"] = (new MissingPlaceRule(), talk => talk.Online("https://example.org"), ""),

        ["a picture without words"] = (new MissingAltRule(), talk => talk.With(one => one with { Image = new Picture("a.png", null, null) }), "(image):1:1 warning missing-alt"),
        ["a picture with words"] = (new MissingAltRule(), talk => talk.With(one => one with { Image = new Picture("a.png", null, "a ship") }), ""),

        ["announced on a day after the start"] = (new LateAnnouncementRule(), talk => talk.OnCampaign("fixed").At(2027, 1, 15, 9), "(start):1:1 warning announce-late"),
        ["announced when it starts"] = (new LateAnnouncementRule(), talk => talk.OnCampaign("fixed").At(2027, 1, 15, 10), "(start):1:1 warning announce-late"),
        ["announced a minute before the start"] = (new LateAnnouncementRule(), talk => talk.OnCampaign("fixed").At(2027, 1, 15, 10, 1), ""),
        ["announced on a day whose hour is open"] = (new LateAnnouncementRule(), talk => talk.OnCampaign("fixed").OnDate(2027, 1, 15), ""),
        ["announced after a day whose hour is open"] = (new LateAnnouncementRule(), talk => talk.OnCampaign("fixed").OnDate(2027, 1, 14), "(start):1:1 warning announce-late"),
        ["announced late, and still a draft"] = (new LateAnnouncementRule(), talk => talk.OnCampaign("fixed").OnDate(2027, 1, 14).Is(TalkStatus.Draft), "(start):1:1 warning announce-late"),
        ["announced late, and cancelled"] = (new LateAnnouncementRule(), talk => talk.OnCampaign("fixed").OnDate(2027, 1, 14).Is(TalkStatus.Cancelled), ""),
        ["its own time of announcement comes first"] = (new LateAnnouncementRule(), talk => talk.OnCampaign("fixed").At(2027, 1, 10, 9).AnnouncedAt(Instant.FromUtc(2027, 1, 1, 0, 0)), ""),
        ["its own time after its day"] = (
            new LateAnnouncementRule(), talk => talk.OnDate(2027, 1, 20).AnnouncedAt(Instant.FromUtc(2027, 1, 20, 15, 0)), "(announce):1:1 warning announce-late"),
        ["its own time on its day"] = (new LateAnnouncementRule(), talk => talk.OnDate(2027, 1, 20).AnnouncedAt(Instant.FromUtc(2027, 1, 20, 14, 59)), ""),
        ["announced 21 days before"] = (new LateAnnouncementRule(), talk => talk, ""),
        ["no start yet"] = (new LateAnnouncementRule(), talk => talk.OnCampaign("fixed").ToBeAnnounced(), ""),

        ["no texts for one of two languages"] = (new TranslationRule(), talk => talk.With(one => one with { Language = "ja" }).With(Translated("en")), "(title):1:1 warning missing-translation"),
        ["translations for both channels"] = (new TranslationRule(), talk => talk.With(one => one with { Language = "en-GB" }).With(Translated("zh-Hant")), ""),
        ["the wrong script"] = (
            new TranslationRule(), talk => talk.With(Translated("zh-Hans")), "(title):1:1 warning missing-translation"),
        ["no translation, and the language is written"] = (
            new TranslationRule(), talk => talk.With(one => one with { Written = new Page(("language", "en")) }), "language:1:1 warning missing-translation"),
        ["neither of two languages"] = (
            new TranslationRule(),
            talk => talk.With(one => one with { Language = "de" }),
            "(title):1:1 warning missing-translation | (title):1:1 warning missing-translation"),
        ["a draft without translations"] = (new TranslationRule(), talk => talk.Is(TalkStatus.Draft), ""),
        ["a translation without a title"] = (
            new TranslationRule(),
            talk => talk.With(one => one with { Translations = Of("zh-TW", new TalkTranslation { Summary = RichText.Plain("夜") }) }),
            "(translations/zh-TW):1:1 note partial-translation"),
    };

    public static TheoryData<string> Cases => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_rule_finds_its_thing_and_nothing_else(string name)
    {
        var (rule, talk, expected) = Rows[name];
        var fixedDay = new Campaign(
            new CampaignId("fixed"), [new Step(new StepId("announce"), StepKind.Announcement, new StepTime.On(new LocalDateTime(2027, 1, 15, 10, 0)))]);
        var channels = new[]
        {
            CatalogueBuilder.DiscordChannel with { Languages = ["en", "zh-TW"] },
            CatalogueBuilder.TelegramChannel with { Languages = ["ZH-tw"] },
            CatalogueBuilder.TelegramChannel with { Languages = ["fr"], IsTest = true },
        };
        var catalogue = new CatalogueBuilder().With(fixedDay).Channels(channels).With(talk(new TalkBuilder().With(one => one with { Written = new Page() }))).Build();

        Assert.Equal(expected, Told.By(rule, catalogue));
    }

    private static Func<Talk, Talk> Translated(string tag) => talk => talk with { Translations = Of(tag, new TalkTranslation { Title = "x" }) };

    private static Translations<TalkTranslation> Of(string tag, TalkTranslation texts) => new(ImmutableDictionary<string, TalkTranslation>.Empty.Add(tag, texts));

    [Fact]
    public void A_person_s_photo_needs_words_too()
    {
        var catalogue = new CatalogueBuilder().With(new TalkBuilder().By("jo")).Build();
        var jo = catalogue.People[new PersonId("jo")] with { Photo = new Picture(null, new Uri("https://example.org/jo.png"), null), Written = new Page() };

        Assert.Equal("(photo):1:1 warning missing-alt", Told.By(new MissingAltRule(), catalogue with { People = catalogue.People.SetItem(jo.Id, jo) }));
    }

    [Fact]
    public void Campaigns_and_series_that_nothing_uses_are_noted()
    {
        var catalogue = new CatalogueBuilder()
            .With(new Campaign(new CampaignId("spare"), []) { Source = new SourceSpan("bothost.yaml", 9, 3) })
            .With(new Series { Id = new SeriesId("empty"), Name = "Empty", Source = new SourceSpan("bothost.yaml", 5, 3) })
            .With(new TalkBuilder())
            .Build();

        Assert.Equal("bothost.yaml:5:3 note unused-series | bothost.yaml:9:3 note unused-campaign", Told.By(new UnusedRule(), catalogue));
    }

    [Theory]
    [InlineData("kids", "no talk has the tag 'kids', which 'announcements' asks for; write tags: [kids] in a talk, or take it out")]
    [InlineData("byo", "no talk has the tag 'byo', which 'announcements' asks for; did you mean 'bio'?")]
    [InlineData("Live-Stream", "no talk has the tag 'Live-Stream', which 'announcements' asks for; did you mean 'livestream'?")]
    [InlineData("BIO", null)]
    public void A_tag_that_no_talk_has_is_noted_where_a_channel_asks_for_it(string tag, string? expected)
    {
        var asking = CatalogueBuilder.DiscordChannel with { Tags = ["livestream", tag], Written = new Page(("tags/0", "livestream"), ("tags/1", tag)) };
        var catalogue = new CatalogueBuilder().Channels(asking).With(new TalkBuilder().Tagged("bio", "livestream")).Build();

        var findings = new UnusedTagRule().Check(catalogue).ToList();

        Assert.Equal(expected is null ? [] : [$"{expected}"], findings.Select(finding => $"{finding.Text}; {finding.Remedy}"));
        Assert.Equal(expected is null ? "" : "tags/1:1:1 note unused-tag", Told.By(new UnusedTagRule(), catalogue));
    }

    [Fact]
    public void Before_the_first_talk_no_tag_is_missed() =>
        Assert.Empty(Told.By(new UnusedTagRule(), new CatalogueBuilder().Channels(CatalogueBuilder.DiscordChannel with { Tags = ["bio"] }).Build()));

    [Theory]
    [InlineData(StepKind.Digest, false, "bothost.yaml:9:3 warning digest-without-series")]
    [InlineData(StepKind.Digest, true, "")]
    [InlineData(StepKind.Announcement, false, "")]
    public void A_digest_in_a_campaign_of_talks_alone_never_goes_out(StepKind kind, bool isOfSeries, string expected)
    {
        var campaign = new Campaign(new CampaignId("weekly"), [new Step(new StepId("ahead"), kind, new StepTime.AtStart())]) { Source = new SourceSpan("bothost.yaml", 9, 3) };
        var builder = new CatalogueBuilder().With(campaign).With(new TalkBuilder().OnCampaign("weekly"));
        var catalogue = (isOfSeries ? builder.With(new Series { Id = new SeriesId("weeklies"), Name = "Weeklies", Campaign = campaign.Id }) : builder).Build();

        Assert.Equal(expected, Told.By(new DigestRule(), catalogue));
    }

    [Fact]
    public void A_campaign_that_one_talk_names_is_used()
    {
        var catalogue = new CatalogueBuilder().With(new Campaign(new CampaignId("spare"), [])).With(new TalkBuilder().OnCampaign("spare")).Build();

        Assert.Empty(Told.By(new UnusedRule(), catalogue));
    }
}
