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
    DueSender sender,
    CorrectionPass corrections,
    NoticePass notices,
    ModeratorReports reports,
    ApprovalRequests approvals,
    DigestDesk digests,
    LeftoverPass leftovers,
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

    private static readonly OpenWork Nothing = new([], []);

    private readonly HashSet<PlatformId> _toldHeld = [];
    private bool _isWhole;

    /// <summary>The instants for which the alarm is to be set; those that are past stand for work that is not finished.</summary>
    public async Task<IReadOnlyCollection<Instant>> RunAsync(CancellationToken cancellationToken)
    {
        await outcomes.CatchUpAsync(cancellationToken);
        await claims.GiveBackStraysAsync();
        _isWhole = true;
        var doubtful = await ApartAsync("doubts", Nothing, () => doubts.RunAsync(cancellationToken), cancellationToken);

        // Only now: a platform that is slow to show its channels must not make the talks and the time stale by which everything is judged.
        var catalogue = talks.Current;
        var now = campaign.GetCurrentInstant();
        var known = await keeper.SeeAsync(catalogue, now, cancellationToken);
        TellHeld(catalogue);
        await leftovers.RunAsync(catalogue, now, cancellationToken);

        var begun = index.Rows.Where(row => row is { State: DeliveryState.Retry, Key.Occasion.Length: > 0 }).Select(row => row.Key).ToList();
        var judged = CampaignPlanner.Plan(catalogue, Instant.MinValue, now)
            .Concat(OrderedAndPending(catalogue))
            .Select(planned => UnderItsFirstZone(planned, begun))
            .DistinctBy(planned => planned.Key)
            .Where(planned => now <= planned.LatestAt || planned.DueAt >= known.Life.Born || index.Find(planned.Key) is not null)
            .Select(planned => (Planned: planned, Verdict: WithWhatHeldIt(catalogue, planned, Judge(catalogue, planned, known, now))))
            .ToList();
        await SettleAsync(judged, now, cancellationToken);

        await ApartAsync("words to the moderators", 0, () => TellFirstAsync(judged, now, cancellationToken), cancellationToken);

        var chosen = new List<PlannedDelivery>();
        var ready = judged.Where(entry => entry.Verdict is Verdict.Send).Select(entry => entry.Planned);
        foreach (var together in ready.GroupBy(planned => (planned.Talk.Id, planned.Channel.Target)))
        {
            chosen.Add(await ChooseAsync([.. together], now, cancellationToken));
        }

        var unfinished = await sender.SendAsync(catalogue, chosen, cancellationToken);
        var uncorrected = await ApartAsync("corrections", Nothing, () => corrections.RunAsync(catalogue, now, cancellationToken), cancellationToken);
        var untold = await ApartAsync("notices", Nothing, () => notices.RunAsync(catalogue, known, now, cancellationToken), cancellationToken);
        var unfinishedDigests = await ApartAsync("digests", [], () => digests.RunAsync(known, now, cancellationToken), cancellationToken);
        var unadorned = await ApartAsync("ornaments", Nothing, () => ornaments.RunAsync(cancellationToken), cancellationToken);
        var unreported = await ApartAsync("reports", [], () => told.RunAsync(catalogue, known, now, cancellationToken), cancellationToken);
        if (_isWhole)
        {
            // What a part that failed still waits for is not known, and must not be asked for too soon.
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
        }

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

    private async Task<int> TellFirstAsync(IReadOnlyList<(PlannedDelivery Planned, Verdict Verdict)> judged, Instant now, CancellationToken cancellationToken)
    {
        var talksToCome = judged.Where(entry => entry.Verdict is Verdict.Wait { Reason: DeliveryPolicy.QuietTime }).DistinctBy(entry => entry.Planned.Talk.Id).ToList();
        foreach (var late in talksToCome)
        {
            await reports.TellNewTalkAsync(late.Planned.Talk, ((Verdict.Wait)late.Verdict).Until, cancellationToken);
        }

        var held = judged.Where(entry => WaitsForApproval(entry.Planned, now)).ToList();
        foreach (var (planned, _) in held)
        {
            await approvals.AskAsync(planned, cancellationToken);
        }

        return talksToCome.Count + held.Count;
    }

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
        if (index.Find(key) is not null)
        {
            return WhoHoldsBack(catalogue, planned) is null ? verdict : new Verdict.Skip("a moderator holds its announcement back");
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

        if (planned.Step.Kind is not StepKind.Announcement && WhoHoldsBack(catalogue, planned) is { } moderator)
        {
            return new Verdict.Expire($"{moderator}, with its announcement");
        }

        return platforms.WhyHeld(planned.Channel.Address) is { } held ? new Verdict.Expire($"{DeliveryPolicy.TooLate}; it was held: {held}") : verdict;
    }

    // In the words of the announcement's own row, also when its time is over.
    private string? WhoHoldsBack(TalkCatalogue catalogue, PlannedDelivery planned) =>
        index.Find(CampaignPlanner.KeyOf(planned.Talk, AnnouncementStep.Of(catalogue, planned.Talk), planned.Channel)) is { State: DeliveryState.Held or DeliveryState.Skipped } row
        && row.Reason.StartsWith(DeliveryPolicy.HeldBy, StringComparison.Ordinal)
            ? row.Reason.Split(';')[0]
            : null;

    private bool WaitsForApproval(PlannedDelivery planned, Instant now) =>
        now <= planned.LatestAt && index.Find(planned.Key) is { State: DeliveryState.Held, Reason: DeliveryPolicy.NeedsApproval };

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

    // A fault in one of the passes must not take the others with it, nor the sign of life behind them.
    private async Task<T> ApartAsync<T>(string what, T nothing, Func<Task<T>> runAsync, CancellationToken cancellationToken)
    {
        try
        {
            return await runAsync();
        }
        catch (Exception exception) when (exception is not LedgerUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            Log.PartFailed(logger, exception, what);
            _isWhole = false;
            return nothing;
        }
    }

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

        [LoggerMessage(3, LogLevel.Error, "A part of the pass failed, and the others go on: {Part}. The next pass tries it again")]
        public static partial void PartFailed(ILogger logger, Exception exception, string part);
    }
}
