using BotHost.Announcements.Lint;
using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;

namespace BotHost.Announcements.Tests.Lint;

/// <summary>The talk is on Wednesday, 20 January 2027.</summary>
public sealed class WeekdayRuleTests
{
    [Theory]
    [InlineData("On Thursday, 20 January 2027, we meet", 4)]
    [InlineData("Thursday, January 20, 2027", 1)]
    [InlineData("thursday, january 20th", 1)]
    [InlineData("THURSDAY, 20 JANUARY", 1)]
    [InlineData("Thu 20 Jan", 1)]
    [InlineData("Thu, Jan. 20", 1)]
    [InlineData("Thursday evening, January 20", 1)]
    [InlineData("Thursday the 20th of January", 1)]
    [InlineData("20 January 2027 (Thu)", 18)]
    [InlineData("January 20, 2027, Thursday", 19)]
    [InlineData("January 20 (Thursday)", 13)]
    [InlineData("2027-01-20 (Thu) 19:00", 13)]
    [InlineData("2027-01-20 Thursday", 12)]
    [InlineData("Thu 2027-01-20", 1)]
    [InlineData("Donnerstag, 20. Januar 2027", 1)]
    [InlineData("Donnerstag, den 20. Januar", 1)]
    [InlineData("Donnerstagabend, 20. Januar", 1)]
    [InlineData("Do., 20.1.2027", 1)]
    [InlineData("Do 20.01.", 1)]
    [InlineData("am 20. Jänner 2027 (Donnerstag)", 21)]
    [InlineData("1月20日(木)", 7)]
    [InlineData("２０２７年１月２０日（木）", 12)]
    [InlineData("1月20日（木・祝）", 7)]
    [InlineData("1月20日木曜日", 6)]
    [InlineData("令和9年1月20日(木)", 11)]
    [InlineData("木曜日、1月20日", 1)]
    [InlineData("1/20(木) 19時", 6)]
    [InlineData("2027年1月20日（週四）", 13)]
    [InlineData("1月20日星期四", 8)]
    [InlineData("1月20日（礼拜四）", 9)]
    [InlineData("民國116年1月20日(四)", 13)]
    [InlineData("週四（1月20日）", 2)]
    [InlineData("2027-01-20（木）", 12)]
    [InlineData("Register until Sunday, 17 January 2027, and come on Thursday, 20 January 2027", 53)]
    [InlineData("Thursday, 3 February", 1)]
    public void A_weekday_that_does_not_go_with_its_date_is_found_at_the_weekday(string text, int column) =>
        Assert.Equal($"summary:1:{column} warning weekday", Told.By(new WeekdayRule(), CatalogueWith(("summary", text))));

    [Theory]
    [InlineData("Wednesday, 20 January 2027")]
    [InlineData("Wed, Jan 20")]
    [InlineData("January 20 (Wed)")]
    [InlineData("Mittwoch, 20. Januar 2027")]
    [InlineData("Mi., 20.1.")]
    [InlineData("1月20日(水)")]
    [InlineData("1月20日（三）")]
    [InlineData("1月24日(日)")]
    [InlineData("2027年1月20日（週三）")]
    [InlineData("令和9年1月20日（水）")]
    [InlineData("Monday, 28 December", "without a year the nearest one counts: 2026")]
    [InlineData("Tuesday, 11 September", "far from the talk, so it may be of any year")]
    [InlineData("Tuesday, September 11, 2001")]
    [InlineData("Sunday, 14 April 1812", "before 1900 calendars differ")]
    [InlineData("Monday to Friday, January 18 to 22", "a range")]
    [InlineData("Mon-Fri, January 18-22", "a range")]
    [InlineData("January 20, Sun Yat-sen wrote", "a name")]
    [InlineData("January 20, Thursday's child", "a figure of speech")]
    [InlineData("Friday 20 may do", "no month")]
    [InlineData("Wednesday, 31 February 2027", "no day")]
    [InlineData("20 January 2027, Thursday, 21 January 2027", "it goes with the second date")]
    [InlineData("版本3月20日報")]
    public void A_weekday_that_does_or_that_is_none_is_passed_over(string text, string because = "") =>
        Assert.True(Told.By(new WeekdayRule(), CatalogueWith(("summary", text))).Length == 0, $"{text}: {because}");

    [Theory]
    [InlineData("title")]
    [InlineData("subtitle")]
    [InlineData("translations/ja/summary")]
    [InlineData("start/tba")]
    public void Every_text_that_people_read_is_looked_at(string path) =>
        Assert.Equal($"{path}:1:1 warning weekday", Told.By(new WeekdayRule(), CatalogueWith((path, "Thursday, 20 January 2027"))));

    [Fact]
    public void Reasons_for_which_a_rule_is_switched_off_are_not() =>
        Assert.Empty(Told.By(new WeekdayRule(), CatalogueWith(("ignore/weekday", "Thursday, 20 January 2027"))));

    [Fact]
    public void Without_a_start_only_dates_with_a_year_are_judged()
    {
        var talk = new TalkBuilder().ToBeAnnounced().With(talk => talk with { Written = new Page(("title", "Thursday, 20 January"), ("summary", "Thursday, 20 January 2027")) });

        Assert.Equal("summary:1:1 warning weekday", Told.By(new WeekdayRule(), new CatalogueBuilder().With(talk).Build()));
    }

    [Theory]
    [InlineData("Thursday, 20 January 2027", "write 'Wednesday', or correct the date")]
    [InlineData("Thu, 20 January 2027", "write 'Wed', or correct the date")]
    [InlineData("Do., 20.1.2027", "write 'Mi', or correct the date")]
    [InlineData("2027年1月20日(木)", "write '水', or correct the date")]
    [InlineData("2027年1月20日（週四）", "write '三', or correct the date")]
    [InlineData("2027年1月20日(日)", "correct the weekday or the date")]
    public void The_right_weekday_is_named_as_the_wrong_one_is_written(string text, string remedy)
    {
        var finding = Assert.Single(new WeekdayRule().Check(CatalogueWith(("title", text))));

        Assert.StartsWith("2027-01-20 is a Wednesday, not a ", finding.Text, StringComparison.Ordinal);
        Assert.Equal(remedy, finding.Remedy);
    }

    [Fact]
    public void The_texts_of_people_are_looked_at_too()
    {
        var catalogue = new CatalogueBuilder().With(new TalkBuilder().By("jo")).Build();
        var jo = catalogue.People[new PersonId("jo")] with { Written = new Page(("bio", "Born on Monday, 20 January 1998")) };

        Assert.Equal("bio:1:9 warning weekday", Told.By(new WeekdayRule(), catalogue with { People = catalogue.People.SetItem(jo.Id, jo) }));
    }

    private static TalkCatalogue CatalogueWith(params (string Path, string Text)[] texts) =>
        new CatalogueBuilder().With(new TalkBuilder().With(talk => talk with { Written = new Page(texts) })).Build();
}
