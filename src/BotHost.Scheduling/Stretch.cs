using NodaTime;

namespace BotHost.Scheduling;

/// <summary>A stretch of campaign time that passes evenly and stops at its end. Pure arithmetic.</summary>
/// <param name="From">The campaign instant at which the stretch begins.</param>
/// <param name="To">The campaign instant that is not passed; equal to <paramref name="From"/> where the clock stands.</param>
/// <param name="MachineSeconds">The machine time that the whole stretch takes.</param>
internal readonly record struct Stretch(Instant From, Instant To, double MachineSeconds)
{
    public bool Stands => To <= From;

    /// <summary>Campaign seconds per machine second.</summary>
    public double Rate => Stands ? 0 : (To - From).TotalSeconds / MachineSeconds;

    public static Stretch StandingAt(Instant instant) => new(instant, instant, 0);

    public static Stretch AtSpeed(Instant from, Instant to, double speed) => new(from, to, (to - from).TotalSeconds / speed);

    public static Stretch Within(Instant from, Instant to, Duration machineTime) => new(from, to, machineTime.TotalSeconds);

    public Instant At(TimeSpan elapsed)
    {
        if (Stands || elapsed.TotalSeconds >= MachineSeconds)
        {
            return To;
        }

        return Instant.Min(To, From + Duration.FromSeconds(elapsed.TotalSeconds * Rate));
    }

    /// <summary>Machine seconds from the beginning of the stretch until the instant is reached; null where the clock stops before it.</summary>
    public double? SecondsUntil(Instant instant)
    {
        if (instant <= From)
        {
            return 0;
        }

        if (instant > To)
        {
            return null;
        }

        return instant == To ? MachineSeconds : (instant - From).TotalSeconds / Rate;
    }
}
