using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Platforms;

/// <summary>The hours of the day in which a channel is not disturbed, in a zone; they may lie over midnight.</summary>
/// <param name="From">The first quiet moment.</param>
/// <param name="To">The first moment after; never equal to <paramref name="From"/>.</param>
/// <param name="Zone">Whose clock counts.</param>
public sealed record QuietHours(LocalTime From, LocalTime To, DateTimeZone Zone)
{
    /// <summary>The quiet stretch that an instant falls into; null where it is not quiet then.</summary>
    public (Instant Start, Instant End)? Around(Instant instant)
    {
        var local = instant.InZone(Zone).LocalDateTime;

        // A stretch over midnight may have begun the day before; clocks that change make a day longer, so both are tried.
        foreach (var day in new[] { local.Date.PlusDays(-1), local.Date })
        {
            var start = TalkStart.Resolve(day.At(From), Zone);
            var end = TalkStart.Resolve((To > From ? day : day.PlusDays(1)).At(To), Zone);
            if (start <= instant && instant < end)
            {
                return (start, end);
            }
        }

        return null;
    }
}
