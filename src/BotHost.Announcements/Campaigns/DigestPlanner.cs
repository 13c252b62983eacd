using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Campaigns;

/// <summary>Says when the digests of the series are due. Pure.</summary>
public static class DigestPlanner
{
    /// <summary>A digest that comes later than this has been overtaken by the day.</summary>
    public static readonly Duration Lateness = Duration.FromHours(12);

    /// <summary>Where quiet hours swallow so many in a row, they swallow all.</summary>
    private const int MostAhead = 100;

    /// <summary>Of each digest and channel the occurrence that is due now and still makes sense; an older one is never made up for.</summary>
    public static IEnumerable<PlannedDigest> Due(TalkCatalogue catalogue, Instant now) =>
        from digest in Digests(catalogue)
        let occurrence = Occurrences(digest, now).TakeWhile(occurrence => occurrence.DueAt <= now).LastOrDefault()
        where occurrence is not null && now <= occurrence.LatestAt
        select occurrence;

    /// <summary>The occurrences whose time ran out after <paramref name="since"/>, and whether quiet hours left it no time at all.</summary>
    public static IEnumerable<(PlannedDigest Digest, bool IsSwallowed)> Overtaken(TalkCatalogue catalogue, Instant since, Instant now) =>
        from digest in Digests(catalogue)
        from occurrence in Recurrences(digest, since - (digest.Step.Lateness ?? Lateness), now).TakeWhile(occurrence => occurrence.Planned.LatestAt < now)
        where occurrence.Planned.LatestAt >= since
        select occurrence;

    /// <summary>Of each digest and channel the occurrence that comes next.</summary>
    public static IEnumerable<PlannedDigest> Next(TalkCatalogue catalogue, Instant now) =>
        from digest in Digests(catalogue)
        let occurrence = Occurrences(digest, now).FirstOrDefault(occurrence => occurrence.DueAt > now)
        where occurrence is not null
        select occurrence;

    /// <summary>The talks that a digest tells of: what is on and ahead, as far as members may see it and the channel takes it.</summary>
    public static IReadOnlyList<PublicTalk> TalksOf(PlannedDigest digest, PublicCatalogue view) =>
    [
        .. view.Upcoming.Where(talk =>
            talk.IsOn && talk.Phase is TalkPhase.Ahead && talk.Series.Id == digest.Series.Id && digest.Channel.Takes(talk.Talk)),
    ];

    private static IEnumerable<(Series Series, Step Step, StepTime.Recurring Time, Channel Channel, DateTimeZone Zone)> Digests(TalkCatalogue catalogue) =>
        from series in catalogue.Series.Values.OrderBy(series => series.Id.Value, StringComparer.Ordinal)
        where series.Campaign is not null
        from step in catalogue.Campaigns[series.Campaign!].Steps
        where step.Kind is StepKind.Digest
        from channel in catalogue.Channels
        where !channel.IsTest && (channel.Series.IsEmpty || channel.Series.Contains(series.Id))
        from face in channel.Faces
        select (series, step, (StepTime.Recurring)step.When, face, series.Zone ?? catalogue.Community.Zone);

    // Quiet hours move an occurrence by less than a day, so this begins early enough to meet one that was moved.
    private static IEnumerable<PlannedDigest> Occurrences(
        (Series Series, Step Step, StepTime.Recurring Time, Channel Channel, DateTimeZone Zone) digest, Instant now) =>
        Recurrences(digest, now - (digest.Step.Lateness ?? Lateness) - Duration.FromDays(1), now)
            .Where(occurrence => !occurrence.IsSwallowed)
            .Select(occurrence => occurrence.Planned);

    /// <summary>What comes after an instant; one that quiet hours swallow is due when it would have been without them.</summary>
    private static IEnumerable<(PlannedDigest Planned, bool IsSwallowed)> Recurrences(
        (Series Series, Step Step, StepTime.Recurring Time, Channel Channel, DateTimeZone Zone) digest, Instant after, Instant now)
    {
        var lateness = digest.Step.Lateness ?? Lateness;
        var at = after;
        var ahead = 0;
        while (ahead < MostAhead && digest.Time.Recurrence.Next(at, digest.Zone) is { } next)
        {
            at = next;
            ahead += next > now ? 1 : 0;
            var due = OutsideQuietHours(next, next + lateness, digest.Channel.QuietHours);
            var key = KeyOf(digest.Series, digest.Step, next, digest.Zone, digest.Channel);
            yield return (new PlannedDigest(key, digest.Series, digest.Step, digest.Channel, due ?? next, next + lateness), due is null);
        }
    }

    private static Instant? OutsideQuietHours(Instant at, Instant latest, QuietHours? hours) =>
        hours?.Around(at) is not { } quiet ? at : quiet.End <= latest ? quiet.End : null;

    private static DeliveryKey KeyOf(Series series, Step step, Instant at, DateTimeZone zone, Channel channel) => new(
        DeliveryKind.Digest,
        series.Id.Value,
        step.Id.Value,
        new TalkStart.At(at.InZone(zone).LocalDateTime, zone).Occasion,
        channel.Target);
}
