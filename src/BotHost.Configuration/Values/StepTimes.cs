using System.Globalization;
using System.Text.RegularExpressions;
using BotHost.Announcements.Campaigns;

namespace BotHost.Configuration.Values;

/// <summary>When a step is due, in words.</summary>
internal static partial class StepTimes
{
    public const string Example = "when: 7 days before at 10:00, 1 hour before, at start, or 1 hour after end";

    public static StepTime? Parse(string text)
    {
        if (text is "start" or "at start")
        {
            return new StepTime.AtStart();
        }

        if (WholeDays().Match(text) is { Success: true } match)
        {
            return OnDay(match);
        }

        if (text.EndsWith(" before", StringComparison.Ordinal))
        {
            return Stretches.Parse(text[..^" before".Length]) is { } before ? new StepTime.Before(before) : null;
        }

        return text.EndsWith(" after end", StringComparison.Ordinal) && Stretches.Parse(text[..^" after end".Length]) is { } after
            ? new StepTime.AfterEnd(after)
            : null;
    }

    private static StepTime.DaysBefore? OnDay(Match match)
    {
        var count = int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture);
        var days = match.Groups["unit"].ValueSpan[0] == 'w' ? 7 * count : count;
        if (days > Stretches.Longest.Days)
        {
            return null;
        }

        if (!match.Groups["at"].Success)
        {
            return new StepTime.DaysBefore(days, null);
        }

        return LocalTimes.Time(match.Groups["at"].Value) is { } at ? new StepTime.DaysBefore(days, at) : null;
    }

    [GeneratedRegex(@"^(?<count>\d{1,3}) (?<unit>days?|weeks?) before( at (?<at>\S+))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex WholeDays();
}
