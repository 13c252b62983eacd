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
    DeliveryJudge judge,
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
        await leftovers.RunAsync(catalogue, known, now, cancellationToken);

        var judged = judge.Of(catalogue, known, now);
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
        var unadorned = await ApartAsync("what follows the posts", Nothing, () => ornaments.RunAsync(catalogue, now, cancellationToken), cancellationToken);
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

    private async Task<int> TellFirstAsync(IReadOnlyList<Judged> judged, Instant now, CancellationToken cancellationToken)
    {
        // What needs an approval does not go out by itself: its own question comes when the quiet minutes are over.
        var talksToCome = judged
            .Where(entry => entry.Verdict is Verdict.Wait { Reason: DeliveryPolicy.QuietTime } && !entry.Planned.NeedsApproval)
            .DistinctBy(entry => entry.Planned.Talk.Id)
            .ToList();
        foreach (var late in talksToCome)
        {
            await reports.TellNewTalkAsync(late.Planned.Talk, ((Verdict.Wait)late.Verdict).Until, cancellationToken);
        }

        var held = judged.Where(entry => index.Find(entry.Planned.Key) is { State: DeliveryState.Held, Reason: DeliveryPolicy.NeedsApproval }).ToList();
        foreach (var (planned, _) in held)
        {
            await approvals.AskAsync(planned, cancellationToken);
        }

        foreach (var (planned, _) in judged.Where(entry => index.Find(entry.Planned.Key) is { State: DeliveryState.Skipped, Reason: Leftovers.NobodyReleased }))
        {
            await approvals.CloseAsync(planned, cancellationToken);
        }

        return talksToCome.Count + held.Count;
    }

    private async Task SettleAsync(IEnumerable<Judged> judged, Instant now, CancellationToken cancellationToken)
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
