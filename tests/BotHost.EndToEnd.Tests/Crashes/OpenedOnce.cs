using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Crashes;

/// <summary>Each talk has one event in the server, at its time, and one thread under its announcement in each channel that opens them.</summary>
internal static class OpenedOnce
{
    /// <param name="expected">What was to be posted in the season: what the bot did not announce it does not open anything for.</param>
    /// <param name="record">What the platforms received.</param>
    public static IEnumerable<string> Wrong(IReadOnlyList<PlayedMessage> expected, IReadOnlyList<RecordEntry> record)
    {
        var announced = expected.Where(message => message is { Step: "announce", Part: 1, Channel.Opens: true }).ToList();
        var events = record.Where(entry => entry.Kind == RecordKinds.EventCreated).ToList();
        foreach (var talk in PlayedTalks.All)
        {
            var own = events.Where(made => Names(made, talk)).Select(StartOf).ToList();
            string[] wanted = announced.Any(message => message.Talk == talk.Id) ? [talk.Started] : [];
            if (!own.SequenceEqual(wanted))
            {
                yield return $"{talk.Id}: events at [{string.Join(", ", own)}] and not at [{string.Join(", ", wanted)}]";
            }
        }

        foreach (var stranger in events.Where(made => !PlayedTalks.All.Any(talk => Names(made, talk))))
        {
            yield return $"an event of no talk: {stranger.Text}";
        }

        foreach (var channel in FortyChannels.All)
        {
            var opened = record.Where(entry => entry.Kind == RecordKinds.ThreadCreated && entry.Platform == channel.Platform && entry.ChatId == channel.Address)
                .Select(thread => TalkIn(thread)?.Id ?? $"{thread.Text}").Order(StringComparer.Ordinal).ToList();
            var wanted = announced.Where(message => message.Channel == channel).Select(message => message.Talk).Order(StringComparer.Ordinal).ToList();
            if (!opened.SequenceEqual(wanted))
            {
                yield return $"{channel.Id}: threads of [{string.Join(", ", opened)}] and not of [{string.Join(", ", wanted)}]";
            }
        }
    }

    private static PlayedTalk? TalkIn(RecordEntry entry) => PlayedTalks.TalkIn(entry.Text ?? "");

    private static bool Names(RecordEntry made, PlayedTalk talk) => made.Text?.EndsWith($" {talk.Number}: {talk.Title}", StringComparison.Ordinal) is true;

    private static string? StartOf(RecordEntry made) => made.Payload?.GetProperty("scheduled_start_time").GetString();
}
