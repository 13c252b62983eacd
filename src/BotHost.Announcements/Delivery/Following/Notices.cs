using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery.Following;

/// <summary>Decides which notice members are owed. Pure, and level-triggered: what was told aloud against what is true.</summary>
public static class Notices
{
    /// <summary>How long a change rests before it is told aloud, so that a slip of the pen that is mended at once is told once.</summary>
    public static readonly Duration QuietTime = Duration.FromSeconds(60);

    public const string Told = "told by the notice";

    private const int LengthOfDay = 10;

    /// <summary>Null where members know all that they need.</summary>
    public static Notice? Owed(Talk talk, Aloud aloud, Instant now)
    {
        var number = aloud.Told + 1;
        switch (talk.Status)
        {
            case TalkStatus.Draft:
                return null;
            case TalkStatus.Cancelled or TalkStatus.Postponed:
                var isNews = aloud.Status is { } told && told != Aloud.WordOf(talk.Status);
                return isNews && IsAhead(talk.Start, aloud, now) ? new Notice.CalledOff(number, talk.Status, aloud.Start) : null;
        }

        // Nobody needs to hear of a date that is past.
        if (talk.Start is TalkStart.ToBeAnnounced || LastOf(talk.Start) <= now)
        {
            return null;
        }

        var occasion = talk.Start.Occasion;
        if (aloud.Status is { } status && status != Aloud.WordOf(TalkStatus.Confirmed))
        {
            return new Notice.BackOn(number, occasion, aloud.Start) { AfterCancellation = status == Aloud.WordOf(TalkStatus.Cancelled) };
        }

        if (aloud.AwaitsDate)
        {
            return occasion == aloud.Start ? null : new Notice.DateSet(talk.Start);
        }

        return aloud.Status is null || IsSame(aloud.Start, occasion) ? null : new Notice.Moved(number, occasion, aloud.Start);
    }

    /// <summary>The notices that may have told members of this start last.</summary>
    public static IEnumerable<Notice> TellingOf(TalkStart start, Aloud aloud) =>
        [new Notice.DateSet(start), new Notice.Moved(aloud.Told, start.Occasion, ""), new Notice.BackOn(aloud.Told, start.Occasion, "")];

    // Of a talk that is over, by what was told and by what is true, nothing is called off.
    private static bool IsAhead(TalkStart start, Aloud aloud, Instant now) =>
        now < LastOf(start) || (TalkStart.Read(aloud.Start) is { } told && now < LastOf(told));

    // An hour that follows a day, or is taken back, leaves the day as it was told: the edited post says it.
    private static bool IsSame(string told, string start) =>
        TalkStart.IsSameMoment(told, start) || (told.Split('[')[0] is var one && start.Split('[')[0] is var other
            && (one.Length == LengthOfDay || other.Length == LengthOfDay)
            && one.Length >= LengthOfDay && other.Length >= LengthOfDay
            && one[..LengthOfDay] == other[..LengthOfDay]);

    private static Instant LastOf(TalkStart start) => start switch
    {
        TalkStart.OnDate on => on.Zone.AtStartOfDay(on.Date.PlusDays(1)).ToInstant(),
        _ => start.Instant ?? Instant.MaxValue,
    };
}
