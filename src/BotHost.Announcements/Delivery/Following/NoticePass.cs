using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery.Following;

/// <summary>Sends the notices that members are owed, each once and after its quiet time.</summary>
/// <remarks>
/// What is owed follows from the ledger alone: a crash loses nothing, and begins the quiet time anew. The quiet time is the campaign clock's,
/// like every other wait before a post, so a rehearsal plays it.
/// </remarks>
public sealed class NoticePass(LedgerIndex index, ILedger ledger, PlatformDirectory platforms, Courier courier, Retries retries)
{
    private readonly Dictionary<DeliveryKey, (DeliveryKey Notice, Instant Since)> _resting = [];
    private bool _hasHeldOfCopy;

    public async Task<OpenWork> RunAsync(TalkCatalogue catalogue, Knowledge known, Instant now, CancellationToken cancellationToken)
    {
        var keys = new List<DeliveryKey>();
        var instants = new List<Instant>();
        await CatchUpAsync(catalogue, cancellationToken);
        await HoldOfCopyAsync(catalogue, known, now, cancellationToken);
        var all = OwedIn(catalogue, now).ToList();
        await SettleUnowedAsync(catalogue, all, now, cancellationToken);
        var owed = all.Where(entry => platforms.WhyHeld(entry.Channel.Address) is null).ToList();
        foreach (var settled in _resting.Keys.Except(owed.Select(entry => entry.Announcement.Key)).ToList())
        {
            _resting.Remove(settled);
        }

        foreach (var (announcement, talk, channel, notice) in owed)
        {
            var key = notice.KeyIn(announcement.Key);
            var until = AfterQuietHours(RestsUntil(announcement.Key, notice, now), channel, now);
            switch (index.Find(key))
            {
                case null when now < until:
                    instants.Add(until);
                    continue;
                case { State: DeliveryState.Sent }:
                    await RecordAsync(announcement.Key, notice, cancellationToken);
                    continue;
                case { State: not (DeliveryState.Retry or DeliveryState.Unknown) }:
                    continue;
                case { State: DeliveryState.Unknown } row when !courier.MayRepeat(platforms.Find(channel.Platform)!, row):
                    continue;
            }

            var isSent = retries.MayTry(key) && await SendAsync(key, notice, catalogue, talk, channel, until, cancellationToken);
            if (isSent)
            {
                await RecordAsync(announcement.Key, notice, cancellationToken);
            }
            else if (index.Find(key) is null or { State: DeliveryState.Retry or DeliveryState.Unknown } && platforms.WhyHeld(channel.Address) is null)
            {
                keys.Add(key);
                instants.Add(until);
            }
        }

        return new OpenWork(keys, instants);
    }

    /// <summary>What becomes of a post that is due and says only what a notice says or is about to say: a step that was due when the date came. Null: it says more.</summary>
    public Verdict? Judge(TalkCatalogue catalogue, PlannedDelivery planned, Instant now)
    {
        var announcement = CampaignPlanner.KeyOf(planned.Talk, AnnouncementStep.Of(catalogue, planned.Talk), planned.Channel);
        if (planned.Step.Kind is StepKind.Announcement || index.Find(announcement) is not { State: DeliveryState.Sent } sent || AloudOf(sent) is not { } aloud)
        {
            return null;
        }

        if (!planned.Channel.IsTest
            && Notices.Owed(planned.Talk, aloud, now) is { } owed
            && index.Find(owed.KeyIn(announcement)) is var row
            && (row is null or { State: DeliveryState.Retry } || Leftovers.IsOutOfPlan(row)))
        {
            return new Verdict.Skip(Notices.Told);
        }

        return Notices.TellingOf(planned.Talk.Start, aloud).Any(notice =>
            index.Find(notice.KeyIn(announcement)) is { State: DeliveryState.Sent } told && planned.DueAt <= told.ChangedAt)
            ? new Verdict.Expire(Notices.Told)
            : null;
    }

    private IEnumerable<(DeliveryRow Announcement, Aloud Aloud, Talk Talk, Channel Channel)> AnnouncementsIn(TalkCatalogue catalogue)
    {
        SentPosts? posts = null;
        foreach (var row in index.Rows.Where(row => row.Key.Kind is DeliveryKind.Step && row.State is DeliveryState.Sent))
        {
            posts ??= new SentPosts(catalogue);
            if (posts.TalkOf(row.Key) is { } talk
                && posts.StepOf(row.Key, talk) is { Kind: StepKind.Announcement }
                && posts.ChannelOf(row.Key) is { IsTest: false } channel
                && AloudOf(row) is { } aloud)
            {
                yield return (row, aloud, talk, channel);
            }
        }
    }

    private IEnumerable<Debt> OwedIn(TalkCatalogue catalogue, Instant now) =>
        from entry in AnnouncementsIn(catalogue)
        let notice = Notices.Owed(entry.Talk, entry.Aloud, now)
        where notice is not null
        select new Debt(entry.Announcement, entry.Talk, entry.Channel, notice);

    // Sent, and the process died before that was written down with the announcement; or a person has looked and says that it is there.
    private async Task CatchUpAsync(TalkCatalogue catalogue, CancellationToken cancellationToken)
    {
        var sent = index.Rows
            .Where(row => row is { Key.Kind: DeliveryKind.Notice, State: DeliveryState.Sent })
            .OrderBy(row => row.ChangedAt)
            .ToLookup(row => (row.Key.Subject, row.Key.Target));
        if (sent.Count == 0)
        {
            return;
        }

        foreach (var (announcement, aloud, _, _) in AnnouncementsIn(catalogue).ToList())
        {
            var next = sent[(announcement.Key.Subject, announcement.Key.Target)]
                .Select(row => Notice.Numbered(row.Key))
                .LastOrDefault(told => told?.Number == aloud.Told + 1);
            if (next is { Notice: var notice })
            {
                await RecordAsync(announcement.Key, notice, cancellationToken);
            }
        }
    }

