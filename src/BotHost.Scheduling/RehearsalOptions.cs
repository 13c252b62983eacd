using NodaTime;

namespace BotHost.Scheduling;

/// <summary>How a rehearsal plays the campaign: where it starts and how fast it runs between two due instants.</summary>
public sealed record RehearsalOptions
{
    public static readonly Duration DefaultPace = Duration.FromMilliseconds(2500);

    /// <summary>The largest speed: about four months per second, so that a finished rehearsal does not run out of calendar.</summary>
    public const double LargestSpeed = 10_000_000;

    /// <summary>Where the campaign clock stands until the alarm is set for the first time.</summary>
    public required Instant Start { get; init; }

    /// <summary>Campaign seconds per machine second; above 0, at most <see cref="LargestSpeed"/>. Default: none, so each gap takes <see cref="Pace"/>.</summary>
    public double? Speed { get; init; }

    /// <summary>Machine time from one due instant to the next, however far apart; not used with <see cref="Speed"/>. Default: 2.5 seconds.</summary>
    public Duration Pace { get; init; } = DefaultPace;
}
