using NodaTime;

namespace BotHost.Announcements.Texts;

internal sealed class JapaneseDateWords : DateWords
{
    /// <summary>In the order of <see cref="IsoDayOfWeek"/>, which counts from Monday as 1.</summary>
    private const string Days = "月火水木金土日";

    public override string Now => "まもなく";

    public override string Weekday(IsoDayOfWeek day) => $"{Days[(int)day - 1]}曜";

    public override string Date(LocalDate date) => $"{date.Year}年{date.Month}月{date.Day}日({Days[(int)date.DayOfWeek - 1]})";

    public override string DateAndTime(LocalDate date, string time) => $"{Date(date)} {time}";

    public override string InDays(int days) => $"{days}日後";

    public override string InHours(int hours) => $"{hours}時間後";

    public override string InHoursAndMinutes(int hours, int minutes) => $"{hours}時間{minutes}分後";

    public override string InMinutes(int minutes) => $"{minutes}分後";
}