    // What came back, or is held, and is not owed any more: the talk has changed again. It comes back with what it told.
    private async Task SettleUnowedAsync(TalkCatalogue catalogue, IReadOnlyCollection<Debt> owed, Instant now, CancellationToken cancellationToken)
    {
        var keys = owed.Select(debt => debt.Notice.KeyIn(debt.Announcement.Key)).ToHashSet();
        SentPosts? posts = null;
        foreach (var row in index.Rows.Where(MayHaveChanged).ToList())
        {
            // A talk that vanished only pauses.
            posts ??= new SentPosts(catalogue);
            if (posts.TalkOf(row.Key) is null)
            {
                continue;
            }

            if (row.State is DeliveryState.Retry or DeliveryState.Held && !keys.Contains(row.Key))
            {
                await ledger.SettleAsync(row.Key, DeliveryState.Skipped, Leftovers.ReasonOf(row, "nobody needs the notice any more"), row.DueAt, now, cancellationToken);
            }
            else if (Leftovers.IsOutOfPlan(row) && keys.Contains(row.Key))
            {
                _ = Leftovers.HeldBeforeOf(row) is { } reason
                    ? await ledger.SettleAsync(row.Key, DeliveryState.Held, reason, row.DueAt, now, cancellationToken)
                    : await ledger.ReleaseAsync(row.Key, cancellationToken);
            }
            else
            {
                continue;
            }

            await index.RefreshAsync(row.Key.Subject, cancellationToken);
        }
    }

    // What an older copy of the ledger owes at its first look may have been told before it was put back; what comes later is news.
    private async Task HoldOfCopyAsync(TalkCatalogue catalogue, Knowledge known, Instant now, CancellationToken cancellationToken)
    {
        if (_hasHeldOfCopy || known.WhyNoNews(known.Started) is not { } reason)
        {
            return;
        }

        foreach (var (announcement, _, _, notice) in OwedIn(catalogue, now).ToList())
        {
            var key = notice.KeyIn(announcement.Key);
            if (MayHaveBeenTold(index.Find(key)) && !known.FirstSeen.ContainsKey(Knowledge.ReleaseSighting(key)))
            {
                await ledger.SettleAsync(key, DeliveryState.Held, $"{reason}; a moderator releases it", now, now, cancellationToken);
                await index.RefreshAsync(key.Subject, cancellationToken);
            }
        }

        _hasHeldOfCopy = true;
    }

    // What left the plan before the copy was made may have come back and been told after it.
    private static bool MayHaveBeenTold(DeliveryRow? row) => row is null or { State: DeliveryState.Retry } || Leftovers.IsOutOfPlan(row);

    private static bool MayHaveChanged(DeliveryRow row) =>
        row.Key.Kind is DeliveryKind.Notice && (row.State is DeliveryState.Retry or DeliveryState.Held || Leftovers.IsOutOfPlan(row));

    private static Aloud? AloudOf(DeliveryRow row) => row.Facts is { } facts ? FactSheet.AloudOf(facts) : null;

    // The edited post tells already; the notice can wait for the morning.
    private static Instant AfterQuietHours(Instant rested, Channel channel, Instant now) =>
        channel.QuietHours?.Around(Instant.Max(rested, now)) is { } quiet ? quiet.End : rested;

    private Instant RestsUntil(DeliveryKey announcement, Notice notice, Instant now)
    {
        if (!_resting.TryGetValue(announcement, out var resting) || resting.Notice != notice.KeyIn(announcement))
        {
            resting = (notice.KeyIn(announcement), now);
            _resting[announcement] = resting;
        }

        return resting.Since + Notices.QuietTime;
    }

    private async Task<bool> SendAsync(
        DeliveryKey key, Notice notice, TalkCatalogue catalogue, Talk talk, Channel channel, Instant dueAt, CancellationToken cancellationToken)
    {
        var platform = platforms.Find(channel.Platform)!;
        var parcel = new Parcel(
            key, channel, dueAt, $"{notice.StepId} of {talk.Id}", () => platform.Render(NoticePost.Of(notice, catalogue, talk, channel), channel))
        {
            JudgedBy = catalogue,
        };
        return await courier.DeliverAsync(platform, parcel, cancellationToken) is { State: DeliveryState.Sent };
    }

    // Only what was told aloud changes: whether the announcement itself has been corrected meanwhile is another question.
    private async Task RecordAsync(DeliveryKey announcement, Notice notice, CancellationToken cancellationToken)
    {
        var rows = await ledger.ReadAsync([announcement.Subject], cancellationToken);
        if (rows.FirstOrDefault(row => row.Key == announcement) is { Facts: { } facts } row && FactSheet.AloudOf(facts) is { } aloud)
        {
            await ledger.RecordFactsAsync(announcement, FactSheet.Tell(facts, notice.After(aloud)), row.Reason, cancellationToken);
            await index.RefreshAsync(announcement.Subject, cancellationToken);
        }
    }

    /// <summary>A notice that is owed where an announcement stands.</summary>
    private sealed record Debt(DeliveryRow Announcement, Talk Talk, Channel Channel, Notice Notice);
}
