using System.Text.Json;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Crashes;

/// <summary>Reads from the platforms' record where each kill met the bot.</summary>
internal static class KillLog
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>What the platform process says it killed, and the window that it met by what stands around it in the record.</summary>
    public static (KillWindow Window, string Platform, CarriedOutKill Kill)? LastOf(IReadOnlyList<RecordEntry> record, int pid, long startedAfter)
    {
        var entry = record.LastOrDefault(entry => entry.Kind == RecordKinds.Kill && entry.Sequence > startedAfter);
        if (entry?.Payload?.Deserialize<CarriedOutKill>(Json) is not { WasAlive: true } kill || kill.Pid != pid)
        {
            return null;
        }

        var before = record.Where(one => one.Sequence < entry.Sequence).ToList();
        return (WindowOf(kill, before, startedAfter), kill.Platform ?? "", kill);
    }

    private static KillWindow WindowOf(CarriedOutKill kill, IReadOnlyList<RecordEntry> before, long startedAfter) => kill switch
    {
        { At: KillOccasion.File } => before.Any(entry => entry.Sequence > startedAfter && entry.Kind == RecordKinds.Request) ? KillWindow.AnyMoment : KillWindow.Migration,
        { At: KillOccasion.Time } => KillWindow.AnyMoment,
        { Containing: not null } => IsBetweenParts(kill, before) ? KillWindow.BetweenParts : KillWindow.AnyMoment,
        { Phase: FaultPhase.BeforeAccept } => KillWindow.BeforeAccepting,
        { Phase: FaultPhase.AfterAccept } => KillWindow.AfterAccepting,
        _ => KillWindow.AfterAnswering,
    };

    // The latest message in that chat opens an announcement, and nothing has followed it.
    private static bool IsBetweenParts(CarriedOutKill kill, IReadOnlyList<RecordEntry> before) =>
        before.LastOrDefault(entry => entry.Kind == RecordKinds.MessageCreated && entry.Platform == kill.Platform && entry.ChatId == kill.ChatId) is { } last
        && PlayedTalks.NameOf(last).Contains(" announce part 1 ", StringComparison.Ordinal);
}
