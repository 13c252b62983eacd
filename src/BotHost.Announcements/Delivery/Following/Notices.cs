using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery.Following;

/// <summary>Decides which notice members are owed. Pure, and level-triggered: what was told aloud against what is true.</summary>
public static class Notices
{
    /// <summary>How long a change rests before it is told aloud, so that a slip of the pen that is mended at once is told once.</summary>
    public static readonly Duration QuietTime = Duration.FromSeconds(60);

    public const string Told = "told by the notice";

    /// <summary>Null where members know all that they need.</summary>
    public static Notice? Owed(Talk talk, Aloud aloud, Instant now)
    {
        if (talk.Status is not TalkStatus.Confirmed || !aloud.AwaitsDate || talk.Start is TalkStart.ToBeAnnounced)
        {
            return null;
        }

        return talk.Start.Occasion == aloud.Start || LastOf(talk.Start) <= now ? null : new Notice.DateSet(talk.Start);
    }

    // Nobody needs to hear of a date that is past.
    private static Instant LastOf(TalkStart start) => start switch
    {
        TalkStart.OnDate on => on.Zone.AtStartOfDay(on.Date.PlusDays(1)).ToInstant(),
        _ => start.Instant ?? Instant.MaxValue,
    };
}
