using BotHost.Configuration.Values;
using NodaTime;
using NodaTime.Text;

namespace BotHost.Configuration.Tests;

/// <summary>Berlin goes from UTC+1 to UTC+2 on 28 March 2027 at 02:00, and back on 31 October 2027 at 03:00.</summary>
public sealed class CronRecurrenceTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [InlineData("0 10 * * MON", "2027-03-20T00:00:00Z", "2027-03-22T09:00:00Z")]
    [InlineData("0 10 * * MON", "2027-03-22T09:00:00Z", "2027-03-29T08:00:00Z")] // the same hour of the wall clock, another of the world
    [InlineData("30 2 * * *", "2027-03-27T12:00:00Z", "2027-03-28T01:30:00Z")] // a skipped time shifts forward, to 03:30
    [InlineData("30 2 * * *", "2027-10-30T12:00:00Z", "2027-10-31T00:30:00Z")] // of a doubled one the earlier counts
    [InlineData("30 2 * * *", "2027-10-31T00:30:00Z", "2027-11-01T01:30:00Z")] // and the later does not
    [InlineData("0 9 1 * *", "2027-12-15T00:00:00Z", "2028-01-01T08:00:00Z")]
    public void The_next_moment_is_one_of_the_wall_clock(string expression, string after, string expected)
    {
        var next = CronRecurrence.Parse(expression)!.Next(InstantPattern.General.Parse(after).Value, Berlin);

        Assert.Equal(expected, InstantPattern.General.Format(next!.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0 10 * *")]
    [InlineData("0 0 10 * * MON")]
    [InlineData("61 10 * * *")]
    [InlineData("0 10 31 2 *")]
    public void What_is_no_expression_or_never_comes_is_refused(string expression) => Assert.Null(CronRecurrence.Parse(expression));
}
