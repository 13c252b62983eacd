using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Posts.Tests.Support;
using NodaTime;

namespace BotHost.Posts.Tests.Composing;

/// <summary>Whole posts in other languages and in several, against files that were written by hand.</summary>
public sealed class LanguagePostTests
{
    private static readonly Instant DayBefore = Sample.Start - Duration.FromHours(24);

    [Fact]
    public void A_channel_in_Japanese_reads_Japanese() => GoldenPostTests.IsLike("announcement-ja.txt", Compose(["ja"]));

    [Fact]
    public void A_reminder_in_Japanese_tells_the_time_that_is_left() =>
        GoldenPostTests.IsLike("reminder-ja.txt", Compose(["ja"], StepKind.Reminder, DayBefore));

    [Fact]
    public void A_starting_post_in_Japanese_brings_the_link() =>
        GoldenPostTests.IsLike("starting-ja.txt", Compose(["ja"], StepKind.Starting, Sample.Start));

    [Fact]
    public void Thanks_in_Japanese_go_to_people() =>
        GoldenPostTests.IsLike("thanks-ja.txt", Compose(["ja"], StepKind.Thanks, Sample.Start + Duration.FromHours(3)));

    [Theory]
    [InlineData("zh-Hant")]
    [InlineData("zh-TW")]
    public void A_channel_in_traditional_Chinese_reads_it_by_any_of_its_tags(string tag) =>
        GoldenPostTests.IsLike("announcement-zh-hant.txt", Compose([tag]));

    [Fact]
    public void A_channel_in_simplified_Chinese_reads_it_with_the_time_in_its_further_zones()
    {
        var texts = new TalkTranslation
        {
            Title = "在日华人移民及其不满",
            Subtitle = "舛友雄大访谈",
            Summary = Sample.Markdown("“润”字原指**利润**，如今指离开。\n\n新来者正在改变日本。"),
            Place = "旧校舍",
        };
        var zones = new[] { "Asia/Tokyo", "America/New_York" }.Select(id => new ExtraZone(DateTimeZoneProviders.Tzdb[id], null));

        var post = Sample.Compose(
            Sample.Talk with { Translations = Translated.Of(("zh-Hans", texts)) }, channel: Translated.In("zh-Hans") with { Zones = [.. zones] });

        GoldenPostTests.IsLike("announcement-zh-hans.txt", post);
    }

    [Fact]
    public void Two_languages_together_share_times_links_and_hashtags() =>
        GoldenPostTests.IsLike("announcement-en-ja.txt", Compose(["en", "ja"]));

    [Fact]
    public void A_reminder_in_two_languages_says_what_is_left_in_both() =>
        GoldenPostTests.IsLike("reminder-en-ja.txt", Compose(["en", "ja"], StepKind.Reminder, DayBefore));

    [Fact]
    public void A_talk_that_lacks_the_language_appears_whole_in_its_own_under_one_line() =>
        GoldenPostTests.IsLike("announcement-ja-missing.txt", Sample.Compose(Sample.Talk, catalogue: Translated.Catalogue, channel: Translated.In("ja")));

