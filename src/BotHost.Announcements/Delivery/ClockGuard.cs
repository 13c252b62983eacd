using BotHost.Announcements.Platforms;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.Announcements.Delivery;

/// <summary>
/// Holds automatic sending while this machine's clock cannot be trusted: before a platform has confirmed it, after it jumped, and while it is more than
/// a minute away from what the platforms' servers say.
/// </summary>
public sealed partial class ClockGuard(ServerTimes times, PlatformDirectory platforms, TimeProvider machine, ILogger<ClockGuard> logger)
{
    /// <summary>How far the clocks may be apart, and how far the wall clock may leave the monotonic one between two looks.</summary>
    public static readonly Duration Tolerance = Duration.FromSeconds(60);

    /// <summary>How old a platform's last word may be before it is asked for another. Where none answers, what was known before still holds.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(10);

    /// <summary>How soon a doubtful clock is compared again.</summary>
    public static readonly TimeSpan AskAgainWhileHeld = TimeSpan.FromSeconds(5);

    private Instant _lastWall = machine.GetUtcNow().ToInstant();
    private long _lastStamp = machine.GetTimestamp();
    private long _heldSince = machine.GetTimestamp();

    private Duration? _jump;

    /// <summary>Why nothing is sent by itself, as of the last look; null where the clock is trusted.</summary>
    public string? Held { get; private set; } = NotConfirmed;

    private const string NotConfirmed = "clock: no platform has confirmed yet what time it is";

    /// <summary>For how long that has been so, on the machine's clock; zero where the clock is trusted.</summary>
    public TimeSpan HeldFor => Held is null ? TimeSpan.Zero : machine.GetElapsedTime(_heldSince);

    /// <summary>Looks at the clocks, asks the platforms where their last word is too old, and says why automatic sending is held; null where it is not.</summary>
    public async Task<string?> WhyHeldAsync(CancellationToken cancellationToken)
    {
        NoticeJump();
        if (Words() is not { Count: > 0 } || Held is not null)
        {
            await AskAsync(cancellationToken);
            NoticeJump();
        }

        var held = Judge();
        // How far it is off changes all the time; that it is off is told once.
        if (held is not null && (Held is null or NotConfirmed) && held != Held)
        {
            Log.ClockHeld(logger, held);
        }
        else if (held is null && Held is not null && Held != NotConfirmed)
        {
            Log.ClockAgrees(logger);
        }

        if (Held is null)
        {
            _heldSince = machine.GetTimestamp();
        }

        Held = held;
        return held;
    }

    private string? Judge()
    {
        var words = Words();
        if (words.Count == 0)
        {
            return _jump is { } jump
                ? $"clock: this machine's clock jumped by {Describe(jump)}, and no platform has confirmed it since"
                : Held;
        }

        _jump = null;

        // One platform that disagrees is enough: to hold a post back for a while is better than to send it at the wrong time.
        // Which one is named does not change with the fractions of their seconds, lest the same trouble looked new at every look.
        return words.Where(word => IsFar(word.Ahead)).OrderByDescending(word => (long)Abs(word.Ahead).TotalMinutes).ThenBy(word => word.Platform.Value, StringComparer.Ordinal).FirstOrDefault() is { } far
            ? $"clock: this machine's clock is {Describe(Abs(far.Ahead))} {(far.Ahead > Duration.Zero ? "ahead of" : "behind")} {far.Platform}'s; set it right"
            : null;
    }

    // Seen from one look to the next: a wall clock that was set leaves the monotonic one behind, and so does a machine that slept.
    private void NoticeJump()
    {
        var wall = machine.GetUtcNow().ToInstant();
        var stamp = machine.GetTimestamp();
        var jump = wall - _lastWall - Duration.FromTimeSpan(machine.GetElapsedTime(_lastStamp, stamp));
        (_lastWall, _lastStamp) = (wall, stamp);
        if (IsFar(jump))
        {
            _jump = jump;
            times.Forget();
        }
    }

    private List<ServerTime> Words() =>
    [
        .. times.Latest.Where(word => machine.GetElapsedTime(word.Timestamp) < AskAgainAfter),
    ];

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        var asked = platforms.All.Where(platform => platform.State is PlatformState.Usable).Select(async platform =>
        {
            try
            {
                if (await platform.AskTimeAsync(cancellationToken) is { } said)
                {
                    times.Note(platform.Id, said);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The platform room promises an answer or null; that one room breaks its word must not hold the others.
                Log.AskingFailedUnexpectedly(logger, exception, platform.Id);
            }
        });
        await Task.WhenAll(asked);
    }

    private static bool IsFar(Duration difference) => Abs(difference) > Tolerance;

    private static Duration Abs(Duration duration) => duration < Duration.Zero ? -duration : duration;

    private static string Describe(Duration duration)
    {
        var size = Abs(duration);
        var sign = duration < Duration.Zero ? "-" : "";
        return size switch
        {
            _ when size >= Duration.FromDays(2) => $"{sign}{(long)size.TotalDays} days",
            _ when size >= Duration.FromHours(2) => $"{sign}{(long)size.TotalHours} hours",
            _ when size >= Duration.FromMinutes(2) => $"{sign}{(long)size.TotalMinutes} minutes",
            _ => $"{sign}{(long)size.TotalSeconds} seconds",
        };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Nothing is sent by itself, held by the {Reason}")]
        public static partial void ClockHeld(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Information, "The clock agrees with the platforms' again; sending goes on")]
        public static partial void ClockAgrees(ILogger logger);

        [LoggerMessage(3, LogLevel.Error, "Asking {Platform} for the time failed in a way that its room did not foresee")]
        public static partial void AskingFailedUnexpectedly(ILogger logger, Exception exception, PlatformId platform);
    }
}
