using System.Globalization;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using NodaTime;

namespace BotHost.Announcements.Reports;

/// <summary>Tells the moderators, once a day at most, that nothing is posted because the clocks do not agree.</summary>
public sealed class ClockReports(ClockGuard clocks, PlatformDirectory platforms, LedgerIndex index, ReportRoute route, ServerTimes serverTimes, TimeProvider machine)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The ledger's subject of these reports.</summary>
    public const string Subject = "clock";

    public const string Step = "clock-held";

    /// <summary>A start, or a clock that is being set, takes less.</summary>
    public static readonly TimeSpan TellAfter = TimeSpan.FromMinutes(2);

    private (string Occasion, long Since)? _current;

    private const string Title = "Nothing is posted by itself: the clocks do not agree";

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        // Where nobody can be spoken to, that is the trouble to mend, and it is told elsewhere.
        if (clocks.Held is not { } reason || clocks.HeldFor < TellAfter || platforms.All.All(platform => platforms.WhyHeld(platform.Id) is not null))
        {
            return;
        }

        await route.TellAsync(new Report(Subject, Step, Occasion(), $"nothing is posted by itself, held by the {reason}", _ => Task.FromResult(Compose(reason))), cancellationToken);
    }

    /// <summary>
    /// The same for a day, so that it is told once: by the monotonic clock, since the wall clock is the one that may be wrong; after a restart, by when
    /// the ledger says that it was told.
    /// </summary>
    private string Occasion()
    {
        if (_current is { } current && machine.GetElapsedTime(current.Since) < Day)
        {
            return current.Occasion;
        }

        var latest = _current is not null ? null : index.Rows
            .Where(row => row.Key is { Kind: DeliveryKind.Report, Subject: Subject, Step: Step } && row.Messages.Any(message => IsWithinADay(SinceClaimed(row, message))))
            .MaxBy(row => row.Id);

        // The machine's day: a rehearsal's days are short.
        var date = machine.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        _current = (latest?.Key.Occasion ?? date, machine.GetTimestamp());
        return _current.Value.Occasion;
    }

    // Claims are dated by the platform's clock where this machine's is wrong.
    private Duration SinceClaimed(DeliveryRow row, EffectRow message) => serverTimes.NowBy(row.Key.Address.Platform, ClockGuard.Tolerance) - message.ClaimedAt;

    private static bool IsWithinADay(Duration distance) => distance > -Duration.FromTimeSpan(Day) && distance < Duration.FromTimeSpan(Day);

    private static Post Compose(string reason) => ReportPost.Of(
        Title,
        ["Posts wait, so that none goes out at a wrong time. Set this machine's clock right; then they go on by themselves, as far as they are still in time. What a moderator orders goes out all the same."],
        [reason]);
}
