using BotHost.EndToEnd.Tests.Crashes;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Faults;

/// <summary>What became of the table under the faults: read from the platforms' record, and compared with the hand-written fate of each fault.</summary>
internal sealed record FaultVerdict
{
    /// <summary>Every message that a platform took.</summary>
    public required IReadOnlyList<RecordEntry> Created { get; init; }

    public int Messages => Created.Count;

    public required int Discarded { get; init; }

    /// <summary>Everything that the wire did to messages.</summary>
    public required IReadOnlyList<WireHit> Hits { get; init; }

    public required IReadOnlyList<string> Strangers { get; init; }

    public required IReadOnlyList<string> Twice { get; init; }

    /// <summary>Posts of which more or less stands there than the table says, or which <c>plan</c> gives another word.</summary>
    public required IReadOnlyList<string> Wrong { get; init; }

    /// <summary>Posts that stay unknown, and shall.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }

    /// <summary>Posts that a kill left unknown.</summary>
    public required IReadOnlyList<string> UnknownByKills { get; init; }

    /// <param name="expected">The table of posts, from where the campaign began.</param>
    /// <param name="record">What the platforms received.</param>
    /// <param name="plan">What the bot says of each post.</param>
    /// <param name="killedIn">Posts on Telegram that may have been on their way at a kill.</param>
    public static FaultVerdict Of(
        IReadOnlyList<PlayedMessage> expected, IReadOnlyList<RecordEntry> record, IReadOnlyDictionary<string, string> plan, IReadOnlySet<string> killedIn)
    {
        var created = record.Where(entry => entry.Kind == RecordKinds.MessageCreated).ToList();
        var received = created.Select(PlayedTalks.NameOf).ToList();
        var there = received.ToHashSet();
        var hits = WireHit.Of(record);
        var hidden = hits.Where(hit => hit.Fault.IsHidden && hit.Platform == "telegram").GroupBy(hit => hit.Message).ToDictionary(group => group.Key, group => group.Last().Fault);
        var posts = expected.GroupBy(message => message.Post).ToList();
        var unknown = posts.Where(post => plan[post.Key].StartsWith("unknown", StringComparison.Ordinal)).Select(post => post.Key).ToHashSet();
        var byKills = unknown.Where(post => killedIn.Contains(post) && !posts.Single(one => one.Key == post).Any(message => hidden.ContainsKey(message.Name))).ToList();
        return new FaultVerdict
        {
            Created = created,
            Discarded = record.Count(entry => entry.Kind == RecordKinds.DuplicateSuppressed),
            Hits = hits,
            Strangers = [.. received.Except(expected.Select(message => message.Name))],
            Twice = [.. received.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key)],
            Wrong = [.. posts.Where(post => !byKills.Contains(post.Key)).Select(post => Judge([.. post.OrderBy(message => message.Part)], there, hidden, plan[post.Key])).OfType<string>()],
            Unknown = [.. unknown.Except(byKills)],
            UnknownByKills = byKills,
        };
    }

    // What follows a hidden message is not sent: nobody knows whether there is something that it could follow.
    private static string? Judge(IReadOnlyList<PlayedMessage> post, HashSet<string> there, Dictionary<string, WireFault> hidden, string word)
    {
        var doubt = post.FirstOrDefault(message => hidden.ContainsKey(message.Name));
        var wanted = post
            .Where(message => doubt is null || message.Part < doubt.Part || (message == doubt && hidden[doubt.Name].IsTaken))
            .Select(message => message.Name).ToList();
        var found = post.Where(message => there.Contains(message.Name)).Select(message => message.Name).ToList();
        var rightWord = doubt is null ? word == "sent" : word.StartsWith("unknown", StringComparison.Ordinal);
        return rightWord && wanted.SequenceEqual(found)
            ? null
            : $"{post[0].Post}: of {post.Count} messages {found.Count} are there and {wanted.Count} should be; it is called {word}";
    }
}
