using BotHost.Announcements.Delivery.Following;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using NodaTime;
using NodaTime.Text;

namespace BotHost.Announcements.Reports;

/// <summary>Finds the talks that were announced, are still ahead, and are no longer in the files. Pure.</summary>
public static class VanishedTalks
{
    /// <summary>What people can do about it.</summary>
    public const string Remedy = "put its file back, or write status: cancelled or postponed into it to tell the members";

    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public static IEnumerable<VanishedTalk> Of(TalkCatalogue catalogue, IEnumerable<DeliveryRow> rows, Instant now)
    {
        var posts = new SentPosts(catalogue);
        return
            from row in rows
            where row is { State: DeliveryState.Sent, Key.Kind: DeliveryKind.Step, Facts: not null } && posts.TalkOf(row.Key) is null
            group row by row.Key.Subject into sent
            let latest = sent.MaxBy(row => row.ChangedAt)!
            let aloud = FactSheet.AloudOf(latest.Facts!)
            where aloud is not null && EndOf(aloud.Start) > now
            orderby sent.Key
            select new VanishedTalk(sent.Key, aloud.Start, latest.ChangedAt);
    }

    /// <summary>Until when a talk with this start is ahead; a start that cannot be read, or is still to be announced, is.</summary>
    private static Instant EndOf(string start)
    {
        if (start.Split('[', ']') is not [var when, var zoneId, ""] || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId) is not { } zone)
        {
            return Instant.MaxValue;
        }

        if (Minute.Parse(when) is { Success: true } minute)
        {
            return TalkStart.Resolve(minute.Value, zone);
        }

        return LocalDatePattern.Iso.Parse(when) is { Success: true } day ? zone.AtStartOfDay(day.Value.PlusDays(1)).ToInstant() : Instant.MaxValue;
    }
}
