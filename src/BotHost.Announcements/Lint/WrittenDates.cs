using System.Globalization;
using System.Text.RegularExpressions;

namespace BotHost.Announcements.Lint;

/// <summary>Finds weekdays with a date beside them.</summary>
internal static partial class WrittenDates
{
    private const string Year = @"(?<year>(?:1\d|2\d)\d\d)(?!\d)";
    private const string Day = @"(?<day>\d{1,2})";

    private const string EnLong = "(?i:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
    private const string EnAny = $@"(?:{EnLong}|Mon|Tues?|Weds?|Thu|Thurs?|Fri|Sat|Sun)(?![\p{{L}}'’])";
    private const string EnMonth =
        "(?<month>(?i:January|February|April|June|July|August|September|October|November|December)|March|MARCH|May|MAY|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?!\\p{L})\\.?";

    private const string EnDay = Day + "(?:st|nd|rd|th)?(?:\\s+of)?";

    // Not the end of a range ("Monday to Friday, …"), and not a part of a word.
    private const string Alone = @"(?<![\p{L}\p{N}\-–—/])(?<!(?:to|through|thru|until|till|bis)\s)";

    // After a day of a date no second one, as in "January 18–22".
    private const string NoRange = @"(?!\d|\s*[-–—]\s*\d|:\d)";

    private const string EnBefore = Alone + "(?<word>" + EnAny + @")(?:\s+(?:morning|afternoon|evening|night))?\.?,?\s+(?:the\s+)?";
    private const string EnAfter = @"(?:\s*\(\s*(?<word>" + EnAny + @")|,\s+(?<word>" + EnLong + @")(?![\p{L}'’\-]))";

    private const string DeLong = "(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)";
    private const string DeMonth = @"(?:(?<month>Januar|Jänner|Februar|März|Maerz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan|Feb|Mär|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)(?!\p{L})\.?|(?<number>\d{1,2})\.)";
    private const string DeDate = Day + @"\.\s*" + DeMonth + @"(?:\s*" + Year + ")?";

    private const string CjkDate = @"(?:(?<era>令和|平成|民國|民国)?\s*(?<year>\d{1,4})\s*年\s*)?(?<![\d/])(?<number>\d{1,2})\s*月\s*(?<day>\d{1,2})(?!\d)\s*[日号號]?";
    private const string CjkWord = @"(?:星期|[礼禮]拜|[週周])(?<word>[一二三四五六日天])|(?<word>[月火水木金土日])曜日?";
    private const string CjkInBrackets = @"\(\s*(?<word>[月火水木金土日一二三四五六])(?=\s*[)・,、])";

    public static IEnumerable<WrittenDate> In(string text)
    {
        var plain = Unwiden(text);

        // Most texts name no weekday, and one look is cheaper than eleven.
        return !AnyWeekday().IsMatch(plain) ? [] : Patterns().SelectMany(pattern => pattern.Matches(plain)).Select(Read).OfType<WrittenDate>();
    }

    private static Regex[] Patterns() =>
    [
        EnglishDayFirst(), EnglishMonthFirst(), EnglishDayFirstThenWeekday(), EnglishMonthFirstThenWeekday(), German(), GermanThenWeekday(),
        EastAsian(), EastAsianWeekdayFirst(), EastAsianInSlashes(), Iso(), IsoThenWeekday(),
    ];

    private static WrittenDate? Read(Match match)
    {
        var word = match.Groups["word"];
        if (WeekdayWords.Find(word.Value) is not { } weekday)
        {
            return null;
        }

        var month = match.Groups["number"].Success ? Number(match.Groups["number"]) : MonthOf(match.Groups["month"].Value);
        return YearOf(match) is var (known, year) && known ? new WrittenDate(word.Index, word.Value, weekday, year, month, Number(match.Groups["day"])) : null;
    }

