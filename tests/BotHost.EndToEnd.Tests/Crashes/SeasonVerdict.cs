using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Crashes;

/// <summary>What became of the table: read from the platforms' record, and for what is not there from the words of <c>plan</c>.</summary>
internal sealed record SeasonVerdict
{
    private static readonly string[] Accounted = ["unknown", "held", "skipped", "failed"];

    public required int Messages { get; init; }

    /// <summary>Repeats that a platform discarded.</summary>
    public required int Discarded { get; init; }

    /// <summary>What is there and on no table.</summary>
    public required IReadOnlyList<string> Strangers { get; init; }

    public required IReadOnlyList<string> Twice { get; init; }

    /// <summary>Not there, and nobody says why.</summary>
    public required IReadOnlyList<string> Lost { get; init; }

    /// <summary>Not there, and accounted for, with the word.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Posts that <c>plan</c> calls unknown.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }

    /// <summary>How many sends on Telegram were on their way when the process was killed, at most.</summary>
    public required int InFlightOnTelegram { get; init; }

    /// <summary>Channels in which something else is pinned than the last announcement.</summary>
    public required IReadOnlyList<string> WrongPins { get; init; }

    /// <summary>Talks and channels with another number of events or threads than one, or with a wrong one.</summary>
    public required IReadOnlyList<string> WrongOpenings { get; init; }

    public static SeasonVerdict Of(
        IReadOnlyList<PlayedMessage> expected, IReadOnlyList<RecordEntry> record, IReadOnlyDictionary<string, string> plan, IReadOnlyList<CarriedOutKill> kills)
    {
        var received = record.Where(entry => entry.Kind == RecordKinds.MessageCreated).Select(PlayedTalks.NameOf).ToList();
        var wanted = expected.Select(message => message.Name).ToHashSet();
        var there = received.ToHashSet();
        var missing = expected.Where(message => !there.Contains(message.Name)).Select(message => (message.Name, Word: plan.GetValueOrDefault(message.Post, "nothing"))).ToList();
        return new SeasonVerdict
        {
            Messages = received.Count,
            Discarded = record.Count(entry => entry.Kind == RecordKinds.DuplicateSuppressed),
            Strangers = [.. received.Where(name => !wanted.Contains(name))],
            Twice = [.. received.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key)],
            Lost = [.. missing.Where(message => !IsAccounted(message.Word)).Select(message => $"{message.Name}: {message.Word}")],
            Missing = [.. missing.Where(message => IsAccounted(message.Word)).Select(message => $"{message.Name}: {message.Word}")],
            Unknown = [.. expected.Select(message => message.Post).Distinct().Where(post => plan.GetValueOrDefault(post, "").StartsWith("unknown", StringComparison.Ordinal))],
            InFlightOnTelegram = kills.Sum(kill => SendsInFlight.OnTelegram(record, kill)),
            WrongPins = [.. LastPins.Wrong(record, plan)],
            WrongOpenings = [.. OpenedOnce.Wrong(expected, record)],
        };
    }

    private static bool IsAccounted(string word) => Accounted.Any(accounted => word.StartsWith(accounted, StringComparison.Ordinal));
}
