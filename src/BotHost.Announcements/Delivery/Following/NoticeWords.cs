namespace BotHost.Announcements.Delivery.Following;

/// <summary>The few words of notices, by language.</summary>
/// <param name="DateSet">Before the talk's name.</param>
/// <param name="When">Before the date.</param>
/// <param name="Where">Before the place.</param>
/// <param name="TimeFollows">After a date whose hour is not known.</param>
public sealed record NoticeWords(string DateSet, string When, string Where, string TimeFollows)
{
    private static readonly NoticeWords English = new("Date set: ", "When: ", "Where: ", ", time to be announced");
    private static readonly NoticeWords Japanese = new("日程決定：", "日時：", "場所：", "（時刻は追ってお知らせします）");
    private static readonly NoticeWords SimplifiedChinese = new("日期已定：", "时间：", "地点：", "（具体时间另行通知）");
    private static readonly NoticeWords TraditionalChinese = new("日期已定：", "時間：", "地點：", "（具體時間另行通知）");

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
