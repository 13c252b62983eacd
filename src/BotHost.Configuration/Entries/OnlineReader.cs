using BotHost.Announcements.Talks;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;
using NodaTime;

namespace BotHost.Configuration.Entries;

/// <summary>Reads where people join online, and from when on members may see it.</summary>
internal static class OnlineReader
{
    private static readonly Instant NotYet = Instant.FromUtc(9999, 1, 1, 0, 0);

    private static readonly Form<Reveal> RevealForm = new(
        "bad-time", "a time", "1 hour before, or a date and time as 2027-01-20 18:00", ParseReveal);

    public static OnlineLink? Read(Node node, TalkStart? start, DateTimeZone zone, FindingList findings)
    {
        if (node is not Node.Mapping)
        {
            return findings.Parse(node, "online", Forms.Url) is { } alone ? new OnlineLink(alone) : null;
        }

        if (Section.Open(node, "an online link", findings, Shapes.Online) is not { } section)
        {
            return null;
        }

        var url = section.Require("url", Forms.Url, "https://example.org/join");
        var reveal = section.Read("reveal", RevealForm);
        Instant? instant = reveal switch
        {
            null => null,
            { At: { } local } => TalkStart.Resolve(local, zone),
            _ => start?.Instant is { } known ? known - reveal.Before : Hide(section.Find("reveal")!, findings),
        };
        return url is null ? null : new OnlineLink(url, instant);
    }

    /// <summary>A link whose time cannot be told yet stays hidden: an early link cannot be taken back.</summary>
    private static Instant Hide(Node reveal, FindingList findings)
    {
        findings.Note(reveal.Where, "reveal-waits", "the link stays hidden until the start has a time", "nothing to do");
        return NotYet;
    }

    private static Reveal? ParseReveal(string text)
    {
        if (LocalTimes.DateAndTime(text) is { } at)
        {
            return new Reveal(at, Duration.Zero);
        }

        return text.EndsWith(" before", StringComparison.Ordinal) && Stretches.Parse(text[..^" before".Length]) is { } before
            ? new Reveal(null, before)
            : null;
    }

    private sealed record Reveal(LocalDateTime? At, Duration Before);
}
