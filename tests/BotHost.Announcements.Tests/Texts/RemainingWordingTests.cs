using BotHost.Announcements.Texts;
using NodaTime;
using NodaTime.Text;

namespace BotHost.Announcements.Tests.Texts;

public sealed class RemainingWordingTests
{
    [Theory]
    [InlineData("-1:00:00:00", "now")]
    [InlineData("0:00:00:00", "now")]
    [InlineData("0:00:00:29", "now")]
    [InlineData("0:00:00:31", "in 1 minute")]
    [InlineData("0:00:01:00", "in 1 minute")]
    [InlineData("0:00:45:00", "in 45 minutes")]
    [InlineData("0:00:44:40", "in 45 minutes")]
    [InlineData("0:00:59:00", "in 59 minutes")]
    [InlineData("0:00:59:58", "in 1 hour")]
    [InlineData("0:01:00:00", "in 1 hour")]
    [InlineData("0:01:02:00", "in 1 hour")]
    [InlineData("0:01:30:00", "in 1 hour 30 minutes")]
    [InlineData("0:01:28:00", "in 1 hour 30 minutes")]
    [InlineData("0:01:58:00", "in 2 hours")]
    [InlineData("0:02:05:00", "in 2 hours 5 minutes")]
    [InlineData("0:05:54:00", "in 5 hours 55 minutes")]
    [InlineData("0:05:58:00", "in 6 hours")]
    [InlineData("0:06:20:00", "in 6 hours")]
    [InlineData("0:23:59:55", "in 24 hours")]
    [InlineData("1:00:00:00", "in 24 hours")]
    [InlineData("1:12:00:00", "in 36 hours")]
    [InlineData("1:23:29:00", "in 47 hours")]
    [InlineData("1:23:59:55", "in 2 days")]
    [InlineData("2:00:00:00", "in 2 days")]
    [InlineData("6:23:59:50", "in 7 days")]
    [InlineData("7:00:00:00", "in 7 days")]
    [InlineData("21:00:00:00", "in 21 days")]
    public void What_is_left_is_rounded_as_people_would(string left, string expected)
    {
        Assert.Equal(expected, DateWording.Remaining(DurationPattern.CreateWithInvariantCulture("-D:hh:mm:ss").Parse(left).Value, "en"));
    }

    [Theory]
    [InlineData("ja", "7日後", "24時間後", "1時間30分後", "45分後", "まもなく")]
    [InlineData("zh-Hans", "7天后", "24小时后", "1小时30分钟后", "45分钟后", "现在")]
    [InlineData("zh-Hant", "7天後", "24小時後", "1小時30分鐘後", "45分鐘後", "現在")]
    public void Other_languages_have_their_own_words(string language, string days, string hours, string mixed, string minutes, string now)
    {
        Assert.Equal(days, DateWording.Remaining(Duration.FromDays(7), language));
        Assert.Equal(hours, DateWording.Remaining(Duration.FromHours(24), language));
        Assert.Equal(mixed, DateWording.Remaining(Duration.FromMinutes(90), language));
        Assert.Equal(minutes, DateWording.Remaining(Duration.FromMinutes(45), language));
        Assert.Equal(now, DateWording.Remaining(Duration.Zero, language));
    }

    [Theory]
    // In the morning and in the night of the same day it is a week until next Wednesday, 20:00.
    [InlineData("2027-01-12T21:00:00Z", "2027-01-20T11:00:00Z", "Asia/Tokyo", "in 7 days")]
    [InlineData("2027-01-13T14:00:00Z", "2027-01-20T11:00:00Z", "Asia/Tokyo", "in 7 days")]
    [InlineData("2027-01-13T15:00:00Z", "2027-01-20T11:00:00Z", "Asia/Tokyo", "in 6 days")]
    // The clocks change on Sunday in between, one way and the other.
    [InlineData("2027-03-24T18:00:00Z", "2027-03-31T17:00:00Z", "Europe/Berlin", "in 7 days")]
    [InlineData("2027-10-27T17:00:00Z", "2027-11-03T18:00:00Z", "Europe/Berlin", "in 7 days")]
    // Just under two days with a single midnight in between.
    [InlineData("2027-01-17T15:05:00Z", "2027-01-19T14:50:00Z", "Asia/Tokyo", "in 2 days")]
    [InlineData("2027-01-19T10:00:00Z", "2027-01-20T10:00:00Z", "Asia/Tokyo", "in 24 hours")]
    [InlineData("2027-01-20T09:15:00Z", "2027-01-20T10:00:00Z", "Asia/Tokyo", "in 45 minutes")]
    [InlineData("2027-01-20T10:05:00Z", "2027-01-20T10:00:00Z", "Asia/Tokyo", "now")]
    public void Days_are_counted_on_the_calendar_of_the_zone(string now, string moment, string zone, string expected)
    {
        Assert.Equal(
            expected,
            DateWording.Remaining(InstantPattern.General.Parse(now).Value, InstantPattern.General.Parse(moment).Value, DateTimeZoneProviders.Tzdb[zone], "en"));
    }
}
