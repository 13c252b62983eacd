using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Crashes;

/// <summary>In a channel that pins, the last announcement is pinned and nothing else.</summary>
internal static class LastPins
{
    public static IEnumerable<string> Wrong(IReadOnlyList<RecordEntry> record, IReadOnlyDictionary<string, string> plan)
    {
        var names = record.Where(entry => entry.Kind == RecordKinds.MessageCreated)
            .ToDictionary(entry => (entry.Platform, entry.ChatId, entry.MessageId), PlayedTalks.NameOf);
        foreach (var channel in FortyChannels.All.Where(channel => channel.Pins))
        {
            // A post that is unknown is not pinned: nobody knows which message it would be.
            var last = PlayedTalks.Expected.Last(message =>
                message.Channel == channel && message is { Step: "announce", Part: 1 } && plan.GetValueOrDefault(message.Post) == "sent");
            var pinned = PinnedIn(record, channel).Select(id => names.GetValueOrDefault((channel.Platform, channel.Address, id), id)).ToList();
            if (pinned is not [var only] || only != last.Name)
            {
                yield return $"{channel.Id}: pinned is [{string.Join(", ", pinned)}] and not {last.Name}";
            }
        }
    }

    private static HashSet<string> PinnedIn(IReadOnlyList<RecordEntry> record, PlayedChannel channel)
    {
        var pinned = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in record.Where(entry => entry.Platform == channel.Platform && entry.ChatId == channel.Address))
        {
            _ = entry.Kind switch
            {
                RecordKinds.MessagePinned => pinned.Add(entry.MessageId!),
                RecordKinds.MessageUnpinned => pinned.Remove(entry.MessageId!),
                _ => false,
            };
        }

        return pinned;
    }
}
