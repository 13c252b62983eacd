using NodaTime;

namespace BotHost.Announcements.Talks;

/// <summary>Tells a talk's phase and puts talks in the order in which people look for them.</summary>
internal static class TalkTimeline
{
    public static TalkPhase PhaseOf(Talk talk, Instant now)
    {
        if (talk.Status == TalkStatus.Postponed || talk.Start is TalkStart.ToBeAnnounced)
        {
            return TalkPhase.Undated;
        }

        if (talk.Start is TalkStart.OnDate day)
        {
            return now < day.Zone.AtStartOfDay(day.Date.PlusDays(1)).ToInstant() ? TalkPhase.Ahead : TalkPhase.Over;
        }

        if (now < talk.Start.Instant)
        {
            return TalkPhase.Ahead;
        }

        return now <= talk.End ? TalkPhase.Running : TalkPhase.Over;
    }

    /// <summary>What runs, what comes (soonest first), what has no date, what is over (latest first).</summary>
    public static IEnumerable<Talk> Sort(IEnumerable<Talk> talks, Instant now) => talks
        .Select(talk => (Talk: talk, Phase: PhaseOf(talk, now)))
        .OrderBy(item => item.Phase == TalkPhase.Running ? TalkPhase.Ahead : item.Phase)
        .ThenBy(item => item.Phase == TalkPhase.Over ? -Ticks(item.Talk) : Ticks(item.Talk))
        .ThenBy(item => item.Talk.Id.Value, StringComparer.Ordinal)
        .Select(item => item.Talk);

    private static long Ticks(Talk talk) => talk.Start switch
    {
        TalkStart.OnDate day => day.Zone.AtStartOfDay(day.Date).ToInstant().ToUnixTimeTicks(),
        TalkStart.At when talk.Status != TalkStatus.Postponed => talk.Start.Instant?.ToUnixTimeTicks() ?? 0,
        _ => 0,
    };
}
