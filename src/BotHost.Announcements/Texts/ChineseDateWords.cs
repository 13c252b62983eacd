using NodaTime;

namespace BotHost.Announcements.Texts;

/// <summary>Both scripts: they build their phrases alike and differ in characters.</summary>
internal sealed class ChineseDateWords(string week, string daysLater, string hours, string minutes, string later, string now) : DateWords
{
    /// <summary>In the order of <see cref="IsoDayOfWeek"/>, which counts from Monday as 1.</summary>
    private const string Days = "一二三四五六日";

    public override string Now => now;

    public override string Weekday(IsoDayOfWeek day) => $"{week}{Days[(int)day - 1]}";

    public override string Date(LocalDate date) => $"{date.Year}年{date.Month}月{date.Day}日({Weekday(date.DayOfWeek)})";

    public override string DateAndTime(LocalDate date, string time) => $"{Date(date)} {time}";

    public override string InDays(int count) => $"{count}{daysLater}";

    public override string InHours(int count) => $"{count}{hours}{later}";

    public override string InHoursAndMinutes(int hourCount, int minuteCount) => $"{hourCount}{hours}{minuteCount}{minutes}{later}";

    public override string InMinutes(int count) => $"{count}{minutes}{later}";
}
