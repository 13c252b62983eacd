using NodaTime;

namespace BotHost.Announcements.Campaigns;

/// <summary>When a step is due, told against its talk.</summary>
public abstract record StepTime
{
    private StepTime()
    {
    }

    /// <summary>Whether it counts from the start, so that a moved talk gets the step again.</summary>
    public bool IsRelative => this is DaysBefore or Before or AtStart or AfterEnd;

    /// <summary>Whole days before the start's day; at a wall-clock time of the talk's zone, else at the start's own.</summary>
    public sealed record DaysBefore(int Days, LocalTime? At) : StepTime;

    /// <summary>A stretch of time before the start.</summary>
    public sealed record Before(Duration Offset) : StepTime;

    /// <summary>A date and time of the talk's zone, whatever its start.</summary>
    public sealed record On(LocalDateTime Local) : StepTime;

    /// <summary>As soon as the talk has a link of a kind.</summary>
    public sealed record WithLink(string Kind) : StepTime;

    /// <summary>Again and again on the series' clock; for digests.</summary>
    public sealed record Recurring(IRecurrence Recurrence) : StepTime;

    public sealed record AtStart : StepTime;

    /// <summary>A stretch of time after the end.</summary>
    public sealed record AfterEnd(Duration Offset) : StepTime;
}