    [Theory]
    [InlineData("en", "ja", "<i>Japanese only</i>")]
    [InlineData("ja", "en", "<i>英語のみ</i>")]
    [InlineData("zh-Hans", "en", "<i>仅英文</i>")]
    [InlineData("zh-Hant", "en", "<i>僅英文</i>")]
    [InlineData("zh-Hant", "zh-Hans", "<i>僅簡體中文</i>")]
    [InlineData("en", "fr", "<i>French only</i>")]
    [InlineData("en", "qaa", "<i>qaa only</i>")]
    [InlineData("fr", "en", "<i>English only</i>")]
    [InlineData("en,ja", "ja", "<i>Japanese only</i>")]
    [InlineData("en,ja", "fr", "<i>French only</i>", "<h2> 日本語", "<i>フランス語のみ</i>")]
    [InlineData("en,ja", "en", "<h2> 日本語", "<i>英語のみ</i>")]
    [InlineData("ja,en", "ja", "<h2> English", "<i>Japanese only</i>")]
    [InlineData("ja,en,en-GB", "ja", "<h2> English", "<i>Japanese only</i>")]
    [InlineData("ja,en,zh-Hant", "ja", "<h2> English", "<i>Japanese only</i>", "<h2> 繁體中文", "<i>僅日文</i>")]
    [InlineData("fr,en", "ja", "<i>Japanese only</i>")]
    [InlineData("en,fr", "en")]
    [InlineData("en-US", "en-GB")]
    public void The_line_speaks_to_those_whose_language_is_missing_below_the_name_of_it_where_another_leads(string channel, string talk, params string[] expected)
    {
        var body = Sample.Compose(Sample.Talk with { Language = talk, People = [] }, channel: Translated.In(channel.Split(','))).Body;

        var lines = body.Blocks.Select(block => Readable.Of(RichText.Of(block)))
            .Where(line => line.StartsWith("<i>", StringComparison.Ordinal) || line.StartsWith("<h2>", StringComparison.Ordinal));
        Assert.Equal(expected, lines);
    }

    [Fact]
    public void A_post_in_two_languages_tells_below_the_other_ones_name_that_the_talk_lacks_it() =>
        GoldenPostTests.IsLike("announcement-en-ja-missing.txt", Sample.Compose(Sample.Talk, catalogue: Translated.Catalogue, channel: Translated.In("en", "ja")));

    [Fact]
    public void A_reminder_of_a_talk_that_lacks_the_second_language_tells_there_what_is_left() =>
        GoldenPostTests.IsLike(
            "reminder-en-ja-missing.txt",
            Sample.Compose(Sample.Talk, StepKind.Reminder, now: DayBefore, catalogue: Translated.Catalogue, channel: Translated.In("en", "ja")));

