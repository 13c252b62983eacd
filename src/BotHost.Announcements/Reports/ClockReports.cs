using System.Globalization;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;

namespace BotHost.Announcements.Reports;

/// <summary>Tells the moderators, once a day at most, that nothing is posted because the clocks do not agree.</summary>
public sealed class ClockReports(ClockGuard clocks, PlatformDirectory platforms, ReportRoute route, TimeProvider machine)
{
    /// <summary>The ledger's subject of these reports.</summary>
    public const string Subject = "clock";

    public const string Step = "clock-held";

    /// <summary>A start, or a clock that is being set, takes less.</summary>
    public static readonly TimeSpan TellAfter = TimeSpan.FromMinutes(2);

    private const string Title = "Nothing is posted by itself: the clocks do not agree";

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        // Where nobody can be spoken to, that is the trouble to mend, and it is told elsewhere.
        if (clocks.Held is not { } reason || clocks.HeldFor < TellAfter || platforms.All.All(platform => platforms.WhyHeld(platform.Id) is not null))
        {
            return;
        }

        // The machine's day: a rehearsal's days are short.
        var day = machine.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await route.TellAsync(new Report(Subject, Step, day, $"nothing is posted by itself, held by the {reason}", _ => Task.FromResult(Compose(reason))), cancellationToken);
    }

    private static Post Compose(string reason) => ReportPost.Of(
        Title,
        ["Posts wait, so that none goes out at a wrong time. Set this machine's clock right; then they go on by themselves, as far as they are still in time. What a moderator orders goes out all the same."],
        [reason]);
}
