using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Crashes;

/// <summary>Counts what was on its way to Telegram when the process was killed.</summary>
/// <remarks>
/// The bot sends to all channels of a post at once, one message at a time in each. What it had claimed may not have arrived yet, so of each post that
/// was being sent every chat counts once, but for those whose last message the platform had long answered.
/// </remarks>
internal static class SendsInFlight
{
    /// <summary>What was answered so long before the kill was recorded by then.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    public static int OnTelegram(IReadOnlyList<RecordEntry> record, CarriedOutKill kill)
    {
        var from = kill.KilledAt - Settled;
        var during = record
            .Where(entry => entry.Kind == RecordKinds.Request && entry.ReceivedAt >= from && entry.ReceivedAt <= kill.KilledAt + TimeSpan.FromSeconds(1) && entry.Payload is not null)
            .Select(entry => PlayedTalks.TalkIn(entry.Payload!.Value.ToString()))
            .OfType<PlayedTalk>()
            .Distinct();
        return during.Sum(talk => FortyChannels.Of(talk.Series).Count(channel => channel.Platform == "telegram"));
    }
}
