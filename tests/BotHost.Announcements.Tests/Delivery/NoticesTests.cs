using BotHost.Announcements.Delivery.Following;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Announcements.Tests.Delivery;

public sealed class NoticesTests
{
    private const string First = "2027-01-20T19:00[Asia/Tokyo]";
    private const string Second = "2027-02-03T19:00[Asia/Tokyo]";
    private static readonly Instant Now = Instant.FromUtc(2027, 1, 1, 0, 0);

    /// <summary>Each word is what the files say next: tba, a start, or a status; an exclamation mark sends the notice that is owed.</summary>
    public static TheoryData<string, string, string> Stories => new()
    {
        { "a date comes", "tba first", First },
        { "a day without an hour is a date", "tba day", "2027-01-20[Asia/Tokyo]" },
        { "still no date", "tba tba", "" },
        { "a date that was told is not told again", "tba first !", "" },
        { "the hour comes after the day", "tba day ! first", "" },
        { "changed before it was told: only the last counts", "tba first second", Second },
        { "taken back before it was told", "tba first tba", "" },
        { "taken back and set again before it was told: once", "tba first tba first", First },
        { "told, taken back, set again: nothing new", "tba first ! tba first", "" },
        { "told, taken back, another date", "tba first ! tba second", Second },
        { "announced with a date, taken back, set again: nothing", "first tba first", "" },
        { "announced with a date, taken back, another date", "first tba second", Second },
        { "a plain move is edited only", "first second", "" },
        { "a cancelled talk has no date to tell", "tba first cancelled", "" },
        { "a postponed talk has no date to tell", "tba first postponed", "" },
        { "a draft has no date to tell", "tba first draft", "" },
        { "a date that is past", "tba past", "" },
        { "a day that is past", "tba pastday", "" },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void What_members_are_owed_at_the_end_of_a_story(string row, string story, string expected)
    {
        var words = story.Split(' ');
        var talk = Said(words[0]);
        var aloud = Aloud.Of(talk.Start);
        foreach (var word in words.Skip(1))
        {
            if (word == "!")
            {
                aloud = Aloud.Of(talk.Start);
                continue;
            }

            talk = Said(word);
            aloud = aloud.EditedTo(talk.Start);
        }

        Assert.Equal(expected, Notices.Owed(talk, aloud, Now)?.Occasion ?? "");
        Assert.NotEmpty(row);
    }

    [Fact]
    public void The_key_names_notice_talk_occasion_and_place()
    {
        var announcement = new DeliveryKey(DeliveryKind.Step, TalkBuilder.SampleId, "announce", "", "forum:1");

        var key = new Notice.DateSet(new TalkBuilder().Build().Start).KeyIn(announcement);

        Assert.Equal(new DeliveryKey(DeliveryKind.Notice, TalkBuilder.SampleId, "date-set", First, "forum:1"), key);
    }

    [Theory]
    [InlineData("en", "Date set: Asian Talk 176: Chinese Immigration and Its Discontents", "Where: Hall, 1 Main Street")]
    [InlineData("ja", "日程決定：Asian Talk 176: 移民", "場所：ホール, 1 Main Street")]
    [InlineData("zh-Hans", "日期已定：Asian Talk 176: Chinese Immigration and Its Discontents", "地点：Hall, 1 Main Street")]
    [InlineData("zh-TW", "日期已定：Asian Talk 176: Chinese Immigration and Its Discontents", "地點：Hall, 1 Main Street")]
    public void The_notice_speaks_the_channels_language(string language, string title, string place)
    {
        var talk = new TalkBuilder().Place("Hall", "1 Main Street").With(talk => talk with
        {
            Translations = new Translations<TalkTranslation>(talk.Translations.ByTag.SetItem("ja", new TalkTranslation { Title = "移民", Place = "ホール" })),
        }).Build();
        var catalogue = new CatalogueBuilder().With(talk).Build();

        var post = NoticePost.Of(new Notice.DateSet(talk.Start), catalogue, talk, CatalogueBuilder.DiscordChannel with { Languages = [language], Silent = true });

        Assert.StartsWith($"{title} · ", PlainText.Of(post.Lead, language), StringComparison.Ordinal);
        Assert.Contains(place, PlainText.Of(post.Body, language), StringComparison.Ordinal);
        Assert.Contains(post.Lead, inline => inline is Inline.Time { Style: TimeStyle.Full });
        Assert.Null(post.Mention);
        Assert.True(post.Silent);
    }

    [Fact]
    public void A_day_without_an_hour_says_so()
    {
        var talk = new TalkBuilder().OnDate(2027, 1, 20).Build();

        var post = NoticePost.Of(new Notice.DateSet(talk.Start), new CatalogueBuilder().With(talk).Build(), talk, CatalogueBuilder.DiscordChannel);

        Assert.EndsWith(" · Wednesday, 20 January 2027, time to be announced", PlainText.Of(post.Lead, "en"), StringComparison.Ordinal);
    }

    private static Talk Said(string word) => BuilderFor(word).Build();

    private static TalkBuilder BuilderFor(string word) => word switch
    {
        "tba" => new TalkBuilder().ToBeAnnounced(),
        "first" => new TalkBuilder(),
        "second" => new TalkBuilder().At(2027, 2, 3, 19),
        "day" => new TalkBuilder().OnDate(2027, 1, 20),
        "past" => new TalkBuilder().At(2026, 12, 1, 19),
        "pastday" => new TalkBuilder().OnDate(2026, 12, 31),
        _ => new TalkBuilder().Is(Enum.Parse<TalkStatus>(word, ignoreCase: true)),
    };
}
