using BotHost.Configuration.Import.Recognising;
using NodaTime;

namespace BotHost.Configuration.Import.Planning;

/// <summary>Decides whether a talk needs a zone of its own, and holds the times in other zones against it.</summary>
internal static class ZoneChoice
{
    /// <returns>The zone to write; null where the talk gets the right one anyway, or none can be told.</returns>
    public static string? Choose(ImportedStart start, string defaultZone, LocalDate today, List<string> doubts)
    {
        if (start.Zone is { ZoneId: null } open)
        {
            doubts.Add($"\"{open.Word}\" stands for several time zones; no zone was written, so the start is a time of {defaultZone}");
            return null;
        }

        var zone = start.Zone?.ZoneId is { } id && (start.Zone.IsPlace ? id != defaultZone : !IsSame(id, defaultZone, start, today)) ? id : null;
        Compare(start, zone ?? defaultZone, doubts);
        return zone;
    }

    /// <summary>Whether the start has been; one without a time of day has when its day is over.</summary>
    public static bool IsOver(ImportedStart start, string zone, Instant now) =>
        start.Date is { } date && (start.Time is { } time ? At(date + time, zone) < now : date < now.InZone(DateTimeZoneProviders.Tzdb[zone]).Date);

    /// <summary>A distance from UTC is no news where the talk's own zone has it at that moment.</summary>
    private static bool IsSame(string id, string defaultZone, ImportedStart start, LocalDate today)
    {
        var local = (start.Date ?? today) + (start.Time ?? LocalTime.Noon);
        return At(local, id) == At(local, defaultZone);
    }

    private static void Compare(ImportedStart start, string zone, List<string> doubts)
    {
        if (start is not { Date: { } date, Time: { } time })
        {
            return;
        }

        var moment = At(date + time, zone);
        foreach (var (elsewhere, other) in start.Elsewhere)
        {
            // On the other side of the world the same moment may be another day.
            if (other.ZoneId is { } id && (At(date + elsewhere, id) - moment).ToTimeSpan().Ticks % TimeSpan.TicksPerDay != 0)
            {
                var right = moment.InZone(DateTimeZoneProviders.Tzdb[id]).TimeOfDay;
                doubts.Add($"The announcement says {elsewhere:HH:mm} {other.Word}, but its {time:HH:mm} in {zone} is {right:HH:mm} there; {time:HH:mm} counts");
            }
        }
    }

    private static Instant At(LocalDateTime local, string zone) => BotHost.Announcements.Talks.TalkStart.Resolve(local, DateTimeZoneProviders.Tzdb[zone]);
}
