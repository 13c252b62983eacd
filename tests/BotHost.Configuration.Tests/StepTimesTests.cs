using BotHost.Announcements.Campaigns;
using BotHost.Configuration.Values;
using NodaTime;

namespace BotHost.Configuration.Tests;

public sealed class StepTimesTests
{
    public static TheoryData<string, StepTime?> Table => new()
    {
        { "at start", new StepTime.AtStart() },
        { "start", new StepTime.AtStart() },
        { "21 days before at 10:00", new StepTime.DaysBefore(21, new LocalTime(10, 0)) },
        { "1 day before at 9:05", new StepTime.DaysBefore(1, new LocalTime(9, 5)) },
        { "2 weeks before", new StepTime.DaysBefore(14, null) },
        { "0 days before at 08:00", new StepTime.DaysBefore(0, new LocalTime(8, 0)) },
        { "24 hours before", new StepTime.Before(Duration.FromHours(24)) },
        { "1 hour 30 minutes before", new StepTime.Before(Duration.FromMinutes(90)) },
        { "1 hour and 30 minutes before", new StepTime.Before(Duration.FromMinutes(90)) },
        { "1 hour after end", new StepTime.AfterEnd(Duration.FromHours(1)) },
        { "2 days after end", new StepTime.AfterEnd(Duration.FromDays(2)) },
        { "1 hour before at 10:00", null },
        { "7 days before at 25:00", null },
        { "400 days before", null },
        { "99999 weeks before", null },
        { "1 hour after start", null },
        { "-1 day before", null },
        { "one day before", null },
        { "before", null },
        { "", null },
    };

    [Theory]
    [MemberData(nameof(Table), DisableDiscoveryEnumeration = true)]
    public void The_words_of_a_step_mean_what_the_table_says(string text, StepTime? expected)
    {
        Assert.Equal(expected, StepTimes.Parse(text));
    }
}
