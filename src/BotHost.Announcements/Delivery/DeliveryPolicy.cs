using BotHost.Announcements.Campaigns;
using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>Decides whether a planned post goes out now. Pure.</summary>
public static class DeliveryPolicy
{
    /// <summary>How long a talk that is new to a living ledger stays quiet before its overdue announcement goes out.</summary>
    public static readonly Duration QuietTimeOfNewTalk = Duration.FromMinutes(10);

    /// <summary>A start after a longer silence sends nothing overdue by itself.</summary>
    public static readonly Duration LongestSilence = Duration.FromHours(24);

    public const string QuietTime = "new talk: ten quiet minutes before its announcement";

    /// <summary>How the reason begins of what a long silence holds back.</summary>
    public const string DueInSilence = "was due while the bot was silent";

    public const string TooLate = "too late";

    public const string PlannedAfterItsTime = "planned after its time";

    public static Verdict Decide(PlannedDelivery planned, Knowledge known, Instant now)
    {
        if (now < planned.DueAt)
        {
            return new Verdict.Wait(planned.DueAt, "planned");
        }

        var talkSeen = known.TalkSeen(planned);
        var restSeen = Instant.Max(known.ChannelSeen(planned), known.StepSeen(planned));
        if (planned.DueAt < Instant.Max(talkSeen, restSeen))
        {
            return DecideForLatecomer(planned, known, talkSeen, restSeen, now);
        }

        if (now > planned.LatestAt)
        {
            return new Verdict.Expire(TooLate);
        }

        if (known.Life.LastSignOfLife is { } alive && known.Started - alive > LongestSilence && planned.DueAt < known.Started)
        {
            return new Verdict.Hold($"{DueInSilence} for {(long)(known.Started - alive).TotalHours} hours; a moderator releases it");
        }

        return new Verdict.Send();
    }

    // A ledger that was just born has seen everything at its birth: nothing of that is news to the community.
    private static Verdict DecideForLatecomer(PlannedDelivery planned, Knowledge known, Instant talkSeen, Instant restSeen, Instant now)
    {
        var isNewTalk = talkSeen > known.Life.Born && restSeen <= talkSeen;
        if (planned.Step.Kind is not StepKind.Announcement || !isNewTalk)
        {
            return new Verdict.Skip(PlannedAfterItsTime);
        }

        var quietUntil = talkSeen + QuietTimeOfNewTalk;
        if (Instant.Max(now, quietUntil) > planned.LatestAt)
        {
            return new Verdict.Skip(TooLate);
        }

        return now < quietUntil
            ? new Verdict.Wait(quietUntil, QuietTime)
            : new Verdict.Send();
    }
}
