using BotHost.Announcements.Delivery.Following;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Reports;

/// <summary>Finds the talks that were announced, are still ahead, and are no longer in the files. Pure.</summary>
public static class VanishedTalks
{
    /// <summary>What people can do about it.</summary>
    public const string Remedy = "put its file back, or write status: cancelled or postponed into it to tell the members";

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
    public static Instant EndOf(string start) => TalkStart.Read(start) switch
    {
        TalkStart.OnDate on => on.Zone.AtStartOfDay(on.Date.PlusDays(1)).ToInstant(),
        { Instant: { } instant } => instant,
        _ => Instant.MaxValue,
    };
}
