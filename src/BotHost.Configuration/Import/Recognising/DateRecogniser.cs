using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BotHost.Configuration.Import.Texts;
using BotHost.Configuration.Import.Words;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>Finds dates in any of the ways in which announcements write them.</summary>
internal static partial class DateRecogniser
{
    private const string Before =
        @"(?<![\p{L}\d])(?:(?<wd>" + CalendarWords.Weekdays + "|" + CalendarWords.ShortWeekdays + @")\b[.,]?\s*,?\s*(?:the|den|dem|le|el)?\s*)?";

    private const string Behind =
        @"(?:\s*[,(\[]?\s*(?:(?:星期|周|週|礼拜|禮拜)(?<wd>[一二三四五六日天])|(?<wd>[月火水木金土日])曜日?|(?<=[(\[]\s*)(?<wd>[月火水木金土日一二三四五六天])(?:[・·/,、]?[祝休](?:日)?)?(?=\s*[)\]])|(?<wd>(?:" + CalendarWords.Weekdays + @")\b\.?))(?:[・·/,、]?[祝休](?:日)?)?\s*[)\]]?)?";

    private const string More = @"(?<more>\s*(?:-|&|/|~|to|and|und|bis|et|y)\s*\d{1,2}(?:st|nd|rd|th|\.)?)?";

    private const string Year = @"(?<y>(?:19|20)\d\d)(?![\d:])";

    private const string Num = "(?:[0-9]{1,2}|[" + Numerals.EastAsian + "]{1,3})";

    public static ImmutableArray<FoundDate> Find(string plain)
    {
        var text = plain.ToLowerInvariant().ToCharArray();
        var found = new List<FoundDate>();
        foreach (var shape in new[] { EastAsian(), YearFirst(), DayMonth(), MonthDay(), Dotted(), Slashed(), MonthSlashDay() })
        {
            foreach (Match match in shape.Matches(new string(text)))
            {
                if (Read(match) is { Exists: true } date)
                {
                    found.Add(date);
                    Array.Fill(text, '\u0001', match.Index, match.Length);
                }
            }
        }

        return [.. found.OrderBy(date => date.Start)];
    }

    private static FoundDate Read(Match match)
    {
        var (first, second) = (Numerals.Read(match.Groups["d"].ValueSpan), MonthOf(match.Groups));
        var isOpen = match.Groups["open"].Success && first <= 12 && second <= 12 && first != second;
        if (match.Groups["open"].Success && second > 12)
        {
            (first, second) = (second, first);
        }

        return new FoundDate(
            YearOf(match.Groups), second, first, CalendarWords.WeekdayOf(match.Groups["wd"].Value), isOpen, match.Groups["more"].Success, match.Index, match.Length);
    }

    private static int MonthOf(GroupCollection groups) =>
        groups["mon"].Success ? CalendarWords.MonthOf(groups["mon"].Value) : Numerals.Read(groups["m"].ValueSpan);

    private static int? YearOf(GroupCollection groups)
    {
        if (groups["ey"].Success)
        {
            var first = groups["era"].Value switch
            {
                "令和" or "r" => 2018,
                "平成" => 1988,
                _ => 1911,
            };
            return first + Numerals.Read(groups["ey"].ValueSpan);
        }

        if (!groups["y"].Success)
        {
            return null;
        }

        var year = Numerals.Read(groups["y"].ValueSpan);
        return groups["y"].Length == 2 && char.IsAsciiDigit(groups["y"].Value[0]) ? 2000 + year : year;
    }

    [GeneratedRegex(@"(?:(?<era>令和|平成|中華民國|民國|民国|(?<![a-z])r)\s*(?<ey>\d{1,3}|元|[" + Numerals.EastAsian + @"]{1,3})\s*年\s*|(?<y>\d{4}|[〇零一二三四五六七八九]{4})\s*年\s*)?(?<m>" + Num + @")\s*月\s*(?<d>" + Num + @")\s*[日号號]?(?<more>\s*(?:-|~|至|到|から|、|・|と)\s*(?:" + Num + @"\s*月\s*)?" + Num + "[日号號])?" + Behind, RegexOptions.ExplicitCapture)]
    private static partial Regex EastAsian();

    [GeneratedRegex(Before + @"(?<y>(?:19|20)\d\d)\s*[-/.]\s*(?<m>\d{1,2})\s*[-/.]\s*(?<d>\d{1,2})(?!\d)" + Behind, RegexOptions.ExplicitCapture)]
    private static partial Regex YearFirst();

    [GeneratedRegex(Before + @"(?<d>\d{1,2})(?:st|nd|rd|th|er|\.)?" + More + @"\s*(?:of\s+|de\s+)?(?<mon>" + CalendarWords.Months + @")\b\.?(?:,?\s*(?:de\s+)?" + Year + "|\\s*'(?<y>\\d\\d))?" + Behind, RegexOptions.ExplicitCapture)]
    private static partial Regex DayMonth();

    [GeneratedRegex(Before + "(?<mon>" + CalendarWords.Months + @")\b\.?\s+(?:the\s+)?(?<d>\d{1,2})(?!\d|:)(?:st|nd|rd|th)?" + More + @"(?:,?\s*" + Year + ")?" + Behind, RegexOptions.ExplicitCapture)]
    private static partial Regex MonthDay();

    [GeneratedRegex(Before + @"(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.(?:\s?(?<y>20\d\d|\d\d)(?![\d:.]))?" + Behind, RegexOptions.ExplicitCapture)]
    private static partial Regex Dotted();

    [GeneratedRegex(Before + @"(?<d>\d{1,2})(?<open>[/-])(?<m>\d{1,2})[/-](?<y>20\d\d)(?!\d)" + Behind, RegexOptions.ExplicitCapture)]
    private static partial Regex Slashed();

    [GeneratedRegex(@"(?<![\d/])(?<m>\d{1,2})/(?<d>\d{1,2})\s*(?:\((?<wd>[月火水木金土日一二三四五六])(?:[・·/,、]?[祝休])?\)|\(?(?:星期|周|週)(?<wd>[一二三四五六日天])\)?)", RegexOptions.ExplicitCapture)]
    private static partial Regex MonthSlashDay();
}
