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
        { "moved", "first second", $"1 {Second}" },
        { "moved and moved back before it was told: nothing", "first second first", "" },
        { "moved, told: nothing more", "first second !", "" },
        { "moved, told, moved back: that is news", "first second ! first", $"2 {First}" },
        { "moved to and fro, told each time", "first second ! first ! second", $"3 {Second}" },
        { "a move into the past", "first past", "" },
        { "the hour follows the day", "day first", "" },
        { "the hour is taken back", "first day", "" },
        { "from one day to another", "day second", $"1 {Second}" },
        { "the same moment under another name of the zone", "first japan", "" },
        { "cancelled", "first cancelled", "1" },
        { "cancelled, told: nothing more", "first cancelled !", "" },
        { "cancelled and confirmed again before it was told: nothing", "first cancelled first", "" },
        { "cancelled, told, confirmed again", "first cancelled ! first", $"2 {First}" },
        { "cancelled, told, at another time", "first cancelled ! second", $"2 {Second}" },
        { "postponed, told, with a new date", "first postponed ! second", $"2 {Second}" },
        { "postponed, told, confirmed before the date is known", "first postponed ! tba", "" },
        { "postponed, told, cancelled", "first postponed ! cancelled", "2" },
        { "moved, told, cancelled, told, confirmed where it was", "first second ! cancelled ! second", $"3 {Second}" },
        { "cancelled when it was over", "past cancelledpast", "" },
        { "cancelled before its first date was told", "tba first cancelled", "1" },
        { "a draft is not told", "first draft", "" },
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
        var aloud = Aloud.Of(talk);
        foreach (var word in words.Skip(1))
        {
            if (word == "!")
            {
                aloud = Notices.Owed(talk, aloud, Now)!.After(aloud);
                continue;
            }

            talk = Said(word);
            aloud = aloud.EditedTo(talk);
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

    public static TheoryData<string, string, string, string> Words => new()
    {
        { "moved", "en", "New date: Asian Talk 176: The talk · Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)", "Was planned for: Thursday, 14 January 2027, 18:00 (Tokyo, UTC+9)" },
        { "moved", "ja", "日程変更：Asian Talk 176: The talk · ", "変更前の日時：" },
        { "moved", "zh-Hans", "日期变更：Asian Talk 176: The talk · ", "原定时间：" },
        { "moved", "zh-Hant", "日期變更：Asian Talk 176: The talk · ", "原定時間：" },
        { "hour", "en", "New time: Asian Talk 176: The talk · Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)", "Was planned for: Wednesday, 20 January 2027, 18:00 (Tokyo, UTC+9)" },
        { "hour", "ja", "時刻変更：Asian Talk 176: The talk · ", "変更前の日時：" },
        { "cancelled", "en", "Cancelled: Asian Talk 176: The talk · Thursday, 14 January 2027, 18:00 (Tokyo, UTC+9)", "Was planned for: Thursday, 14 January 2027, 18:00 (Tokyo, UTC+9)" },
        { "cancelled", "ja", "中止：Asian Talk 176: The talk · ", "変更前の日時：" },
        { "cancelled", "zh-Hans", "取消：Asian Talk 176: The talk · ", "原定时间：" },
        { "postponed", "en", "Postponed: Asian Talk 176: The talk", "Was planned for: Thursday, 14 January 2027, 18:00 (Tokyo, UTC+9)" },
        { "postponed", "zh-Hant", "延期：Asian Talk 176: The talk", "原定時間：" },
        { "back", "en", "Takes place after all: Asian Talk 176: The talk · Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)", "When: Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)" },
        { "back", "ja", "予定どおり開催：Asian Talk 176: The talk · ", "日時：" },
        { "back later", "zh-Hans", "日期变更：Asian Talk 176: The talk · ", "原定时间：" },
        { "revived later", "en", "Takes place after all, on a new date: Asian Talk 176: The talk · Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)", "Was planned for: Thursday, 14 January 2027, 18:00 (Tokyo, UTC+9)" },
        { "revived later", "ja", "日程を変更して開催：Asian Talk 176: The talk · ", "変更前の日時：" },
        { "revived later", "zh-Hant", "恢復舉行（日期變更）：Asian Talk 176: The talk · ", "原定時間：" },
        { "revived hour", "en", "Takes place after all, at a new time: Asian Talk 176: The talk · Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)", "Was planned for: Wednesday, 20 January 2027, 18:00 (Tokyo, UTC+9)" },
        { "revived hour", "zh-Hans", "恢复举行（时间变更）：Asian Talk 176: The talk · ", "原定时间：" },
        { "back later", "en", "New date: Asian Talk 176: The talk · Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)", "Was planned for: Thursday, 14 January 2027, 18:00 (Tokyo, UTC+9)" },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void A_move_or_a_cancellation_says_what_was_told_and_what_is_true(string kind, string language, string lead, string line)
    {
        const string Before = "2027-01-14T18:00[Asia/Tokyo]";
        var talk = new TalkBuilder().Titled("The talk").Build();
        Notice notice = kind switch
        {
            "moved" => new Notice.Moved(1, First, Before),
            "hour" => new Notice.Moved(1, First, "2027-01-20T18:00[Asia/Tokyo]"),
            "back" => new Notice.BackOn(2, First, First),
            "revived later" => new Notice.BackOn(2, First, Before) { AfterCancellation = true },
            "revived hour" => new Notice.BackOn(2, First, "2027-01-20T18:00[Asia/Tokyo]") { AfterCancellation = true },
            "back later" => new Notice.BackOn(2, First, Before),
            _ => new Notice.CalledOff(1, Enum.Parse<TalkStatus>(kind, ignoreCase: true), Before),
        };

        var post = NoticePost.Of(notice, new CatalogueBuilder().With(talk).Build(), talk, CatalogueBuilder.DiscordChannel with { Languages = [language], Mention = "everyone" });

        Assert.StartsWith(lead, PlainText.Of(post.Lead, language), StringComparison.Ordinal);
        Assert.Contains(line, PlainText.Of(post.Body, language), StringComparison.Ordinal);
        Assert.Null(post.Mention);
    }

    [Fact]
    public void What_an_older_version_moved_silently_is_not_told_afterwards_and_the_next_move_is()
    {
        var second = Said("second");
        var old = new Aloud(First, AwaitsDate: false);

        Assert.Null(Notices.Owed(second, old, Now));
        Assert.Null(Notices.Owed(Said("cancelled"), old, Now));
        Assert.Null(Notices.Owed(second, old.TakenOver(second), Now));
        Assert.Equal($"1 {Second}", Notices.Owed(second, old.EditedTo(second), Now)?.Occasion);
        Assert.Equal($"1 {First}", Notices.Owed(Said("first"), old.TakenOver(second), Now)?.Occasion);
    }

    [Fact]
    public void The_key_of_a_numbered_notice_says_what_was_told()
    {
        var announcement = new DeliveryKey(DeliveryKind.Step, TalkBuilder.SampleId, "announce", "", "forum:1");
        var told = Aloud.Of(Said("first"));
        foreach (var notice in (Notice[])[new Notice.Moved(1, Second, First), new Notice.CalledOff(1, TalkStatus.Postponed, First), new Notice.BackOn(1, Second, First)])
        {
            Assert.Equal((1, notice.After(told)), (Notice.Numbered(notice.KeyIn(announcement))!.Value.Number, Notice.Numbered(notice.KeyIn(announcement))!.Value.Notice.After(told)));
        }

        Assert.Null(Notice.Numbered(new Notice.DateSet(Said("first").Start).KeyIn(announcement)));
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
        "japan" => new TalkBuilder().InZone("Japan"),
        "cancelledpast" => new TalkBuilder().At(2026, 12, 1, 19).Is(TalkStatus.Cancelled),
        "past" => new TalkBuilder().At(2026, 12, 1, 19),
        "pastday" => new TalkBuilder().OnDate(2026, 12, 31),
        _ => new TalkBuilder().Is(Enum.Parse<TalkStatus>(word, ignoreCase: true)),
    };
}
