using BotHost.EndToEnd.Tests.Processes;

namespace BotHost.EndToEnd.Tests.Crashes;

/// <summary>Tells the platform process whom to kill and when; the bot knows nothing of it.</summary>
internal sealed class KillAim(SandboxRecordClient platforms, Random random)
{
    /// <summary>As far as this a kill lies from the start of what it is aimed at, in requests.</summary>
    private const int Farthest = 12;

    /// <summary>A start takes about a second and a half of this; the rest is play.</summary>
    private const int LatestMoment = 4_000;

    private const string FirstPart = "(1/";

    private const string SecondPart = "(2/";

    private static readonly (string Platform, string Create, string[] Ornaments)[] Routes =
        [("discord", "create-message", ["pin-message", "create-event", "start-thread"]), ("telegram", "sendMessage", ["pinChatMessage"])];

    public async Task AtAsync(KillWindow window, int pid, string ledger, CancellationToken cancellationToken)
    {
        var (platform, create, ornaments) = Routes[random.Next(Routes.Length)];
        var route = random.Next(5) == 0 ? ornaments[random.Next(ornaments.Length)] : create;
        var nth = 1 + random.Next(route == create ? Farthest : 2);
        switch (window)
        {
            case KillWindow.BeforeAccepting:
                await platforms.AddFaultAsync(new { platform, route, nth, phase = "before-accept", action = new { killPid = pid } }, cancellationToken);
                break;
            case KillWindow.AfterAccepting:
                await platforms.AddFaultAsync(new { platform, route, nth, phase = "after-accept", action = new { killPid = pid } }, cancellationToken);
                break;
            case KillWindow.AfterAnswering:
                await platforms.AddFaultAsync(new { platform, route, nth, phase = "after-answer", action = new { killPid = pid } }, cancellationToken);
                break;
            case KillWindow.BetweenParts when platform == "telegram" && random.Next(2) == 0:
                // The second message of a post waits for a second here, so the kill comes somewhere in that second.
                var action = new { killPid = pid, delayMilliseconds = 1 + random.Next(700) };
                await platforms.AddFaultAsync(new { platform, route = create, nth = 1 + random.Next(5), phase = "after-answer", containing = FirstPart, action }, cancellationToken);
                break;
            case KillWindow.BetweenParts:
                await platforms.AddFaultAsync(
                    new { platform, route = create, nth = 1 + random.Next(5), phase = "before-accept", containing = SecondPart, action = new { killPid = pid } }, cancellationToken);
                break;
            case KillWindow.Migration:
                await platforms.PlanKillAsync(new { killPid = pid, whenFile = $"{ledger}-wal", nthChange = 1 + random.Next(3), afterMilliseconds = random.Next(8) }, cancellationToken);
                break;
            default:
                await platforms.PlanKillAsync(new { killPid = pid, afterMilliseconds = 200 + random.Next(LatestMoment) }, cancellationToken);
                break;
        }
    }
}