    /// <summary>The year of our era, or none; a year that is written and not understood makes the date unknown.</summary>
    private static (bool Known, int? Year) YearOf(Match match)
    {
        if (!match.Groups["year"].Success)
        {
            return (true, null);
        }

        var year = Number(match.Groups["year"]);
        return match.Groups["era"].Value switch
        {
            "令和" => (true, year + 2018),
            "平成" => (true, year + 1988),
            "民國" or "民国" => (true, year + 1911),
            _ => (year >= 1000, year),
        };
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int MonthOf(string name) => name[..3].ToLowerInvariant() switch
    {
        "jan" or "jän" => 1,
        "feb" => 2,
        "mar" or "mär" or "mae" or "mrz" => 3,
        "apr" => 4,
        "may" or "mai" => 5,
        "jun" => 6,
        "jul" => 7,
        "aug" => 8,
        "sep" => 9,
        "oct" or "okt" => 10,
        "nov" => 11,
        _ => 12,
    };

    /// <summary>Full-width digits, brackets and commas as their plain ones, each in its place.</summary>
    private static string Unwiden(string text) => string.Create(text.Length, text, static (plain, wide) =>
    {
        for (var index = 0; index < wide.Length; index++)
        {
            plain[index] = wide[index] switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(wide[index] - 0xFEE0),
                '\u3000' or '\u00A0' or '\n' => ' ',
                var other => other,
            };
        }
    });

    [GeneratedRegex(@"(?<!\p{L})(?:" + EnAny + "|" + DeLong + @"|(?:Mo|Di|Mi|Do|Fr|Sa|So)(?!\p{L}))|[(] ?[月火水木金土日一二三四五六]|曜|星期|[礼禮]拜|[週周][一二三四五六日天]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex AnyWeekday();

    [GeneratedRegex(EnBefore + EnDay + @"\s+" + EnMonth + @"(?:,?\s+" + Year + ")?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex EnglishDayFirst();

    [GeneratedRegex(EnBefore + EnMonth + @"\s+" + Day + "(?:st|nd|rd|th)?" + NoRange + @"(?:,?\s+" + Year + ")?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex EnglishMonthFirst();

    [GeneratedRegex(@"(?<![\d\-–—/])" + EnDay + @"\s+" + EnMonth + @"(?:,?\s+" + Year + ")?" + EnAfter, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex EnglishDayFirstThenWeekday();

    [GeneratedRegex(@"(?<!\p{L})" + EnMonth + @"\s+" + Day + "(?:st|nd|rd|th)?" + NoRange + @"(?:,?\s+" + Year + ")?" + EnAfter, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex EnglishMonthFirstThenWeekday();

    [GeneratedRegex(
        Alone + "(?:(?<word>" + DeLong + @")(?:morgen|vormittag|mittag|nachmittag|abend|nacht)?|(?<word>Mo|Di|Mi|Do|Fr|Sa|So)\.?)(?!\p{L}),?\s*(?:(?:den|dem|der|am)\s+)?" + DeDate,
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex German();

    [GeneratedRegex(
        @"(?<![\d.\-–—/])" + DeDate + @"(?:\s*\(\s*(?<word>" + DeLong + @"|Mo|Di|Mi|Do|Fr|Sa|So)(?!\p{L})|,\s+(?<word>" + DeLong + @")(?!\p{L}))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex GermanThenWeekday();

    [GeneratedRegex(CjkDate + @"\s*(?:" + CjkInBrackets + @"|\(?\s*(?:" + CjkWord + "))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex EastAsian();

    [GeneratedRegex("(?:" + CjkWord + @")\s*[,、(]?\s*" + CjkDate, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex EastAsianWeekdayFirst();

    [GeneratedRegex(@"(?<![\d/])(?:(?<year>\d{4})/)?(?<number>\d{1,2})/(?<day>\d{1,2})\s*(?:" + CjkInBrackets + @"|\(?\s*(?:" + CjkWord + "))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex EastAsianInSlashes();

    [GeneratedRegex(Alone + "(?<word>" + EnAny + "|" + DeLong + @"|Mo|Di|Mi|Do|Fr|Sa|So)(?!\p{L})\.?,?\s+" + Year + @"-(?<number>\d\d)-(?<day>\d\d)(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"(?<![\d\-])" + Year + @"-(?<number>\d\d)-(?<day>\d\d)(?!\d)(?:[\s,]+(?<word>" + EnAny + "|" + DeLong + @")(?!\p{L})|\s*\(\s*(?<word>" + EnAny + "|" + DeLong + @"|Mo|Di|Mi|Do|Fr|Sa|So)(?!\p{L})|\s*" + CjkInBrackets + @"|\s*\(?\s*(?:" + CjkWord + "))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex IsoThenWeekday();
}
