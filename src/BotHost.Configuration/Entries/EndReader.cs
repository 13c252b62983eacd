using BotHost.Announcements.Talks;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;
using NodaTime;

namespace BotHost.Configuration.Entries;

/// <summary>Reads how long a talk lasts: a length, or the time at which it ends.</summary>
internal static class EndReader
{
    private static readonly Form<TalkEnd> Form = new(
        "bad-time", "a time, or a date with a time", "20:30, or 2027-01-20 20:30 where it ends on another day", Parse);

    /// <returns>Null where the talk says nothing of it, or after a finding.</returns>
    public static Duration? Read(Section talk, TalkStart? start, FindingList findings)
    {
        var length = talk.Read("length", Forms.Length);
        if (talk.Find("end") is not { } node || findings.Parse(node, "end", Form) is not { } end)
        {
            return length;
        }

        if (length is not null)
        {
            findings.Error(node.Where, "length-and-end", "the talk has a length and an end", "keep one of them");
            return length;
        }

        if (start is not TalkStart.At at)
        {
            findings.Warning(node.Where, "end-without-start", "the end counts only once the start has a time", "give the length instead, as in length: 90 minutes");
            return null;
        }

        var until = TalkStart.Resolve((end.Date ?? at.Local.Date).At(end.Time), at.Zone);
        var lasts = until - at.Instant!.Value;
        if (lasts <= Duration.Zero)
        {
            var remedy = end.Date is null ? $"if it ends on the next day, write end: {at.Local.Date.PlusDays(1).At(end.Time):uuuu-MM-dd HH:mm}" : "check both";
            findings.Error(node.Where, "end-before-start", "the talk ends before it starts", remedy);
            return null;
        }

        if (lasts > Forms.LongestTalk)
        {
            findings.Error(node.Where, "bad-duration", $"the talk would last more than {Forms.LongestTalk.Days} days", "check the dates of start and end");
            return null;
        }

        return lasts;
    }

    private static TalkEnd? Parse(string text)
    {
        if (LocalTimes.DateAndTime(text) is { } whole)
        {
            return new TalkEnd(whole.Date, whole.TimeOfDay);
        }

        return LocalTimes.Time(text) is { } time ? new TalkEnd(null, time) : null;
    }

    private sealed record TalkEnd(LocalDate? Date, LocalTime Time);
}
