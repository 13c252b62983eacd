using System.Globalization;
using NodaTime;

namespace BotHost.Announcements.Texts;

internal sealed class EnglishDateWords : DateWords
{
    public override string Now => "now";

    public override string Weekday(IsoDayOfWeek day) => day.ToString()[..3];

    public override string Date(LocalDate date) => date.ToString("dddd, d MMMM uuuu", CultureInfo.InvariantCulture);

    public override string DateAndTime(LocalDate date, string time) => $"{Date(date)}, {time}";

    public override string InDays(int days) => $"in {Count(days, "day")}";

    public override string InHours(int hours) => $"in {Count(hours, "hour")}";

    public override string InHoursAndMinutes(int hours, int minutes) => $"in {Count(hours, "hour")} {Count(minutes, "minute")}";

    public override string InMinutes(int minutes) => $"in {Count(minutes, "minute")}";

    private static string Count(int count, string unit) => count == 1 ? $"1 {unit}" : $"{count} {unit}s";
}
