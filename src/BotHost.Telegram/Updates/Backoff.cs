namespace BotHost.Telegram.Updates;

/// <summary>A number from 0 up to 1 by chance, so that many bots do not come back at the same moment.</summary>
internal delegate double Jitter();

/// <summary>How long to wait after each failure in a row: delays as data, somebody else waits.</summary>
internal sealed class Backoff(Jitter jitter, params TimeSpan[] steps)
{
    private static readonly TimeSpan[] TroubleSteps = [.. Enumerable.Select([1, 2, 5, 10, 30, 60], Seconds)];

    private static readonly TimeSpan[] ConflictSteps = [.. Enumerable.Select([5, 10, 20, 30], Seconds)];

    private int _failures;

    public int Failures => _failures;

    public static Backoff ForTrouble(Jitter jitter) => new(jitter, TroubleSteps);

    /// <summary>Another instance may be on its way out during an update, so the first waits are short.</summary>
    public static Backoff ForConflict(Jitter jitter) => new(jitter, ConflictSteps);

    /// <summary>The next wait: the step itself, and up to a quarter of it more.</summary>
    public TimeSpan Next()
    {
        var step = steps[Math.Min(_failures, steps.Length - 1)];
        _failures++;
        return step + (step * (jitter() / 4));
    }

    public void Reset() => _failures = 0;

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
