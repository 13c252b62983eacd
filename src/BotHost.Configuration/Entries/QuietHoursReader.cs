using System.Text.RegularExpressions;
using BotHost.Announcements.Platforms;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;
using NodaTime;

namespace BotHost.Configuration.Entries;

/// <summary>Reads a channel's quiet hours: <c>22:00 to 08:00</c>, or the same with a zone of their own.</summary>
internal static partial class QuietHoursReader
{
    private static readonly Form<Hours> Span = new("bad-time", "two times of day", "quiet_hours: 22:00 to 08:00", ParseSpan);

    private static readonly Form<LocalTime?> Time = new("bad-time", "a time of day", "it as 22:00", LocalTimes.Time);

    /// <returns>Null after a finding.</returns>
    public static QuietHours? Read(Node node, DateTimeZone communityZone, FindingList findings)
    {
        if (node is not Node.Mapping)
        {
            return findings.Parse(node, "quiet_hours", Span) is { } hours ? new QuietHours(hours.From, hours.To, communityZone) : null;
        }

        if (Section.Open(node, "quiet hours", findings, Shapes.QuietHours) is not { } section)
        {
            return null;
        }

        var from = section.Require("from", Time, "\"22:00\"");
        var to = section.Require("to", Time, "\"08:00\"");
        var zone = section.Read("zone", Forms.Zone) ?? communityZone;
        if (from is not { } first || to is not { } last)
        {
            return null;
        }

        if (first == last)
        {
            findings.Error(node.Where, "bad-time", "quiet hours that end when they begin would never let a post through", "choose two different times");
            return null;
        }

        return new QuietHours(first, last, zone);
    }

    private static Hours? ParseSpan(string text) =>
        Between().Match(text) is { Success: true } match
        && LocalTimes.Time(match.Groups["from"].Value) is { } from
        && LocalTimes.Time(match.Groups["to"].Value) is { } to
        && from != to
            ? new Hours(from, to)
            : null;

    [GeneratedRegex(@"^(?<from>\d{1,2}:\d{2})\s*(?:to|-|–)\s*(?<to>\d{1,2}:\d{2})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    private sealed record Hours(LocalTime From, LocalTime To);
}
