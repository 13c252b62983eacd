using System.Text.RegularExpressions;

namespace BotHost.Posts.Templates;

/// <summary>Finds words that name a day by its distance from the reader's own.</summary>
/// <remarks>A template has no sentences about the present or the future at large, so that every one of these words means a day.</remarks>
internal static partial class DayWords
{
    public static IEnumerable<(int Index, string Words)> In(string text) => Word().Matches(text).Select(match => (match.Index, match.Value));

    [GeneratedRegex(
        @"\b(?:today|tonight|tomorrow|yesterday|(?:this|next|last) (?:week|month|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|this (?:morning|afternoon|evening)"
        + @"|heute|gestern|übermorgen|aujourd['’]hui|demain|ce soir|hoy|esta noche|oggi|domani|stasera|сегодня|завтра)\b"
        + @"|오늘|내일|今日|明日|本日|昨日|明後日|今夜|今晩|今週|来週|先週|翌日|今天|明天|昨天|后天|後天|今晚|明晚|[本这這下上][周週]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
