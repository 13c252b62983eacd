namespace BotHost.Announcements.Delivery.Following;

/// <summary>The few words of notices, by language.</summary>
/// <param name="DateSet">Before the talk's name, like the seven that follow.</param>
/// <param name="NewDate">Of a talk on another day.</param>
/// <param name="NewTime">Of a talk at another hour of its day.</param>
/// <param name="Cancelled">Of a talk that does not take place.</param>
/// <param name="Postponed">Of a talk that takes place at some later time.</param>
/// <param name="BackOn">Of a talk that was called off and takes place as it was planned.</param>
/// <param name="BackOnNewDate">Of a talk that was cancelled and takes place on another day.</param>
/// <param name="BackOnNewTime">Of a talk that was cancelled and takes place at another hour of its day.</param>
/// <param name="When">Before the date.</param>
/// <param name="Planned">Before the date that was told first.</param>
/// <param name="Where">Before the place.</param>
/// <param name="TimeFollows">After a date whose hour is not known.</param>
public sealed record NoticeWords(
    string DateSet, string NewDate, string NewTime, string Cancelled, string Postponed, string BackOn, string BackOnNewDate, string BackOnNewTime,
    string When, string Planned, string Where, string TimeFollows)
{
    private static readonly NoticeWords English = new(
        "Date set: ", "New date: ", "New time: ", "Cancelled: ", "Postponed: ", "Takes place after all: ",
        "Takes place after all, on a new date: ", "Takes place after all, at a new time: ",
        "When: ", "Was planned for: ", "Where: ", ", time to be announced");

    private static readonly NoticeWords Japanese = new(
        "日程決定：", "日程変更：", "時刻変更：", "中止：", "延期：", "予定どおり開催：",
        "日程を変更して開催：", "時刻を変更して開催：",
        "日時：", "変更前の日時：", "場所：", "（時刻は追ってお知らせします）");

    private static readonly NoticeWords SimplifiedChinese = new(
        "日期已定：", "日期变更：", "时间变更：", "取消：", "延期：", "照常举行：",
        "恢复举行（日期变更）：", "恢复举行（时间变更）：",
        "时间：", "原定时间：", "地点：", "（具体时间另行通知）");

    private static readonly NoticeWords TraditionalChinese = new(
        "日期已定：", "日期變更：", "時間變更：", "取消：", "延期：", "照常舉行：",
        "恢復舉行（日期變更）：", "恢復舉行（時間變更）：",
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
