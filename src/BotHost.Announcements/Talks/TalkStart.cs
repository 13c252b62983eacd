using NodaTime;
using NodaTime.TimeZones;

namespace BotHost.Announcements.Talks;

/// <summary>When a talk starts, as far as it is known.</summary>
public abstract record TalkStart
{
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
        At at => $"{at.Local.ToString("uuuu-MM-dd'T'HH:mm", null)}[{NameOf(at.Zone)}]",
        OnDate on => $"{on.Date.ToString("uuuu-MM-dd", null)}[{NameOf(on.Zone)}]",
        _ => "",
    };

    // Japan and Asia/Tokyo are one zone under two names; writing the other one moves no talk.
    private static string NameOf(DateTimeZone zone) => TzdbDateTimeZoneSource.Default.CanonicalIdMap.TryGetValue(zone.Id, out var name) ? name : zone.Id;

    /// <summary>Maps a wall-clock time to an instant by the named policy of this type.</summary>
    public static Instant Resolve(LocalDateTime local, DateTimeZone zone) => local.InZone(zone, Resolver).ToInstant();

    /// <summary>A local time in a zone.</summary>
    public sealed record At(LocalDateTime Local, DateTimeZone Zone) : TalkStart;

    /// <summary>A day whose hour is not known yet.</summary>
    public sealed record OnDate(LocalDate Date, DateTimeZone Zone) : TalkStart;

    /// <summary>Not known yet; the reason is for people ("after the summer").</summary>
    public sealed record ToBeAnnounced(string? Reason) : TalkStart;
}