    [Theory]
    [InlineData("ja")]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    [InlineData("en,ja")]
    [InlineData("ja,en")]
    public void Thanks_do_not_say_in_which_language_the_talk_was(string channel)
    {
        foreach (var language in new[] { "en", "ja", "fr" })
        {
            var text = Readable.Of(Sample.Compose(Sample.Talk with { Language = language }, StepKind.Thanks, channel: Translated.In(channel.Split(','))).Body);

            Assert.DoesNotContain("<i>", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<h2>", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Templates_of_ones_own_that_do_not_say_the_line_have_it_at_their_end()
    {
        var catalogue = OwnTemplate.Over(Translated.Catalogue, OwnTemplate.File("ja", "second", "## {{language}}\n\n{{title}}\n\n私たちの言葉"));

        var text = Readable.Of(Sample.Compose(Sample.Talk, catalogue: catalogue, channel: Translated.In("en", "ja")).Body);

        Assert.Contains("<h2> 日本語\n\n私たちの言葉\n\n英語のみ\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_summary_stands_whole_below_its_own_line()
    {
        var texts = new TalkTranslation { Title = "中国からの移民とその不満" };
        var talk = Sample.Talk with { Translations = Translated.Of(("ja", texts)) };

        var text = Readable.Of(Sample.Compose(talk, channel: Translated.In("ja")).Body);

        Assert.Contains("\n\n<i>英語のみ</i>\n\n“Rùn (潤/润)” once meant", text, StringComparison.Ordinal);
        Assert.StartsWith("【新着イベント】\nAsian Talk 176\n\n<h1> 中国からの移民とその不満\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_languages_stand_below_each_other()
    {
        var text = Readable.Of(Compose(["en", "ja", "zh-Hant"]).Body);

        var places = new[] { "<h1> Chinese Immigration", "<h2> 日本語\n\n<b>中国からの移民", "<h2> 繁體中文\n\n<b>華人移民", "#AsianTalk" }
            .Select(words => text.IndexOf(words, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Times_links_and_buttons_are_there_once_and_buttons_speak_the_leading_language()
    {
        var post = Compose(["ja", "en"], StepKind.Reminder, DayBefore);
        var text = Readable.Of(Compose(["ja", "en"]).Body);

        Assert.Equal(["オンラインで参加", "参加申し込みはこちら", "書籍"], post.Buttons.Select(button => button.Label));
        Assert.Equal(2, text.Split("<Full").Length);
        Assert.Equal(2, text.Split("toyokeizai").Length);
        Assert.Contains("<h2> English\n\n<b>Chinese Immigration and Its Discontents</b>\n\nan interview with", text, StringComparison.Ordinal);
    }

    [Fact]
    public void People_are_told_again_only_where_there_is_something_new_to_tell()
    {
        var plain = Sample.Guest with { NativeName = null };
        var talk = Translated.Talk with { People = [new TalkPerson(plain.Id, "")] };

        var text = Readable.Of(Sample.Compose(talk, catalogue: Sample.Catalogue(null, plain), channel: Translated.In("en", "ja")).Body);

        Assert.Equal(2, text.Split("<h2> Takehiro Masutomo").Length);
        Assert.DoesNotContain("Masutomo", text[text.IndexOf("日本語", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void The_reason_for_an_open_date_is_not_put_into_a_sentence_of_another_language()
    {
        var talk = Translated.Talk with { Start = new TalkStart.ToBeAnnounced("after the summer") };

        var text = Readable.Of(Sample.Compose(talk, catalogue: Translated.Catalogue, channel: Translated.In("ja")).Body);

        Assert.Contains("<b>日時：</b>日程は後日お知らせします\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("summer", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", StepKind.Reminder, "アジア・トーク 176の開始は7日後です。")]
    [InlineData("zh-Hans", StepKind.Reminder, "Asian Talk 176：7天后开始，欢迎参加。")]
    [InlineData("zh-Hant", StepKind.Reminder, "亞洲講座 176：7天後開始，歡迎參加。")]
    [InlineData("zh-Hans", StepKind.Starting, "Asian Talk 176：现在开始，欢迎参加。")]
    [InlineData("zh-Hant", StepKind.Starting, "亞洲講座 176：現在開始，歡迎參加。")]
    [InlineData("zh-Hans", StepKind.Thanks, "Asian Talk 176：活动已经结束。")]
    [InlineData("zh-Hant", StepKind.Thanks, "亞洲講座 176：活動已經結束。")]
    [InlineData("ja", StepKind.FollowUp, "アジア・トーク 176について、新しいお知らせがあります。")]
    [InlineData("zh-Hans", StepKind.FollowUp, "Asian Talk 176：有新的内容，欢迎查看。")]
    [InlineData("zh-Hant", StepKind.FollowUp, "亞洲講座 176：有新的內容，歡迎查看。")]
    public void Each_kind_opens_with_its_sentence_in_the_language(string language, StepKind kind, string expected)
    {
        var post = Compose([language], kind, Sample.Start - Duration.FromDays(7));

        Assert.Equal(expected, Readable.Of(post.Body.Blocks[0].Only()));
    }

    [Theory]
    [InlineData("zh-Hans", "感谢Takehiro Masutomo和Chang Che的分享，也感谢每一位参与者。")]
    [InlineData("zh-Hant", "感謝舛友 雄大和車暢的分享，也感謝每一位參與者。")]
    public void Thanks_stand_below_the_title(string language, string expected)
    {
        var post = Compose([language], StepKind.Thanks, Sample.Start + Duration.FromHours(3));

        Assert.Equal(expected, Readable.Of(post.Body.Blocks[2].Only()));
    }

    private static Post Compose(string[] languages, StepKind kind = StepKind.Announcement, Instant? now = null) =>
        Sample.Compose(Translated.Talk, kind, now: now, catalogue: Translated.Catalogue, channel: Translated.In(languages));
}
