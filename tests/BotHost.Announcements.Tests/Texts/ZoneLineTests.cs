using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using NodaTime;
using NodaTime.Text;

namespace BotHost.Announcements.Tests.Texts;

public sealed class ZoneLineTests
{
    private const string Wednesday = "2027-01-20T10:00:00Z";

    [Theory]
    [InlineData("en", "Tokyo Wed 19:00 · Taipei Wed 18:00 · Berlin Wed 11:00 · New York Wed 05:00")]
    [InlineData("ja", "東京 水曜 19:00 · 台北 水曜 18:00 · ベルリン 水曜 11:00 · ニューヨーク 水曜 05:00")]
    [InlineData("zh-Hans", "东京 周三 19:00 · 台北 周三 18:00 · 柏林 周三 11:00 · 纽约 周三 05:00")]
    [InlineData("zh-TW", "東京 週三 19:00 · 台北 週三 18:00 · 柏林 週三 11:00 · 紐約 週三 05:00")]
    [InlineData("fr", "Tokyo Wed 19:00 · Taipei Wed 18:00 · Berlin Wed 11:00 · New York Wed 05:00")]
    public void Cities_and_days_are_named_in_the_readers_language(string language, string expected)
    {
        Assert.Equal(expected, Line(Wednesday, language, "Asia/Tokyo", "Asia/Taipei", "Europe/Berlin", "America/New_York"));
    }

    [Theory]
    [InlineData("2027-01-20T09:59:00Z", "Honolulu Tue 23:59 · Tokyo Wed 18:59 · Kiritimati Wed 23:59")]
    [InlineData("2027-01-20T10:00:00Z", "Honolulu Wed 00:00 · Tokyo Wed 19:00 · Kiritimati Thu 00:00")]
    [InlineData("2027-01-24T15:00:00Z", "Honolulu Sun 05:00 · Tokyo Mon 00:00 · Kiritimati Mon 05:00")]
    [InlineData("2027-12-31T15:30:00Z", "Honolulu Fri 05:30 · Tokyo Sat 00:30 · Kiritimati Sat 05:30")]
    public void Each_city_names_its_own_day(string moment, string expected)
    {
        Assert.Equal(expected, Line(moment, "en", "Pacific/Honolulu", "Asia/Tokyo", "Pacific/Kiritimati"));
    }

    [Theory]
    [InlineData("2027-03-28T00:59:00Z", "Europe/Berlin", "Berlin Sun 01:59")]
    [InlineData("2027-03-28T01:00:00Z", "Europe/Berlin", "Berlin Sun 03:00")]
    [InlineData("2027-10-31T00:59:00Z", "Europe/Berlin", "Berlin Sun 02:59")]
    [InlineData("2027-10-31T01:00:00Z", "Europe/Berlin", "Berlin Sun 02:00")]
    [InlineData("2027-03-14T06:59:00Z", "America/New_York", "New York Sun 01:59")]
    [InlineData("2027-03-14T07:00:00Z", "America/New_York", "New York Sun 03:00")]
    [InlineData("2027-11-07T05:59:00Z", "America/New_York", "New York Sun 01:59")]
    [InlineData("2027-11-07T06:00:00Z", "America/New_York", "New York Sun 01:00")]
    [InlineData("2027-04-03T14:59:00Z", "Australia/Lord_Howe", "Lord Howe Sun 01:59")]
    [InlineData("2027-04-03T15:00:00Z", "Australia/Lord_Howe", "Lord Howe Sun 01:30")]
    public void A_changing_clock_is_followed_to_the_minute(string moment, string zone, string expected)
    {
        Assert.Equal(expected, Line(moment, "en", zone));
    }

    [Theory]
    [InlineData("Asia/Kolkata", "en", "Kolkata Wed 15:30")]
    [InlineData("Asia/Kolkata", "ja", "コルカタ 水曜 15:30")]
    [InlineData("Asia/Kathmandu", "zh-Hans", "加德满都 周三 15:45")]
    [InlineData("Asia/Kathmandu", "zh-Hant", "加德滿都 週三 15:45")]
    [InlineData("America/St_Johns", "en", "St Johns Wed 06:30")]
    [InlineData("Pacific/Chatham", "ja", "Chatham 水曜 23:45")]
    [InlineData("America/Sao_Paulo", "en", "São Paulo Wed 07:00")]
    [InlineData("Japan", "ja", "東京 水曜 19:00")]
    public void Half_hours_are_told_and_a_city_that_nobody_translated_stands_as_its_zone_is_called(string zone, string language, string expected)
    {
        Assert.Equal(expected, Line(Wednesday, language, zone));
    }

    [Theory]
    [InlineData("UTC", "UTC Wed 10:00")]
    [InlineData("Etc/UTC", "UTC Wed 10:00")]
    [InlineData("Etc/GMT-9", "UTC+9 Wed 19:00")]
    [InlineData("UTC+05:30", "UTC+5:30 Wed 15:30")]
    [InlineData("EST5EDT", "UTC-5 Wed 05:00")]
    public void A_zone_without_a_city_is_named_by_its_distance(string zone, string expected)
    {
        Assert.Equal(expected, Line(Wednesday, "en", zone));
    }

    [Fact]
    public void The_organisers_own_name_wins_in_every_language()
    {
        var zone = new ExtraZone(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], " Beijing ");

        Assert.Equal([new ZoneTime("Beijing", "水曜 18:00")], ZoneLine.Times(Moment(Wednesday), [zone], "ja"));
    }

    [Fact]
    public void One_city_is_told_once_and_none_at_all_makes_nothing()
    {
        Assert.Equal("Tokyo Wed 19:00 · Seoul Wed 19:00", Line(Wednesday, "en", "Asia/Tokyo", "Asia/Seoul", "Asia/Tokyo", "Japan"));
        Assert.Equal("", Line(Wednesday, "en"));
    }

    private static Instant Moment(string text) => InstantPattern.General.Parse(text).Value;

    private static string Line(string moment, string language, params string[] zones) => string.Join(
        " · ",
        ZoneLine.Times(Moment(moment), zones.Select(zone => new ExtraZone(DateTimeZoneProviders.Tzdb[zone], null)), language).Select(time => $"{time.City} {time.Time}"));
}
