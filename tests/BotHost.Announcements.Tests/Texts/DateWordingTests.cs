using BotHost.Announcements.Texts;
using NodaTime;
using NodaTime.Text;

namespace BotHost.Announcements.Tests.Texts;

public sealed class DateWordingTests
{
    [Theory]
    [InlineData("2027-01-20T10:00:00Z", "Asia/Tokyo", "Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)")]
    [InlineData("2027-01-20T10:00:00Z", "Asia/Kolkata", "Wednesday, 20 January 2027, 15:30 (Kolkata, UTC+5:30)")]
    [InlineData("2027-01-20T10:00:00Z", "Asia/Kathmandu", "Wednesday, 20 January 2027, 15:45 (Kathmandu, UTC+5:45)")]
    [InlineData("2027-01-20T10:00:00Z", "America/St_Johns", "Wednesday, 20 January 2027, 06:30 (St Johns, UTC-3:30)")]
    [InlineData("2027-01-20T10:00:00Z", "America/New_York", "Wednesday, 20 January 2027, 05:00 (New York, UTC-5)")]
    [InlineData("2027-07-01T10:00:00Z", "America/New_York", "Thursday, 1 July 2027, 06:00 (New York, UTC-4)")]
    [InlineData("2027-01-20T10:00:00Z", "America/Argentina/Buenos_Aires", "Wednesday, 20 January 2027, 07:00 (Buenos Aires, UTC-3)")]
    [InlineData("2027-01-20T10:00:00Z", "Pacific/Kiritimati", "Thursday, 21 January 2027, 00:00 (Kiritimati, UTC+14)")]
    [InlineData("2027-01-20T09:59:00Z", "Pacific/Honolulu", "Tuesday, 19 January 2027, 23:59 (Honolulu, UTC-10)")]
    [InlineData("2027-01-20T10:00:00Z", "Australia/Lord_Howe", "Wednesday, 20 January 2027, 21:00 (Lord Howe, UTC+11)")]
    [InlineData("2027-07-01T10:00:00Z", "Australia/Lord_Howe", "Thursday, 1 July 2027, 20:30 (Lord Howe, UTC+10:30)")]
    [InlineData("2027-01-20T10:00:00Z", "Europe/London", "Wednesday, 20 January 2027, 10:00 (London, UTC)")]
    [InlineData("2027-01-20T10:00:00Z", "Etc/UTC", "Wednesday, 20 January 2027, 10:00 (UTC)")]
    [InlineData("2027-01-20T10:00:00Z", "UTC", "Wednesday, 20 January 2027, 10:00 (UTC)")]
    [InlineData("2027-01-20T10:00:00Z", "Etc/GMT-9", "Wednesday, 20 January 2027, 19:00 (UTC+9)")]
    [InlineData("2027-01-20T10:00:00Z", "UTC+09", "Wednesday, 20 January 2027, 19:00 (UTC+9)")]
    [InlineData("2027-03-28T00:59:00Z", "Europe/Berlin", "Sunday, 28 March 2027, 01:59 (Berlin, UTC+1)")]
    [InlineData("2027-03-28T01:00:00Z", "Europe/Berlin", "Sunday, 28 March 2027, 03:00 (Berlin, UTC+2)")]
    [InlineData("2027-10-31T00:59:00Z", "Europe/Berlin", "Sunday, 31 October 2027, 02:59 (Berlin, UTC+2)")]
    [InlineData("2027-10-31T01:00:00Z", "Europe/Berlin", "Sunday, 31 October 2027, 02:00 (Berlin, UTC+1)")]
    public void A_moment_is_told_in_its_zone_with_the_zone_named(string instant, string zone, string expected)
    {
        Assert.Equal(expected, Describe(instant, zone, TimeStyle.Full, "en"));
    }

    [Theory]
    [InlineData(TimeStyle.Full, "en", "Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)")]
    [InlineData(TimeStyle.Date, "en", "Wednesday, 20 January 2027")]
    [InlineData(TimeStyle.TimeOfDay, "en", "19:00 (Tokyo, UTC+9)")]
    [InlineData(TimeStyle.Relative, "en", "Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)")]
    [InlineData(TimeStyle.Full, "en-GB", "Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)")]
    [InlineData(TimeStyle.Full, "sv", "Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)")]
    [InlineData(TimeStyle.Full, "", "Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)")]
    [InlineData(TimeStyle.Full, "ja", "2027年1月20日(水) 19:00 (東京, UTC+9)")]
    [InlineData(TimeStyle.Date, "ja-JP", "2027年1月20日(水)")]
    [InlineData(TimeStyle.Full, "zh-Hans", "2027年1月20日(周三) 19:00 (东京, UTC+9)")]
    [InlineData(TimeStyle.Full, "zh-CN", "2027年1月20日(周三) 19:00 (东京, UTC+9)")]
    [InlineData(TimeStyle.Full, "zh-Hant", "2027年1月20日(週三) 19:00 (東京, UTC+9)")]
    [InlineData(TimeStyle.Full, "zh-TW", "2027年1月20日(週三) 19:00 (東京, UTC+9)")]
    [InlineData(TimeStyle.Full, "zh-Hans-HK", "2027年1月20日(周三) 19:00 (东京, UTC+9)")]
    public void Styles_and_languages_have_their_own_forms(TimeStyle style, string language, string expected)
    {
        Assert.Equal(expected, Describe("2027-01-20T10:00:00Z", "Asia/Tokyo", style, language));
    }

    [Theory]
    [InlineData("2027-01-24", "en", "Sunday, 24 January 2027")]
    [InlineData("2027-01-25", "en", "Monday, 25 January 2027")]
    [InlineData("2027-01-24", "ja", "2027年1月24日(日)")]
    [InlineData("2027-01-25", "ja", "2027年1月25日(月)")]
    [InlineData("2027-01-24", "zh", "2027年1月24日(周日)")]
    [InlineData("2027-01-25", "zh-HK", "2027年1月25日(週一)")]
    public void A_day_without_an_hour_is_told_as_a_date(string date, string language, string expected)
    {
        Assert.Equal(expected, DateWording.Describe(LocalDatePattern.Iso.Parse(date).Value, language));
    }

    private static string Describe(string instant, string zone, TimeStyle style, string language) =>
        DateWording.Describe(InstantPattern.General.Parse(instant).Value, DateTimeZoneProviders.Tzdb[zone], style, language);
}
