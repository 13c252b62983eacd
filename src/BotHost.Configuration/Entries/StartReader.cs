using BotHost.Announcements.Talks;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;
using NodaTime;

namespace BotHost.Configuration.Entries;

/// <summary>Reads when a talk starts: a date with a time, a date alone, or not yet.</summary>
internal static class StartReader
{
    public const string Example = "2027-01-20 19:00, or a date alone, or {tba: the reason}";

    private static readonly Form<TalkStart> Unresolved = new("bad-time", "a date, a date with a time, or TBA", Example, _ => null);

    /// <returns>Null after a finding.</returns>
    public static TalkStart? Read(Node node, DateTimeZone zone, FindingList findings)
    {
        if (node is Node.Mapping)
        {
            return ReadReason(node, findings);
        }

        var text = node is Node.Scalar scalar ? scalar.Text.Trim() : "";
        if (text.Equals("tba", StringComparison.OrdinalIgnoreCase))
        {
            return WithoutReason(node, findings);
        }

        if (LocalTimes.DateAndTime(text) is { } local)
        {
            CheckClockChange(node, local, zone, findings);
            return new TalkStart.At(local, zone);
        }

        return LocalTimes.Date(text) is { } date ? new TalkStart.OnDate(date, zone) : findings.Parse(node, "start", Unresolved);
    }

    private static TalkStart.ToBeAnnounced? ReadReason(Node node, FindingList findings)
    {
        if (Section.Open(node, "a start", findings, Shapes.Start) is not { } section)
        {
            return null;
        }

        return section.Find("tba") is { } reason
            ? WithReason(reason, findings)
            : WithoutReason(node, findings);
    }

    private static TalkStart.ToBeAnnounced? WithReason(Node reason, FindingList findings)
    {
        if (findings.Parse(reason, "tba", Forms.Line) is not { } text)
        {
            return null;
        }

        findings.Note(reason.Where, "start-tba", "the start is to be announced: what counts from it waits", "write the date once it is known");
        return new TalkStart.ToBeAnnounced(text);
    }

    private static TalkStart.ToBeAnnounced WithoutReason(Node node, FindingList findings)
    {
        findings.Warning(node.Where, "tba-without-reason", "the start is to be announced, and nothing says why", "give a reason for people: start: {tba: after the summer}");
        return new TalkStart.ToBeAnnounced(null);
    }

    private static void CheckClockChange(Node node, LocalDateTime local, DateTimeZone zone, FindingList findings)
    {
        var told = local.ToString("uuuu-MM-dd HH:mm", null);
        switch (zone.MapLocal(local).Count)
        {
            case 0:
                var shifted = TalkStart.Resolve(local, zone).InZone(zone).TimeOfDay.ToString("HH:mm", null);
                findings.Warning(node.Where, "skipped-hour", $"{told} does not exist in {zone.Id}, clocks go forward then; it is read as {shifted}", "write the time that you mean");
                break;
            case 2:
                findings.Warning(node.Where, "doubled-hour", $"{told} happens twice in {zone.Id}, clocks go back then; the earlier one is used", "choose another time if you can");
                break;
        }
    }
}
