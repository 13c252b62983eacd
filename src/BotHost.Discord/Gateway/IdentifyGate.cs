using System.Globalization;
using BotHost.Announcements.Delivery.Ledgers;
using Microsoft.Extensions.Logging;

namespace BotHost.Discord.Gateway;

/// <summary>Spaces identifies, across restarts too: the platform takes the token away from a bot that identifies too often.</summary>
/// <remarks>
/// The note holds the wall clock of the last identify and how many followed each other closely. Wall clock, because nothing else outlives a process;
/// a clock that went back counts as no note.
/// </remarks>
internal sealed partial class IdentifyGate(INotebook notebook, TimeProvider time, ILogger<IdentifyGate> logger)
{
    public const string Room = "discord";

    public const string Key = "last-identify";

    private const int FreeStreak = 5;

    private const int MostDoublings = 5;

    private static readonly TimeSpan ConcurrencyWindow = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestSpacing = TimeSpan.FromSeconds(120);

    private static readonly TimeSpan StreakEndsAfter = TimeSpan.FromMinutes(10);

    /// <summary>How long to wait between two identifies: the platform's window, and from the fifth close one on ever longer, up to two minutes.</summary>
    public static TimeSpan Spacing(int streak, int maxConcurrency)
    {
        if (streak < FreeStreak)
        {
            return ConcurrencyWindow / Math.Max(1, maxConcurrency);
        }

        var spacing = ConcurrencyWindow * (1 << Math.Min(streak - FreeStreak + 1, MostDoublings));
        return spacing < LongestSpacing ? spacing : LongestSpacing;
    }

    /// <summary>Waits until the bot may identify, and notes that it does.</summary>
    public async Task PassAsync(int maxConcurrency, CancellationToken cancellationToken)
    {
        var (last, streak) = await ReadAsync(cancellationToken);
        if (last is { } at)
        {
            var since = time.GetUtcNow() - at;
            streak = since < StreakEndsAfter && since >= TimeSpan.Zero ? streak + 1 : 0;
            var wait = Spacing(streak, maxConcurrency) - since;
            if (since >= TimeSpan.Zero && wait > TimeSpan.Zero)
            {
                Log.IdentifyWaits(logger, wait.TotalSeconds);
                await Task.Delay(wait, time, cancellationToken);
            }
        }

        await WriteAsync(streak, cancellationToken);
    }

    private async Task<(DateTimeOffset? Last, int Streak)> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var parts = (await notebook.ReadAsync(Room, Key, cancellationToken))?.Split(' ') ?? [];
            return parts.Length == 2
                && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var streak)
                && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
                ? (DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), streak)
                : (null, 0);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.NotebookFailed(logger, exception.Message);
            return (time.GetUtcNow(), 0);
        }
    }

    private async Task WriteAsync(int streak, CancellationToken cancellationToken)
    {
        try
        {
            var note = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow().ToUnixTimeMilliseconds()} {streak}");
            await notebook.WriteAsync(Room, Key, note, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.NotebookFailed(logger, exception.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "Waiting {Seconds} s before the next identify.")]
        public static partial void IdentifyWaits(ILogger logger, double seconds);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The note of the last identify cannot be kept: {Reason}")]
        public static partial void NotebookFailed(ILogger logger, string reason);
    }
}
