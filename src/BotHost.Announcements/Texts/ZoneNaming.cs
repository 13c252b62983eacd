using NodaTime;

namespace BotHost.Announcements.Texts;

/// <summary>Names a zone for people: its city and its distance from UTC at that moment.</summary>
internal static class ZoneNaming
{
    /// <summary>For example <c>Tokyo, UTC+9</c>, in Japanese <c>東京, UTC+9</c>; zones without a city read <c>UTC+9</c>.</summary>
    public static string Name(DateTimeZone zone, Offset offset, string language)
    {
        var distance = Distance(offset);
        return City(zone, language) is { } city ? $"{city}, {distance}" : distance;
    }

    /// <summary>The zone's city in the readers' language where that is known, else as the time zone database writes it; null for zones without one.</summary>
    public static string? City(DateTimeZone zone, string language) => CityNames.Find(zone.Id, language) ?? CityOf(zone.Id);

    /// <summary>For example <c>UTC+5:30</c>.</summary>
    public static string Distance(Offset offset)
    {
        var minutes = Math.Abs(offset.Seconds) / 60;
        if (minutes == 0)
        {
            return "UTC";
        }

        var sign = offset.Seconds < 0 ? '-' : '+';
        return minutes % 60 == 0 ? $"UTC{sign}{minutes / 60}" : $"UTC{sign}{minutes / 60}:{minutes % 60:00}";
    }

    /// <summary>Ids without a region are abbreviations or offsets, and those of <c>Etc</c> count in the opposite direction: neither tells a reader where.</summary>
    private static string? CityOf(string id)
    {
        var slash = id.LastIndexOf('/');
        return slash < 0 || id.StartsWith("Etc/", StringComparison.Ordinal) ? null : id[(slash + 1)..].Replace('_', ' ');
    }
}
