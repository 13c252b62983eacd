using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Following;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>Says of everything that is due what becomes of it. It reads the ledger, and writes and sends nothing.</summary>
public sealed class DeliveryJudge(LedgerIndex index, PlatformDirectory platforms, NoticePass notices, DoubtPass doubts, DeliveryOptions options)
{
    /// <summary>Everything that was due at some time and is not long forgotten, each delivery once.</summary>
    public IReadOnlyList<Judged> Of(TalkCatalogue catalogue, Knowledge known, Instant now)
    {
        var begun = index.Rows.Where(row => row is { State: DeliveryState.Retry, Key.Occasion.Length: > 0 }).Select(row => row.Key).ToList();
        return
        [
            .. CampaignPlanner.Plan(catalogue, Instant.MinValue, now)
                .Concat(OrderedAndPending(catalogue))
                .Select(planned => UnderItsFirstZone(planned, begun))
                .DistinctBy(planned => planned.Key)
                .Where(planned => now <= planned.LatestAt || planned.DueAt >= known.Life.Born || index.Find(planned.Key) is not null)
                .Select(planned => new Judged(planned, WithWhatHeldIt(catalogue, planned, Judge(catalogue, planned, known, now)))),
        ];
    }

    // An announcement that a moderator ordered before its time, or without one, and that came back: it goes on now.
    private IEnumerable<PlannedDelivery> OrderedAndPending(TalkCatalogue catalogue) =>
        from talk in catalogue.Talks.Values
        where talk.Status is TalkStatus.Confirmed
        let step = AnnouncementStep.Of(catalogue, talk)
        from channel in catalogue.ChannelsOf(talk)
        let key = CampaignPlanner.KeyOf(talk, step, channel)
        let row = index.Find(key)
        where row is { State: DeliveryState.Retry or DeliveryState.Unknown }
        select new PlannedDelivery(key, talk, step, channel, row.DueAt, talk.Start.Instant is { } start && start > row.DueAt ? start : Instant.MaxValue);

    // What was begun before its zone got another name goes on where it was: a message of it may stand in the channel already.
    private static PlannedDelivery UnderItsFirstZone(PlannedDelivery planned, IReadOnlyList<DeliveryKey> begun) =>
        begun.FirstOrDefault(key => LedgerIndex.IsSamePostUnderAnotherZone(key, planned.Key)) is { } first ? planned with { Key = first } : planned;

    private Verdict Judge(TalkCatalogue catalogue, PlannedDelivery planned, Knowledge known, Instant now)
    {
        switch (index.Find(planned.Key))
        {
            case null when notices.Judge(catalogue, planned, now) is { } told:
                return told;
            case null:
                var verdict = DeliveryPolicy.Decide(planned, known, now);
                if (verdict is not (Verdict.Wait or Verdict.Skip) && index.FindUnderAnotherZone(planned.Key) is { } same)
                {
                    return new Verdict.Skip(same.State.ToString());
                }

                // What an older copy of the ledger does not know may be there: that is for people to see.
                var catchesUp = options.CatchUp && !known.Life.IsOlderCopy;
                return AfterItsAnnouncement(Approved(verdict is Verdict.Hold && catchesUp ? new Verdict.Send() : verdict, planned, known), catalogue, planned, known, now);
            case { State: DeliveryState.Retry } row when known.Life.IsOlderCopy && row.ChangedAt < known.Started && known.WhySilentAt(row.DueAt) is { } silence:
                return new Verdict.Hold($"{silence}; a moderator releases it");
            case { State: DeliveryState.Retry } row:
                return now <= planned.LatestAt ? new Verdict.Send() : new Verdict.Expire($"{DeliveryPolicy.TooLate}{Leftovers.HalfOf(row)}; it could not be sent in time: {row.Reason}");
            case { State: DeliveryState.Unknown } row when platforms.Find(planned.Channel.Platform) is { } platform && doubts.MayRepeat(platform, row):
                return new Verdict.Send();
            case { } row:
                return new Verdict.Skip(row.State.ToString());
        }
    }

    // Nobody is reminded of what a moderator holds back, or of what is about to be announced.
    private Verdict AfterItsAnnouncement(Verdict verdict, TalkCatalogue catalogue, PlannedDelivery planned, Knowledge known, Instant now)
    {
        if (verdict is not Verdict.Send || planned.Step.Kind is StepKind.Announcement)
        {
            return verdict;
        }

        var step = AnnouncementStep.Of(catalogue, planned.Talk);
        var key = CampaignPlanner.KeyOf(planned.Talk, step, planned.Channel);
        if (index.Find(key) is not null)
        {
            return HeldBack.By(catalogue, planned, index.Find) is null ? verdict : new Verdict.Skip("a moderator holds its announcement back");
        }

        return StepSchedule.DueOf(catalogue, planned.Talk, step, planned.Channel) is StepDue.At at
            && DeliveryPolicy.Decide(new PlannedDelivery(key, planned.Talk, step, planned.Channel, at.Due, at.Latest), known, now) is Verdict.Wait { Reason: DeliveryPolicy.QuietTime } wait
                ? new Verdict.Wait(wait.Until, "its announcement goes first")
                : verdict;
    }

    // What ran out of time without a try has a better reason where a moderator, or its platform or channel, kept it back.
    private Verdict WithWhatHeldIt(TalkCatalogue catalogue, PlannedDelivery planned, Verdict verdict)
    {
        if (verdict is not Verdict.Expire { Reason: DeliveryPolicy.TooLate } || index.Find(planned.Key) is not null)
        {
            return verdict;
        }

        if (planned.Step.Kind is not StepKind.Announcement && HeldBack.By(catalogue, planned, index.Find) is { } moderator)
        {
            return new Verdict.Expire($"{moderator}, with its announcement");
        }

        return platforms.WhyHeld(planned.Channel.Address) is { } held ? new Verdict.Expire($"{DeliveryPolicy.TooLate}; it was held: {held}") : verdict;
    }

    // A moderator's release is on record, also where the row is free again: on its way out, or to be tried once more after a refusal.
    private Verdict Approved(Verdict verdict, PlannedDelivery planned, Knowledge known)
    {
        if (verdict is not Verdict.Send || known.IsReleased(planned))
        {
            return verdict;
        }

        if (planned.NeedsApproval)
        {
            return new Verdict.Hold(DeliveryPolicy.NeedsApproval);
        }

        return planned.Talk.NeedsApproval && !index.Announced.Contains(planned.Talk.FirstId) ? new Verdict.Skip(DeliveryPolicy.NotApproved) : verdict;
    }
}
