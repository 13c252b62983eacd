using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Ledgers;
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

    /// <summary>The same where an older copy of the ledger was put back: what was due since then may have been posted.</summary>
    public const string DueInOlderCopy = $"{DueInSilence}, as far as this older copy of the ledger knows";

    public const string TooLate = "too late";

    public const string PlannedAfterItsTime = "planned after its time";

    /// <summary>The announcement told it already, or nobody was waiting for it.</summary>
    public const string LinkWasThere = "the link was there when the talk came";

    /// <summary>How the reason begins of what a moderator holds back.</summary>
    public const string HeldBy = "held by ";

    public const string NeedsApproval = "waits for a moderator's approval";

    public const string NotApproved = "the talk waits for a moderator's approval";

    public static Verdict Decide(PlannedDelivery planned, Knowledge known, Instant now)
    {
        if (now < planned.DueAt)
        {
            return new Verdict.Wait(planned.DueAt, "planned");
        }

        if (planned.Step.When is StepTime.WithLink link)
        {
            return OutsideQuietHours(DecideForLink(planned, known, known.LinkSeen(planned, link.Kind), now), planned, now);
        }

        return OutsideQuietHours(DecideWhenDue(planned, known, now), planned, now);
    }

    private static Verdict DecideWhenDue(PlannedDelivery planned, Knowledge known, Instant now)
    {
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

        if (!known.IsReleased(planned) && known.WhySilentAt(planned.DueAt) is { } silence)
        {
            return new Verdict.Hold($"{silence}; a moderator releases it");
        }

        return new Verdict.Send();
    }

    // What came counts from when it was first seen: a link that the bot found after a long silence is news all the same.
    private static Verdict DecideForLink(PlannedDelivery planned, Knowledge known, Instant linkSeen, Instant now)
    {
        if (linkSeen <= Instant.Max(known.TalkSeen(planned), known.Life.Born))
        {
            return new Verdict.Skip(LinkWasThere);
        }

        if (linkSeen < Instant.Max(known.ChannelSeen(planned), known.StepSeen(planned)))
        {
            return new Verdict.Skip(PlannedAfterItsTime);
        }

        if (now > planned.LatestAt)
        {
            return new Verdict.Expire(TooLate);
        }

        return WhyHeldAsNoNews(planned, known, linkSeen) is { } held ? held : new Verdict.Send();
    }

    private static Verdict.Hold? WhyHeldAsNoNews(PlannedDelivery planned, Knowledge known, Instant seen) =>
        !known.IsReleased(planned) && known.WhyNoNews(seen) is { } reason ? new Verdict.Hold($"{reason}; a moderator releases it") : null;

    /// <summary>What would go out into quiet hours waits for their end, if it still makes sense then.</summary>
    private static Verdict OutsideQuietHours(Verdict verdict, PlannedDelivery planned, Instant now)
    {
        if (verdict is not Verdict.Send || planned.Channel.QuietHours?.Around(now) is not { } quiet)
        {
            return verdict;
        }

        return quiet.End <= planned.LatestAt
            ? new Verdict.Wait(quiet.End, "quiet hours")
            : new Verdict.Expire("quiet hours until it was too late");
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

        if (WhyHeldAsNoNews(planned, known, talkSeen) is { } held)
        {
            return held;
        }

        return now < quietUntil
            ? new Verdict.Wait(quietUntil, QuietTime)
            : new Verdict.Send();
    }
}
