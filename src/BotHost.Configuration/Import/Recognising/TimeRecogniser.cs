using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BotHost.Configuration.Import.Texts;
using NodaTime;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>Finds times of day: <c>18:30 - 20:00</c>, <c>7–8:30 pm</c>, <c>晚上7点半</c>, <c>19 Uhr</c>.</summary>
internal static partial class TimeRecogniser
{
    private const string EveningParts = "下午|晚上|晚间|晚間|傍晚|晚|午後|夜|夕方|nachmittags|abends";

    private const string MorningParts = "上午|早上|早晨|早|凌晨|午前|朝|morgens|vormittags";

    private const string Range = @"\s*(?:-|~|to|until|till|bis|から|至|到|ー)\s*";

    private const string FirstOne =
        @"(?<part1>" + EveningParts + "|" + MorningParts + @"|中午|正午)?\s*(?<![\d.:/+])(?<h1>\d{1,2}|[" + Numerals.EastAsian + @"]{1,3})(?!\d)"
        + @"(?:(?<sep1>[:.時时點点]|\s?h(?=\d\d|\b|\s))\s*(?:(?<m1>\d{2}|[" + Numerals.EastAsian + @"]{1,3})(?!\d)\s*分?|(?<half1>半))?(?:鐘|钟|整)?)?(?::\d\d(?!\d))?"
        + @"\s*(?:(?<ap1>[ap])\.?m\b\.?|(?<uhr1>uhr|o'clock|hrs)\b)?";

    private const string SecondOne =
        @"(?<part2>" + EveningParts + "|" + MorningParts + @"|中午|正午)?\s*(?<![\d.:/+])(?<h2>\d{1,2}|[" + Numerals.EastAsian + @"]{1,3})(?!\d)"
        + @"(?:(?<sep2>[:.時时點点]|\s?h(?=\d\d|\b|\s))\s*(?:(?<m2>\d{2}|[" + Numerals.EastAsian + @"]{1,3})(?!\d)\s*分?|(?<half2>半))?(?:鐘|钟|整)?)?(?::\d\d(?!\d))?"
        + @"\s*(?:(?<ap2>[ap])\.?m\b\.?|(?<uhr2>uhr|o'clock|hrs)\b)?";

    private static readonly ImmutableHashSet<string> EveningWords = [.. EveningParts.Split('|')];

    public static ImmutableArray<FoundTime> Find(string plain)
    {
        var found = ImmutableArray.CreateBuilder<FoundTime>();
        var end = 0;
        foreach (Match match in Times().Matches(plain.ToLowerInvariant()))
        {
            if (match.Index >= end && Read(match) is { } time)
            {
                found.Add(time);
                end = match.Index + match.Length;
            }
        }

        foreach (Match match in Noon().Matches(plain))
        {
            if (!found.Any(time => match.Index < time.Start + time.Length && time.Start < match.Index + match.Length))
            {
                found.Add(new FoundTime(LocalTime.Noon, null, false, match.Index, match.Length));
            }
        }

        return [.. found.OrderBy(time => time.Start)];
    }

    private static FoundTime? Read(Match match)
    {
        var first = Clock.Of(match.Groups, "1");
        var second = match.Groups["h2"].Success ? Clock.Of(match.Groups, "2") : null;
        if (first is null || (match.Groups["h2"].Success && second is null))
        {
            return null;
        }

        // A bare number is a time only beside one that says so: 7-8:30 pm.
        if (!first.IsSure && second is not { IsSure: true })
        {
            return null;
        }

        var from = first.Minutes(first.IsEvening ?? Inherited(first, second));
        var to = second?.Minutes(second.IsEvening ?? (first.IsEvening is true && second.Hour < 12 ? AfterStart(first, second) : null));
        var start = Of(from);
        return new FoundTime(start, to is { } minutes ? Of(minutes) : null, first.IsEvening is null && second?.IsEvening is null && first.MayBeEither, match.Index, match.Length)
        {
            IsNextDay = from >= 24 * 60,
            MayEndBeDistance = to < from && first.IsEvening is null && DistanceEnd().IsMatch(match.Value),
        };
    }

    /// <summary>The half of the day that the end names holds for the start as well, unless the start would be later then.</summary>
    private static bool? Inherited(Clock first, Clock? second)
    {
        if (second?.IsEvening is not { } evening || first.Hour > 12)
        {
            return null;
        }

        return first.Minutes(evening) < second.Minutes(evening) ? evening : !evening;
    }

    private static bool? AfterStart(Clock first, Clock second) => second.Minutes(true) > first.Minutes(true) ? true : null;

    private static LocalTime Of(int minutes) => LocalTime.FromMinutesSinceMidnight(minutes % (24 * 60));

    private sealed record Clock(int Hour, int Minute, bool? IsEvening, bool IsSure, bool MayBeEither)
    {
        public int Bare => (Hour * 60) + Minute;

        public static Clock? Of(GroupCollection groups, string which)
        {
            var hour = Numerals.Read(groups["h" + which].ValueSpan);
            var minute = groups["half" + which].Success ? 30 : groups["m" + which].Success ? Numerals.Read(groups["m" + which].ValueSpan) : 0;
            if (hour > 24 || minute > 59)
            {
                return null;
            }

            var part = groups["part" + which].Value;
            bool? evening = groups["ap" + which].Success ? groups["ap" + which].Value == "p" : null;
            if (part.Length > 0 && evening is null)
            {
                evening = EveningWords.Contains(part) || (part is "中午" or "正午" && hour != 11);
            }

            var separator = groups["sep" + which].Value.Trim();
            var isSure = groups["ap" + which].Success || groups["uhr" + which].Success
                || separator is "時" or "时" or "點" or "点" or "h"
                || (separator == ":" && groups["m" + which].Success);
            var isEastAsianDigit = groups["h" + which].Value is [> '\u2E80', ..];
            if (separator == "." && !groups["m" + which].Success)
            {
                return null;
            }

            var written = groups["h" + which].Value;
            return new Clock(hour, minute, evening, isSure && (!isEastAsianDigit || separator.Length > 0), hour is >= 1 and <= 7 && written[0] != '0' && !groups["uhr" + which].Success);
        }

        public int Minutes(bool? evening) => evening switch
        {
            true when Hour < 12 => Bare + (12 * 60),
            false when Hour == 12 => Minute,
            _ => Bare,
        };
    }

    [GeneratedRegex(@":\d\d-(0\d|1[0-2]):(00|30)$", RegexOptions.ExplicitCapture)]
    private static partial Regex DistanceEnd();

    [GeneratedRegex(FirstOne + "(?:" + Range + SecondOne + "(?:まで)?)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    [GeneratedRegex(@"\b(12\s+)?noon\b|(?<![\p{L}])正午", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Noon();
}
