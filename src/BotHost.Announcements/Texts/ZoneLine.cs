using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using NodaTime;

namespace BotHost.Announcements.Texts;

/// <summary>Tells one moment in several zones, for a line such as <c>Tokyo Wed 19:00 · Berlin Wed 11:00</c>.</summary>
public static class ZoneLine
{
    /// <summary>Stands between two cities.</summary>
    public const string Separator = " · ";

    /// <summary>In the order of the zones. Each names its own day, because that is often another one.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="zones">The zones; one that is there twice under one name is told once.</param>
    /// <param name="language">A BCP 47 tag; unknown languages read English.</param>
    public static ImmutableArray<ZoneTime> Times(Instant moment, IEnumerable<ExtraZone> zones, string language)
    {
        var words = DateWords.For(language);
        return [.. zones.Select(zone => TimeIn(zone, moment.InZone(zone.Zone), words, language)).Distinct()];
    }

    private static ZoneTime TimeIn(ExtraZone zone, ZonedDateTime local, DateWords words, string language)
    {
        var city = string.IsNullOrWhiteSpace(zone.Label) ? ZoneNaming.City(zone.Zone, language) : zone.Label.Trim();
        return new ZoneTime(city ?? ZoneNaming.Distance(local.Offset), $"{words.Weekday(local.DayOfWeek)} {local.Hour:00}:{local.Minute:00}");
    }
}
