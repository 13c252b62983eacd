using BotHost.Announcements.Campaigns;
using Cronos;
using NodaTime;

namespace BotHost.Configuration.Values;

/// <summary>A cron expression of five fields on the clock of a zone.</summary>
/// <remarks>
/// The expression is asked for moments of the wall clock, and the zone's own rules map them, so that a digest and a step mean
/// the same by a clock change: a skipped hour shifts forward, of a doubled one the earlier counts.
/// </remarks>
internal sealed class CronRecurrence : IRecurrence
{
    private readonly CronExpression _expression;

    private CronRecurrence(string text, CronExpression expression)
    {
        Text = text;
        _expression = expression;
    }

    public string Text { get; }

    /// <summary>Null where the text is no cron expression, or one that never comes.</summary>
    public static CronRecurrence? Parse(string text)
    {
        if (!CronExpression.TryParse(text, out var expression))
        {
            return null;
        }

        var recurrence = new CronRecurrence(text, expression);
        return recurrence.Next(Instant.FromUtc(2024, 1, 1, 0, 0), DateTimeZone.Utc) is null ? null : recurrence;
    }

    public Instant? Next(Instant after, DateTimeZone zone)
    {
        // The wall clock may be set back by as much as a day in history; a little earlier is asked for, and what is not after is passed over.
        var wall = after.InZone(zone).LocalDateTime.PlusHours(-3);
        while (NextOnTheWall(wall) is { } next)
        {
            var instant = Announcements.Talks.TalkStart.Resolve(next, zone);
            if (instant > after)
            {
                return instant;
            }

            wall = next;
        }

        return null;
    }

    public override bool Equals(object? obj) => obj is CronRecurrence other && other.Text == Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    private LocalDateTime? NextOnTheWall(LocalDateTime wall)
    {
        var asUtc = DateTime.SpecifyKind(wall.ToDateTimeUnspecified(), DateTimeKind.Utc);
        return _expression.GetNextOccurrence(asUtc) is { } next ? LocalDateTime.FromDateTime(DateTime.SpecifyKind(next, DateTimeKind.Unspecified)) : null;
    }
}
