using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace BotHost.Announcements.Talks;

/// <summary>When a talk starts, as far as it is known.</summary>
public abstract record TalkStart
{
    private const string Minute = "uuuu-MM-dd'T'HH:mm";

    private const string Day = "uuuu-MM-dd";

    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    private TalkStart()
    {
    }

    /// <summary>The instant, where it is known.</summary>
    /// <remarks>A time in a skipped hour shifts forward; in a doubled hour the earlier one counts.</remarks>
    public Instant? Instant => this is At at ? at.Local.InZone(at.Zone, Resolver).ToInstant() : null;

    /// <summary>The key's occasion for steps that are relative to this start; empty where there is none.</summary>
    public string Occasion => this switch
    {
        At at => $"{at.Local.ToString(Minute, null)}[{NameOf(at.Zone)}]",
        OnDate on => $"{on.Date.ToString(Day, null)}[{NameOf(on.Zone)}]",
        _ => "",
    };

    // Japan and Asia/Tokyo are one zone under two names; writing the other one moves no talk.
    private static string NameOf(DateTimeZone zone) => TzdbDateTimeZoneSource.Default.CanonicalIdMap.TryGetValue(zone.Id, out var name) ? name : zone.Id;

    /// <summary>Whether two occasions are one moment that two zones tell alike: Japan and Asia/Tokyo, or Berlin and Paris, which share a clock.</summary>
    public static bool IsSameMoment(string occasion, string other) =>
        occasion.Length > 0 && (occasion == other || (MomentOf(occasion) is { } moment && moment == MomentOf(other)));

    /// <summary>Maps a wall-clock time to an instant by the named policy of this type.</summary>
    public static Instant Resolve(LocalDateTime local, DateTimeZone zone) => local.InZone(zone, Resolver).ToInstant();

    /// <summary>The start that an occasion stands for; null where it cannot be read, and where there is none.</summary>
    public static TalkStart? Read(string occasion)
    {
        var parts = occasion.TrimEnd(']').Split('[');
        if (parts.Length != 2 || DateTimeZoneProviders.Tzdb.GetZoneOrNull(parts[1]) is not { } zone)
        {
            return null;
        }

        return LocalDateTimePattern.CreateWithInvariantCulture(Minute).Parse(parts[0]) is { Success: true } minute
            ? new At(minute.Value, zone)
            : LocalDatePattern.CreateWithInvariantCulture(Day).Parse(parts[0]) is { Success: true } day ? new OnDate(day.Value, zone) : null;
    }

    private static (Instant Moment, bool IsDay)? MomentOf(string occasion) => Read(occasion) switch
    {
        At at => (Resolve(at.Local, at.Zone), IsDay: false),
        OnDate on => (on.Zone.AtStartOfDay(on.Date).ToInstant(), IsDay: true),
        _ => null,
    };

    /// <summary>A local time in a zone.</summary>
    public sealed record At(LocalDateTime Local, DateTimeZone Zone) : TalkStart;

    /// <summary>A day whose hour is not known yet.</summary>
    public sealed record OnDate(LocalDate Date, DateTimeZone Zone) : TalkStart;

    /// <summary>Not known yet; the reason is for people ("after the summer").</summary>
    public sealed record ToBeAnnounced(string? Reason) : TalkStart;
}
