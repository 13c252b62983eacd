using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Following;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Delivery.Ornaments;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Reports;
using BotHost.Announcements.Talks;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>
/// One idempotent pass: everything that is due and not settled goes out, or says why not.
/// Running it twice, late or too often changes nothing in what is posted.
/// </summary>
public sealed partial class DeliveryPass(
    ITalkSource talks,
    ILedger ledger,
    LedgerIndex index,
    KnowledgeKeeper keeper,
    PlatformDirectory platforms,
    Courier courier,
    CorrectionPass corrections,
    NoticePass notices,
    ModeratorReports reports,
    ApprovalRequests approvals,
    DigestDesk digests,
    DoubtPass doubts,
    OrnamentPass ornaments,
    ReportPass told,
    OutcomeKeeper outcomes,
    ClaimsUnderWay claims,
    Retries retries,
    DeliveryOptions options,
    IClock campaign,
    ILogger<DeliveryPass> logger)
{
    /// <summary>How far ahead the alarm is set.</summary>
    public static readonly Duration Horizon = Duration.FromHours(48);

    private readonly HashSet<PlatformId> _toldHeld = [];

    /// <summary>The instants for which the alarm is to be set; those that are past stand for work that is not finished.</summary>
    public async Task<IReadOnlyCollection<Instant>> RunAsync(CancellationToken cancellationToken)
    {
        var catalogue = talks.Current;
        var now = campaign.GetCurrentInstant();
        await outcomes.CatchUpAsync(cancellationToken);
        await claims.GiveBackStraysAsync();
        var known = await keeper.SeeAsync(catalogue, now, cancellationToken);
        TellHeld(catalogue);
        var doubtful = await doubts.RunAsync(cancellationToken);

        var judged = CampaignPlanner.Plan(catalogue, Instant.MinValue, now)
            .Concat(OrderedAndPending(catalogue))
            .DistinctBy(planned => planned.Key)
            .Where(planned => now <= planned.LatestAt || planned.DueAt >= known.Life.Born || index.Find(planned.Key) is not null)
            .Select(planned => (Planned: planned, Verdict: Judge(catalogue, planned, known, now)))
            .ToList();
        await SettleAsync(judged, now, cancellationToken);

        foreach (var late in judged.Where(entry => entry.Verdict is Verdict.Wait { Reason: DeliveryPolicy.QuietTime }).DistinctBy(entry => entry.Planned.Talk.Id))
        {
            await reports.TellNewTalkAsync(late.Planned.Talk, ((Verdict.Wait)late.Verdict).Until, cancellationToken);
        }

        foreach (var (planned, _) in judged.Where(entry => WaitsForApproval(entry.Planned, now)))
        {
            await approvals.AskAsync(planned, cancellationToken);
        }

        foreach (var (planned, _) in judged.Where(entry => now > entry.Planned.LatestAt && IsUnapproved(entry.Planned)))
        {
            await approvals.CloseAsync(planned, cancellationToken);
        }

        var chosen = new List<PlannedDelivery>();
        var ready = judged.Where(entry => entry.Verdict is Verdict.Send).Select(entry => entry.Planned);
        foreach (var together in ready.GroupBy(planned => (planned.Talk.Id, planned.Channel.Target)))
        {
            chosen.Add(await ChooseAsync([.. together], now, cancellationToken));
        }

        var unfinished = await SendAsync(chosen, cancellationToken);
        var uncorrected = await corrections.RunAsync(catalogue, now, cancellationToken);
        var untold = await notices.RunAsync(catalogue, known, now, cancellationToken);
        var unfinishedDigests = await digests.RunAsync(known, now, cancellationToken);
        var unadorned = await ornaments.RunAsync(cancellationToken);
        var unreported = await told.RunAsync(catalogue, known, now, cancellationToken);
        retries.KeepOnly(
        [
            .. unfinished.Select(planned => planned.Key),
            .. uncorrected.Keys,
            .. untold.Keys,
            .. doubtful.Keys,
            .. unadorned.Keys,
            .. unreported,
            .. unfinishedDigests.Select(digest => digest.Key),
        ]);
        var waits = judged.Select(entry => entry.Verdict).OfType<Verdict.Wait>().Select(wait => wait.Until);
        return
        [
            .. CampaignPlanner.NextInstants(catalogue, now, Horizon),
            .. DigestPlanner.Next(catalogue, now).Select(digest => digest.DueAt),
            .. waits,
            .. unfinished.Select(planned => planned.DueAt),
            .. uncorrected.Instants,
            .. untold.Instants,
            .. doubtful.Instants,
            .. unfinishedDigests.Select(digest => digest.DueAt),
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

    private Verdict Judge(TalkCatalogue catalogue, PlannedDelivery planned, Knowledge known, Instant now)
    {
        switch (index.Find(planned.Key))
        {
            case null when notices.Tells(catalogue, planned, now):
                return new Verdict.Skip(Notices.Told);
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
                return now <= planned.LatestAt ? new Verdict.Send() : new Verdict.Expire($"{DeliveryPolicy.TooLate}; it could not be sent in time: {row.Reason}");
            case { State: DeliveryState.Unknown } row when platforms.Find(planned.Channel.Platform) is { } platform && courier.MayRepeat(platform, row):
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
        if (index.Find(key) is { } row)
        {
            return row.State is DeliveryState.Held && row.Reason.StartsWith(DeliveryPolicy.HeldBy, StringComparison.Ordinal)
                ? new Verdict.Skip("a moderator holds its announcement back")
                : verdict;
        }

        return StepSchedule.DueOf(catalogue, planned.Talk, step, planned.Channel) is StepDue.At at
            && DeliveryPolicy.Decide(new PlannedDelivery(key, planned.Talk, step, planned.Channel, at.Due, at.Latest), known, now) is Verdict.Wait { Reason: DeliveryPolicy.QuietTime } wait
                ? new Verdict.Wait(wait.Until, "its announcement goes first")
                : verdict;
    }

    private bool WaitsForApproval(PlannedDelivery planned, Instant now) => now <= planned.LatestAt && IsUnapproved(planned);

    private bool IsUnapproved(PlannedDelivery planned) => index.Find(planned.Key) is { State: DeliveryState.Held, Reason: DeliveryPolicy.NeedsApproval };

    // A moderator's release is on record, also where the row is free again: on its way out, or to be tried once more after a refusal.
    private Verdict Approved(Verdict verdict, PlannedDelivery planned, Knowledge known)
    {
        if (verdict is not Verdict.Send || known.IsReleased(planned))
        {
            return verdict;
        }

        if (planned.Step.NeedsApproval || (planned.Talk.NeedsApproval && planned.Step.Kind is StepKind.Announcement))
        {
            return new Verdict.Hold(DeliveryPolicy.NeedsApproval);
        }

        return planned.Talk.NeedsApproval && !index.Announced.Contains(planned.Talk.FirstId) ? new Verdict.Skip(DeliveryPolicy.NotApproved) : verdict;
    }

    private async Task SettleAsync(IEnumerable<(PlannedDelivery Planned, Verdict Verdict)> judged, Instant now, CancellationToken cancellationToken)
    {
        foreach (var (planned, verdict) in judged)
        {
            (DeliveryState State, string Reason)? settled = verdict switch
            {
                Verdict.Hold hold => (DeliveryState.Held, hold.Reason),
                Verdict.Expire expire => (DeliveryState.Skipped, expire.Reason),
                _ => null,
            };
            if (settled is not { } final)
            {
                continue;
            }

            await ledger.SettleAsync(planned.Key, final.State, final.Reason, planned.DueAt, now, cancellationToken);
            await index.RefreshAsync(planned.Key.Subject, cancellationToken);
            Log.PostSettled(logger, planned.Key, final.State, final.Reason);
        }
    }

    private async Task<PlannedDelivery> ChooseAsync(IReadOnlyList<PlannedDelivery> together, Instant now, CancellationToken cancellationToken)
    {
        // What is already on its way stays the one: its text may be at the platform.
        var chosen = together.FirstOrDefault(planned => index.Find(planned.Key) is not null) ?? DueChoice.Of(together);
        foreach (var other in together.Where(planned => planned != chosen && index.Find(planned.Key) is null))
        {
            await ledger.SettleAsync(other.Key, DeliveryState.Skipped, $"told by {chosen.Step.Id}", other.DueAt, now, cancellationToken);
            await index.RefreshAsync(other.Key.Subject, cancellationToken);
        }

        return chosen;
    }

    private async Task<IReadOnlyCollection<PlannedDelivery>> SendAsync(IEnumerable<PlannedDelivery> chosen, CancellationToken cancellationToken)
    {
        var byTarget = chosen.Where(IsSpokenTo).GroupBy(planned => planned.Channel.Address).ToList();
        var unfinished = await Task.WhenAll(byTarget.Select(target => SendInOrderAsync([.. target.OrderBy(planned => planned.DueAt)], cancellationToken)));
        return [.. unfinished.SelectMany(deliveries => deliveries)];
    }

    private async Task<IReadOnlyCollection<PlannedDelivery>> SendInOrderAsync(IReadOnlyList<PlannedDelivery> deliveries, CancellationToken cancellationToken)
    {
        var unfinished = new List<PlannedDelivery>();
        foreach (var planned in deliveries)
        {
            var platform = platforms.Find(planned.Channel.Platform)!;
            if (!retries.MayTry(planned.Key))
            {
                unfinished.Add(planned);
                continue;
            }

            if (!IsSpokenTo(planned))
            {
                // What was sent a moment ago was the reason to set the target aside.
                continue;
            }

            var (state, _) = await courier.DeliverAsync(platform, planned, cancellationToken);
            var again = state is DeliveryState.Retry
                || (state is DeliveryState.Unknown && index.Find(planned.Key) is { } row && courier.MayRepeat(platform, row));
            if (again && IsSpokenTo(planned))
            {
                unfinished.Add(planned);
            }
        }

        return unfinished;
    }

    private bool IsSpokenTo(PlannedDelivery planned) => platforms.WhyHeld(planned.Channel.Address) is null;

    // Said at the start, not when the first post stays away weeks later. A refusal is told, with its remedy, by the platform itself.
    private void TellHeld(TalkCatalogue catalogue)
    {
        foreach (var platform in catalogue.Channels.Select(channel => channel.Platform).Distinct())
        {
            if (platforms.Find(platform)?.State is PlatformState.NotConfigured && _toldHeld.Add(platform))
            {
                Log.PlatformHeld(logger, platform, platforms.WhyHeld(platform)!);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Key} is {State}: {Reason}")]
        public static partial void PostSettled(ILogger logger, DeliveryKey key, DeliveryState state, string reason);

        [LoggerMessage(2, LogLevel.Warning, "Posts to {Platform} are held: {Reason}")]
        public static partial void PlatformHeld(ILogger logger, PlatformId platform, string reason);
    }
}
