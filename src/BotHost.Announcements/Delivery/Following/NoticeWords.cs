namespace BotHost.Announcements.Delivery.Following;

/// <summary>The few words of notices, by language.</summary>
/// <param name="DateSet">Before the talk's name, like the five that follow.</param>
/// <param name="NewDate">Of a talk on another day.</param>
/// <param name="NewTime">Of a talk at another hour of its day.</param>
/// <param name="Cancelled">Of a talk that does not take place.</param>
/// <param name="Postponed">Of a talk that takes place at some later time.</param>
/// <param name="BackOn">Of a talk that was called off and takes place as it was planned.</param>
/// <param name="When">Before the date.</param>
/// <param name="Planned">Before the date that was told first.</param>
/// <param name="Where">Before the place.</param>
/// <param name="TimeFollows">After a date whose hour is not known.</param>
public sealed record NoticeWords(
    string DateSet, string NewDate, string NewTime, string Cancelled, string Postponed, string BackOn, string When, string Planned, string Where, string TimeFollows)
{
    private static readonly NoticeWords English = new(
        "Date set: ", "New date: ", "New time: ", "Cancelled: ", "Postponed: ", "Takes place after all: ",
        "When: ", "Was planned for: ", "Where: ", ", time to be announced");

    private static readonly NoticeWords Japanese = new(
        "日程決定：", "日程変更：", "時刻変更：", "中止：", "延期：", "予定どおり開催：",
        "日時：", "変更前の日時：", "場所：", "（時刻は追ってお知らせします）");

    private static readonly NoticeWords SimplifiedChinese = new(
        "日期已定：", "日期变更：", "时间变更：", "取消：", "延期：", "照常举行：",
        "时间：", "原定时间：", "地点：", "（具体时间另行通知）");

    private static readonly NoticeWords TraditionalChinese = new(
        "日期已定：", "日期變更：", "時間變更：", "取消：", "延期：", "照常舉行：",
        "時間：", "原定時間：", "地點：", "（具體時間另行通知）");

    /// <param name="language">A BCP 47 tag; unknown languages read English.</param>
    public static NoticeWords For(string language)
    {
        var parts = language.ToLowerInvariant().Split('-', '_');
        return parts[0] switch
        {
            "ja" => Japanese,
            "zh" when !parts.Contains("hans") && parts.Any(part => part is "hant" or "tw" or "hk" or "mo") => TraditionalChinese,
            "zh" => SimplifiedChinese,
            _ => English,
        };
    }
}
