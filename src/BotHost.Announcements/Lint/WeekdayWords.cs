using System.Collections.Immutable;
using NodaTime;

namespace BotHost.Announcements.Lint;

/// <summary>The weekdays in the forms in which people write them, each list from Monday on.</summary>
internal static class WeekdayWords
{
    private static readonly ImmutableArray<ImmutableArray<string>> Forms =
    [
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
        ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
        ["一", "二", "三", "四", "五", "六", "日"],
        ["月", "火", "水", "木", "金", "土", "日"],
    ];

    private static readonly Dictionary<string, (int Form, IsoDayOfWeek Day)> Known = All();

    /// <summary>Null: it is none.</summary>
    public static IsoDayOfWeek? Find(string word) => Known.TryGetValue(word, out var known) ? known.Day : null;

    /// <summary>Another weekday as this one is written; null where it is not clear which words it belongs to.</summary>
    public static string? InFormOf(string word, IsoDayOfWeek day) =>
        word is not "日" and not "天" && Known.TryGetValue(word, out var known) ? Forms[known.Form][(int)day - 1] : null;

    private static Dictionary<string, (int Form, IsoDayOfWeek Day)> All()
    {
        var known = new Dictionary<string, (int Form, IsoDayOfWeek Day)>(StringComparer.OrdinalIgnoreCase)
        {
            ["Tues"] = (1, IsoDayOfWeek.Tuesday),
            ["Weds"] = (1, IsoDayOfWeek.Wednesday),
            ["Thur"] = (1, IsoDayOfWeek.Thursday),
            ["Thurs"] = (1, IsoDayOfWeek.Thursday),
            ["Sonnabend"] = (2, IsoDayOfWeek.Saturday),
            ["天"] = (4, IsoDayOfWeek.Sunday),
        };
        for (var form = 0; form < Forms.Length; form++)
        {
            for (var day = 0; day < Forms[form].Length; day++)
            {
                known.TryAdd(Forms[form][day], (form, (IsoDayOfWeek)(day + 1)));
            }
        }

        return known;
    }
}
