using System.Globalization;
using System.Text.RegularExpressions;
using BotHost.Announcements.Campaigns;

namespace BotHost.Configuration.Values;

/// <summary>When a step is due, in words.</summary>
internal static partial class StepTimes
{
    public const string Example = "when: 7 days before at 10:00, 1 hour before, at start, 1 hour after end, on 2027-01-15 at 10:00, as soon as a recording link appears, or cron 0 10 * * MON";

    public static StepTime? Parse(string text)
    {
        if (text is "start" or "at start")
        {
            return new StepTime.AtStart();
        }

        if (LocalTimes.DateAndTime(text.StartsWith("on ", StringComparison.Ordinal) ? text[3..].Replace(" at ", " ", StringComparison.Ordinal) : text) is { } local)
        {
            return new StepTime.On(local);
        }

        if (WithLink().Match(text) is { Success: true } link)
        {
            return new StepTime.WithLink(link.Groups["kind"].Value);
        }

        if (text.StartsWith("cron ", StringComparison.Ordinal))
        {
            return CronRecurrence.Parse(text["cron ".Length..].Trim()) is { } cron ? new StepTime.Recurring(cron) : null;
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

    [GeneratedRegex(@"^as soon as an? (?<kind>[a-z0-9][a-z0-9-]*) link appears$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex WithLink();

    [GeneratedRegex(@"^(?<count>\d{1,3}) (?<unit>days?|weeks?) before( at (?<at>\S+))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex WholeDays();
}
