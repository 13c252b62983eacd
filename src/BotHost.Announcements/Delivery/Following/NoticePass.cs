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
    private readonly Dictionary<DeliveryKey, (string Occasion, Instant Since)> _resting = [];
    private bool _hasHeldOfCopy;

    public async Task<OpenWork> RunAsync(TalkCatalogue catalogue, Knowledge known, Instant now, CancellationToken cancellationToken)
    {
        var keys = new List<DeliveryKey>();
        var instants = new List<Instant>();
        await HoldOfCopyAsync(catalogue, known, now, cancellationToken);
        var owed = OwedIn(catalogue, now).Where(entry => platforms.WhyHeld(entry.Channel.Address) is null).ToList();
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
                    await RecordAsync(announcement.Key, talk, cancellationToken);
                    continue;
                case { State: not (DeliveryState.Retry or DeliveryState.Unknown) }:
                    continue;
                case { State: DeliveryState.Unknown } row when !courier.MayRepeat(platforms.Find(channel.Platform)!, row):
                    continue;
            }

            var isSent = retries.MayTry(key) && await SendAsync(key, notice, catalogue, talk, channel, until, cancellationToken);
            if (isSent)
            {
                await RecordAsync(announcement.Key, talk, cancellationToken);
            }
            else if (index.Find(key) is null or { State: DeliveryState.Retry or DeliveryState.Unknown } && platforms.WhyHeld(channel.Address) is null)
            {
                keys.Add(key);
                instants.Add(until);
            }
        }

        return new OpenWork(keys, instants);
    }

    /// <summary>Whether a post that is due says only what a notice says or is about to say: the steps that were due when the date came.</summary>
    public bool Tells(TalkCatalogue catalogue, PlannedDelivery planned, Instant now)
    {
        if (planned.Step.Kind is StepKind.Announcement)
        {
            return false;
        }

        var announcement = CampaignPlanner.KeyOf(planned.Talk, AnnouncementStep.Of(catalogue, planned.Talk), planned.Channel);
        if (index.Find(new Notice.DateSet(planned.Talk.Start).KeyIn(announcement)) is { } row)
        {
            return row.State is DeliveryState.Retry || (row.State is DeliveryState.Sent && planned.DueAt <= row.ChangedAt);
        }

        return !planned.Channel.IsTest && index.Find(announcement) is { State: DeliveryState.Sent } sent && AloudOf(sent) is { } aloud
            && Notices.Owed(planned.Talk, aloud, now) is not null;
    }

    private IEnumerable<(DeliveryRow Announcement, Talk Talk, Channel Channel, Notice Notice)> OwedIn(TalkCatalogue catalogue, Instant now)
    {
        SentPosts? posts = null;
        foreach (var row in index.Rows.Where(row => row.Key.Kind is DeliveryKind.Step && row.State is DeliveryState.Sent))
        {
            if (AloudOf(row) is not { AwaitsDate: true } aloud)
            {
                continue;
            }

            posts ??= new SentPosts(catalogue);
            if (posts.TalkOf(row.Key) is { } talk
                && posts.StepOf(row.Key, talk) is { Kind: StepKind.Announcement }
                && posts.ChannelOf(row.Key) is { IsTest: false } channel
                && Notices.Owed(talk, aloud, now) is { } notice)
            {
                yield return (row, talk, channel, notice);
            }
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
            if (index.Find(key) is null or { State: DeliveryState.Retry } && !known.FirstSeen.ContainsKey(Knowledge.ReleaseSighting(key)))
            {
                await ledger.SettleAsync(key, DeliveryState.Held, $"{reason}; a moderator releases it", now, now, cancellationToken);
                await index.RefreshAsync(key.Subject, cancellationToken);
            }
        }

        _hasHeldOfCopy = true;
    }

    private static Aloud? AloudOf(DeliveryRow row) => row.Facts is { } facts ? FactSheet.AloudOf(facts) : null;

    // The edited post tells already; the notice can wait for the morning.
    private static Instant AfterQuietHours(Instant rested, Channel channel, Instant now) =>
        channel.QuietHours?.Around(Instant.Max(rested, now)) is { } quiet ? quiet.End : rested;

    private Instant RestsUntil(DeliveryKey announcement, Notice notice, Instant now)
    {
        if (!_resting.TryGetValue(announcement, out var resting) || resting.Occasion != notice.Occasion)
        {
            resting = (notice.Occasion, now);
            _resting[announcement] = resting;
        }

        return resting.Since + Notices.QuietTime;
    }

    private async Task<bool> SendAsync(
        DeliveryKey key, Notice notice, TalkCatalogue catalogue, Talk talk, Channel channel, Instant dueAt, CancellationToken cancellationToken)
    {
        var platform = platforms.Find(channel.Platform)!;
        var parcel = new Parcel(
            key, channel, dueAt, $"{notice.StepId} of {talk.Id}", () => platform.Render(NoticePost.Of(notice, catalogue, talk, channel), channel));
        return await courier.DeliverAsync(platform, parcel, cancellationToken) is { State: DeliveryState.Sent };
    }

    // Only what was told aloud changes: whether the announcement itself has been corrected meanwhile is another question.
    private async Task RecordAsync(DeliveryKey announcement, Talk talk, CancellationToken cancellationToken)
    {
        var rows = await ledger.ReadAsync([announcement.Subject], cancellationToken);
        if (rows.FirstOrDefault(row => row.Key == announcement) is { Facts: { } facts } row)
        {
            await ledger.RecordFactsAsync(announcement, FactSheet.Tell(facts, Aloud.Of(talk.Start)), row.Reason, cancellationToken);
            await index.RefreshAsync(announcement.Subject, cancellationToken);
        }
    }
}
