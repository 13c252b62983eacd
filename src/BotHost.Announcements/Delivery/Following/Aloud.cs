using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Delivery.Following;

/// <summary>What members were told with a message of its own; edits are silent and tell nothing aloud.</summary>
/// <param name="Start">The start, as in the ledger's keys; empty where it was to be announced.</param>
/// <param name="AwaitsDate">Whether the posts have said since that the date is still to come.</param>
public sealed record Aloud(string Start, bool AwaitsDate)
{
    /// <summary>Whether it takes place, in the words of the config; null where an older version wrote this, which told no moves aloud.</summary>
    public string? Status { get; init; }

    /// <summary>How many notices of moves and cancellations have followed the announcement.</summary>
    public int Told { get; init; }

    /// <summary>After an announcement of the talk as it is.</summary>
    public static Aloud Of(Talk talk) => new(talk.Start.Occasion, IsUndated(talk.Start)) { Status = WordOf(talk.Status) };

    /// <summary>After the posts were silently edited to what the talk is now.</summary>
    public Aloud EditedTo(Talk talk)
    {
        var aloud = this with { Status = Status ?? WordOf(TalkStatus.Confirmed) };
        if (IsUndated(talk.Start))
        {
            return aloud with { AwaitsDate = true };
        }

        return talk.Start.Occasion == Start ? aloud with { AwaitsDate = false } : aloud;
    }

    /// <summary>Where an older version edited the posts to what they say and told nobody, nobody is told of it afterwards.</summary>
    public Aloud TakenOver(Talk talk) => Status is null && !AwaitsDate ? Of(talk) : EditedTo(talk);

    public static string WordOf(TalkStatus status) => status.ToString().ToLowerInvariant();

    private static bool IsUndated(TalkStart start) => start is TalkStart.ToBeAnnounced;
}
