using NodaTime;

namespace BotHost.Announcements.Texts;

/// <summary>Words for moments, always with the zone named, for readers whose platform does not convert times.</summary>
public static class DateWording
{
    /// <summary>From here on distances are told in days; below, in hours.</summary>
    private static readonly Duration DaysFrom = Duration.FromHours(48) - Duration.FromMinutes(30);

    /// <summary>For example <c>Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)</c>; the city is called as the readers call it.</summary>
    /// <param name="instant">The moment.</param>
    /// <param name="zone">The zone to tell it in.</param>
    /// <param name="style">How much of it; a relative style is told as <see cref="TimeStyle.Full"/>, because text does not move with the clock.</param>
    /// <param name="language">A BCP 47 tag; unknown languages read English.</param>
    public static string Describe(Instant instant, DateTimeZone zone, TimeStyle style, string language)
    {
        var words = DateWords.For(language);
        var local = instant.InZone(zone);
        var time = $"{local.Hour:00}:{local.Minute:00}";
        var place = ZoneNaming.Name(zone, local.Offset, language);
        return style switch
        {
            TimeStyle.Date => words.Date(local.Date),
            TimeStyle.TimeOfDay => $"{time} ({place})",
            _ => $"{words.DateAndTime(local.Date, time)} ({place})",
        };
    }

    /// <summary>A day whose hour is not known, for example <c>Wednesday, 20 January 2027</c>.</summary>
    /// <param name="date">The day.</param>
    /// <param name="language">A BCP 47 tag; unknown languages read English.</param>
    public static string Describe(LocalDate date, string language) => DateWords.For(language).Date(date);

    /// <summary>How long until something, for example <c>in 7 days</c>, <c>in 24 hours</c>, <c>in 1 hour</c>; <c>now</c> where less than half a minute is left.</summary>
    /// <remarks>Rounded to minutes within the hour, to five minutes within six hours, to hours within two days, and to days beyond.</remarks>
    /// <param name="left">What is left; negative where it is past.</param>
    /// <param name="language">A BCP 47 tag; unknown languages read English.</param>
    public static string Remaining(Duration left, string language)
    {
        var words = DateWords.For(language);
        var minutes = Rounded(left.TotalMinutes);
        if (minutes < 1)
        {
            return words.Now;
        }

        if (minutes < 60)
        {
            return words.InMinutes(minutes);
        }

        if (left >= DaysFrom)
        {
            return words.InDays(Rounded(left.TotalDays));
        }

        var steps = Rounded(left.TotalMinutes / 5) * 5;
        return steps < 6 * 60 && steps % 60 != 0
            ? words.InHoursAndMinutes(steps / 60, steps % 60)
            : words.InHours(steps < 6 * 60 ? steps / 60 : Rounded(left.TotalHours));
    }

    /// <summary>As above, but from two days on it counts the days on the calendar of the zone, as people do.</summary>
    /// <param name="now">From when.</param>
    /// <param name="moment">Until when.</param>
    /// <param name="zone">Whose midnights part the days.</param>
    /// <param name="language">A BCP 47 tag; unknown languages read English.</param>
    public static string Remaining(Instant now, Instant moment, DateTimeZone zone, string language)
    {
        var left = moment - now;
        if (left < DaysFrom)
        {
            return Remaining(left, language);
        }

        // Nearly two days can have a single midnight between them, and would read as one.
        var days = Math.Max(2, Period.DaysBetween(now.InZone(zone).Date, moment.InZone(zone).Date));
        return DateWords.For(language).InDays(days);
    }

    private static int Rounded(double value) => (int)Math.Round(value, MidpointRounding.AwayFromZero);
}
