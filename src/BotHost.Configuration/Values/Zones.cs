using BotHost.Configuration.Yaml;
using NodaTime;

namespace BotHost.Configuration.Values;

/// <summary>Time zones by their names in the tz database that comes with NodaTime.</summary>
internal static class Zones
{
    public static DateTimeZone? Parse(string text) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(text);

    /// <summary>The zone that a city's bare name or a misspelt one was meant to be.</summary>
    public static string? Guess(string text)
    {
        var ids = DateTimeZoneProviders.Tzdb.Ids;
        var city = "/" + text.Replace(' ', '_');
        return ids.FirstOrDefault(id => id.EndsWith(city, StringComparison.OrdinalIgnoreCase)) ?? Spelling.Nearest(text, ids);
    }
}
