using BotHost.Announcements.Delivery.Ornaments;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Announcements.Tests.Delivery;

public sealed class TalkCardsTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 1, 1, 0, 0);

    [Fact]
    public void A_card_tells_the_talk_in_the_channels_leading_language()
    {
        var talk = new TalkBuilder().Summary("About trains.").Place("Sample House", "1 Sample Street").Lasting(90).With(talk => talk with
        {
            Translations = new Translations<TalkTranslation>(talk.Translations.ByTag.SetItem("ja", new TalkTranslation { Title = "電車", Summary = RichText.Plain("電車について。"), Place = "見本館" })),
        });

        var english = CardOf(talk);
        var japanese = CardOf(talk, "ja");

        Assert.Equal(
            ("Asian Talk 176", "Chinese Immigration and Its Discontents", "Sample House, 1 Sample Street", "About trains."),
            (english.Heading, english.Title, english.Place, PlainText.Of(english.Summary, "en")));
        Assert.Equal((Instant.FromUtc(2027, 1, 20, 10, 0), Instant.FromUtc(2027, 1, 20, 11, 30)), (english.Start!.Value, english.End!.Value));
        Assert.Equal(("電車", "見本館, 1 Sample Street", "電車について。"), (japanese.Title, japanese.Place, PlainText.Of(japanese.Summary, "ja")));
    }

    [Fact]
    public void A_link_is_told_from_its_reveal_time_on()
    {
        var talk = new TalkBuilder().Online("https://meet.example.org/176", Now + Duration.FromHours(1));

        Assert.Null(CardOf(talk).Link);
        Assert.Equal("https://meet.example.org/176", CardOf(talk, now: Now + Duration.FromHours(1)).Link?.OriginalString);
        Assert.Equal("https://meet.example.org/176", CardOf(new TalkBuilder().Online("https://meet.example.org/176")).Link?.OriginalString);
    }

    [Theory]
    [InlineData("en", "Online")]
    [InlineData("ja", "オンライン")]
    [InlineData("zh-Hans", "线上")]
    [InlineData("zh-Hant", "線上")]
    [InlineData("de", "Online")]
    public void Where_the_link_is_not_to_be_seen_yet_a_word_stands_for_it(string language, string word) =>
        Assert.Equal(word, CardOf(new TalkBuilder().Online("https://meet.example.org/176", Now + Duration.FromHours(1)), language).Elsewhere);

    [Fact]
    public void A_talk_that_takes_place_nowhere_is_the_communitys_and_without_a_number_has_no_heading()
    {
        var card = CardOf(new TalkBuilder().Numbered(null).ToBeAnnounced());

        Assert.Equal(("", (string?)null, (Uri?)null), (card.Heading, card.Place, card.Link));
        Assert.Equal(new CatalogueBuilder().Build().Community.Name, card.Elsewhere);
        Assert.Equal((null, null), (card.Start, card.End));
    }

    private static TalkCard CardOf(TalkBuilder talk, string language = "en", Instant? now = null)
    {
        var catalogue = new CatalogueBuilder().With(talk).Build();
        return TalkCards.Of(catalogue, catalogue.Talks.Values.Single(), CatalogueBuilder.DiscordChannel with { Languages = [language] }, now ?? Now);
    }
}
