using BotHost.Announcements.Lint;
using BotHost.TestKit.Talks;

namespace BotHost.Announcements.Tests.Lint;

public sealed class RelativeDayRuleTests
{
    [Theory]
    [InlineData("Join us tonight!", 9)]
    [InlineData("Tonight: a talk on ferries", 1)]
    [InlineData("**Tonight** we sail", 3)]
    [InlineData("Tomorrow evening we meet", 1)]
    [InlineData("This evening, a guest speaks", 1)]
    [InlineData("Come next week and bring a friend", 6)]
    [InlineData("Yesterday we met; see you again", 1)]
    [InlineData("Join us today", 9)]
    [InlineData("Today at 19:00 we begin", 1)]
    [InlineData("today, 7 pm, in the library", 1)]
    [InlineData("We start at 19:00 today.", 19)]
    [InlineData("The talk begins today", 17)]
    [InlineData("Today we welcome a guest", 1)]
    [InlineData("Heute Abend sprechen wir", 1)]
    [InlineData("Der Vortrag ist morgen um 19 Uhr", 17)]
    [InlineData("Nächste Woche geht es weiter", 1)]
    [InlineData("今日は香港の話です", 1)]
    [InlineData("本日19時より", 1)]
    [InlineData("明日の夜、お待ちしています", 1)]
    [InlineData("今夜、東京で", 1)]
    [InlineData("来週お会いしましょう", 1)]
    [InlineData("今天晚上七点", 1)]
    [InlineData("我们今晚见", 3)]
    [InlineData("明天，我們請到", 1)]
    [InlineData("下周见", 1)]
    public void A_day_told_from_today_is_found(string text, int column) =>
        Assert.Equal($"summary:1:{column} warning relative-day", Told("summary", text));

    [Theory]
    [InlineData("Chinese politics today")]
    [InlineData("Japan today and what comes next")]
    [InlineData("How people live today")]
    [InlineData("Today's China is another country")]
    [InlineData("Today, one in ten is over eighty")]
    [InlineData("Today we know more than Darwin did")]
    [InlineData("The cities of tomorrow")]
    [InlineData("Tomorrow's leaders")]
    [InlineData("She writes for Asia Today and hosts *The World Tonight*")]
    [InlineData("*Tomorrow, and Tomorrow, and Tomorrow* is a novel")]
    [InlineData("He wrote \"what happens tonight\" in 1990")]
    [InlineData("the song “see you tonight”")]
    [InlineData("『今夜はブギー』を書いた")]
    [InlineData("今日の日本")]
    [InlineData("明日への一歩")]
    [InlineData("明日香さん")]
    [InlineData("今天的中国")]
    [InlineData("Deutschland heute")]
    [InlineData("heute wie damals")]
    [InlineData("Guten Morgen um die Welt")]
    [InlineData("We all have yesterdays")]
    public void An_idiom_a_quotation_and_a_name_are_passed_over(string text) => Assert.Empty(Told("summary", text));

    [Theory]
    [InlineData("title", true)]
    [InlineData("subtitle", true)]
    [InlineData("translations/ja/title", true)]
    [InlineData("translations/ja/summary", true)]
    [InlineData("links/0/label", false)]
    [InlineData("start/tba", false)]
    [InlineData("ignore/relative-day", false)]
    public void Only_texts_that_are_posted_on_several_days_are_looked_at(string path, bool isPosted) =>
        Assert.Equal(isPosted ? $"{path}:1:9 warning relative-day" : "", Told(path, "Join us tonight"));

    private static string Told(string path, string text) => Lint.Told.By(
        new RelativeDayRule(), new CatalogueBuilder().With(new TalkBuilder().With(talk => talk with { Written = new Page((path, text)) })).Build());
}
