using NodaTime;

namespace BotHost.Configuration.Import.Words;

/// <summary>Names of months and weekdays in the languages that announcements are pasted in.</summary>
internal static class CalendarWords
{
    public const string Months =
        "january|jan|february|februar|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec"
        + "|januar|jänner|märz|maerz|mär|mai|juni|juli|oktober|okt|dezember|dez"
        + "|janvier|janv|février|fevrier|févr|mars|avril|avr|juin|juillet|juil|août|aout|septembre|octobre|novembre|décembre|decembre|déc"
        + "|enero|ene|febrero|marzo|abril|abr|mayo|junio|julio|agosto|ago|septiembre|octubre|noviembre|diciembre|dic";

    public const string Weekdays =
        "monday|mon|tuesday|tues|tue|wednesday|weds|wed|thursday|thurs|thur|thu|friday|fri|saturday|sat|sunday|sun"
        + "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
        + "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo";

    /// <summary>Too short to be told from other words, except right before a date.</summary>
    public const string ShortWeekdays = "mo|di|mi|do|fr|sa|so";

    private static readonly string[][] MonthStarts =
    [
        ["jan", "jän", "ene"], ["feb", "fév", "fev"], ["mar", "mär", "maer"], ["apr", "avr", "abr"], ["may", "mai"], ["jun", "juin"],
        ["jul", "juil"], ["aug", "aoû", "aou", "ago"], ["sep"], ["oct", "okt"], ["nov"], ["dec", "dez", "déc", "dic"],
    ];

    private static readonly (string Start, IsoDayOfWeek Day)[] WeekdayStarts =
    [
        ("mon", IsoDayOfWeek.Monday), ("tue", IsoDayOfWeek.Tuesday), ("wed", IsoDayOfWeek.Wednesday), ("thu", IsoDayOfWeek.Thursday),
        ("fri", IsoDayOfWeek.Friday), ("satu", IsoDayOfWeek.Saturday), ("sat", IsoDayOfWeek.Saturday), ("sund", IsoDayOfWeek.Sunday), ("sun", IsoDayOfWeek.Sunday),
        ("mardi", IsoDayOfWeek.Tuesday), ("martes", IsoDayOfWeek.Tuesday), ("mercredi", IsoDayOfWeek.Wednesday), ("mié", IsoDayOfWeek.Wednesday), ("mie", IsoDayOfWeek.Wednesday),
        ("lun", IsoDayOfWeek.Monday), ("jeu", IsoDayOfWeek.Thursday), ("jue", IsoDayOfWeek.Thursday), ("ven", IsoDayOfWeek.Friday), ("vie", IsoDayOfWeek.Friday),
        ("sam", IsoDayOfWeek.Saturday), ("sáb", IsoDayOfWeek.Saturday), ("sab", IsoDayOfWeek.Saturday), ("dim", IsoDayOfWeek.Sunday), ("domingo", IsoDayOfWeek.Sunday),
        ("die", IsoDayOfWeek.Tuesday), ("mit", IsoDayOfWeek.Wednesday), ("don", IsoDayOfWeek.Thursday), ("fre", IsoDayOfWeek.Friday), ("sonna", IsoDayOfWeek.Saturday), ("son", IsoDayOfWeek.Sunday),
        ("mo", IsoDayOfWeek.Monday), ("di", IsoDayOfWeek.Tuesday), ("mi", IsoDayOfWeek.Wednesday), ("do", IsoDayOfWeek.Thursday), ("fr", IsoDayOfWeek.Friday), ("sa", IsoDayOfWeek.Saturday), ("so", IsoDayOfWeek.Sunday),
    ];

    /// <summary>The days as Japanese and as Chinese write them.</summary>
    private static readonly string[] EastAsianDays = ["月一", "火二", "水三", "木四", "金五", "土六", "日天"];

    public static int MonthOf(string word) => 1 + Array.FindIndex(MonthStarts, starts => starts.Any(start => word.StartsWith(start, StringComparison.Ordinal)));

    public static IsoDayOfWeek? WeekdayOf(string word)
    {
        if (word.Length == 0)
        {
            return null;
        }

        var eastAsian = Array.FindIndex(EastAsianDays, signs => signs.Contains(word[0], StringComparison.Ordinal));
        if (eastAsian >= 0)
        {
            return (IsoDayOfWeek)(eastAsian + 1);
        }

        var found = Array.FindIndex(WeekdayStarts, entry => word.StartsWith(entry.Start, StringComparison.Ordinal));
        return found < 0 ? null : WeekdayStarts[found].Day;
    }
}
