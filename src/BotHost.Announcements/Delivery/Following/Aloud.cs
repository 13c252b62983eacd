using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Delivery.Following;

/// <summary>What members were told with a message of its own; edits are silent and tell nothing aloud.</summary>
/// <param name="Start">The start, as in the ledger's keys; empty where it was to be announced.</param>
/// <param name="AwaitsDate">Whether the posts have said since that the date is still to come.</param>
public sealed record Aloud(string Start, bool AwaitsDate)
{
    /// <summary>After an announcement or a notice with this start.</summary>
    public static Aloud Of(TalkStart start) => new(start.Occasion, IsUndated(start));

    /// <summary>After the posts were silently edited to this start.</summary>
    public Aloud EditedTo(TalkStart start)
    {
        if (IsUndated(start))
        {
            return this with { AwaitsDate = true };
        }

        return start.Occasion == Start ? this with { AwaitsDate = false } : this;
    }

    private static bool IsUndated(TalkStart start) => start is TalkStart.ToBeAnnounced;
}
