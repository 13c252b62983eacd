using System.Globalization;
using NodaTime;

namespace BotHost.Announcements.Texts;

/// <summary>Words for moments, always with the zone named, for readers whose platform does not convert times.</summary>
public static class DateWording
{
    /// <summary>For example <c>Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+09:00)</c>.</summary>
    /// <param name="instant">The moment.</param>
    /// <param name="zone">The zone to tell it in.</param>
    /// <param name="style">How much of it; a relative style is told as <see cref="TimeStyle.Full"/>, because text does not move with the clock.</param>
    /// <param name="language">A BCP 47 tag; unknown languages read English.</param>
    public static string Describe(Instant instant, DateTimeZone zone, TimeStyle style, string language)
    {
        var local = instant.InZone(zone);
        var offset = local.Offset.ToString("m", CultureInfo.InvariantCulture);
        var place = zone.Id.Split('/')[^1].Replace('_', ' ');
        var date = local.ToString("dddd, d MMMM uuuu", CultureInfo.InvariantCulture);
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return style switch
        {
            TimeStyle.Date => date,
            TimeStyle.TimeOfDay => $"{time} ({place}, UTC{offset})",
            _ => $"{date}, {time} ({place}, UTC{offset})",
        };
    }
}
