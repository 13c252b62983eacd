using NodaTime;

namespace BotHost.Announcements.Texts;

/// <summary>One language's words for dates and distances.</summary>
internal abstract class DateWords
{
    private static readonly DateWords English = new EnglishDateWords();
    private static readonly DateWords Japanese = new JapaneseDateWords();
    private static readonly DateWords SimplifiedChinese = new ChineseDateWords("周", "天后", "小时", "分钟", "后", "现在");
    private static readonly DateWords TraditionalChinese = new ChineseDateWords("週", "天後", "小時", "分鐘", "後", "現在");

    public abstract string Now { get; }

    /// <summary>Short, as it stands before a time of day.</summary>
    public abstract string Weekday(IsoDayOfWeek day);

    public abstract string Date(LocalDate date);

    public abstract string DateAndTime(LocalDate date, string time);

    public abstract string InDays(int days);

    public abstract string InHours(int hours);

    public abstract string InHoursAndMinutes(int hours, int minutes);

    public abstract string InMinutes(int minutes);

    public static DateWords For(string language)
    {
        var parts = language.ToLowerInvariant().Split('-', '_');
        return parts[0] switch
        {
            "ja" => Japanese,
            "zh" when parts.Contains("hans") => SimplifiedChinese,
            "zh" when parts.Any(part => part is "hant" or "tw" or "hk" or "mo") => TraditionalChinese,
            "zh" => SimplifiedChinese,
            _ => English,
        };
    }
}
