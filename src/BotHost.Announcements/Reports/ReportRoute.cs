using System.Collections.Concurrent;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Reports;

/// <summary>
/// The one way to the moderators: the chats that the config names, each of them; where none can be reached, the listed users in private, on every
/// platform; where nobody can be reached, the log and <c>/status</c>. What was told stands in the ledger, so nothing is told twice in one place, and what
/// was decided meanwhile is told nowhere any more.
/// </summary>
public sealed class ReportRoute(
    ITalkSource talks,
    LedgerIndex index,
    PlatformDirectory platforms,
    PrivateChats privateChats,
    UntoldReports untold,
    ReportQuestions questions,
    Courier courier,
    Retries retries,
    IClock campaign,
    TimeProvider machine)
{
    /// <summary>How long the configured chats may keep a report waiting before it goes to the listed users in private as well.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    // Whether it was asked for since the last look, and since when it waits.
    private readonly ConcurrentDictionary<DeliveryKey, (bool IsAsked, long Since)> _waiting = new();

    /// <summary>
    /// The reports that came back and are tried again when their back-off is over. What could be tried since the last look, and was not asked for, is
    /// forgotten: what it told of is over, and an entry that nobody asks for would wake the bot for ever.
    /// </summary>
    public IReadOnlyCollection<DeliveryKey> CollectWaiting()
    {
        foreach (var (key, waiting) in _waiting)
        {
            if (waiting.IsAsked || !retries.MayTry(key))
            {
                _waiting.TryUpdate(key, waiting with { IsAsked = false }, waiting);
            }
            else
            {
                _waiting.TryRemove(KeyValuePair.Create(key, waiting));
            }
        }

        return [.. _waiting.Keys];
    }

    /// <summary>Tells it wherever it was not told yet. May be asked as often as one likes.</summary>
    public async Task<Telling> TellAsync(Report report, CancellationToken cancellationToken)
    {
        var moderators = talks.Current.Moderators;
        var chats = moderators.Select(rules => rules.ReportTo).OfType<ChannelAddress>().ToList();
        var inChats = await TryAsync(report, chats, cancellationToken);
        // While one of the chats may soon take it, nobody is written to in private.
        var hasWaitedTooLong = HasWaitedTooLong(report, chats);
        if (inChats.Any(reach => reach is Reach.Told or Reach.Over) || (inChats.Contains(Reach.Waiting) && !hasWaitedTooLong))
        {
            return Conclude(report, inChats, isRouteOpen: true);
        }

        var inPrivate = await TryAsync(report, await privateChats.OpenAsync(moderators, cancellationToken), cancellationToken);
        return Conclude(report, [.. inChats, .. inPrivate], moderators.Any(rules => rules.ReportTo is not null || !rules.Users.IsEmpty), hasWaitedTooLong);
    }

    /// <summary>Tells it in one place only, and nowhere else where that fails.</summary>
    public async Task<Reach> TellThereAsync(Report report, ChannelAddress place, CancellationToken cancellationToken)
    {
        var reach = await ReachAsync(report, place, cancellationToken);
        var key = report.KeyIn(place);
        if (reach is Reach.Waiting)
        {
            _waiting.AddOrUpdate(key, (true, machine.GetTimestamp()), (_, waiting) => waiting with { IsAsked = true });
        }
        else
        {
            _waiting.TryRemove(key, out _);
        }

        return reach;
    }

    // Since the first of them keeps it; a restart begins anew.
    private bool HasWaitedTooLong(Report report, IEnumerable<ChannelAddress> chats) => chats.Any(chat =>
        _waiting.TryGetValue(report.KeyIn(chat), out var waiting) && machine.GetElapsedTime(waiting.Since) >= LongestWait);

    private async Task<List<Reach>> TryAsync(Report report, IEnumerable<ChannelAddress> places, CancellationToken cancellationToken)
    {
        var reached = new List<Reach>();
        foreach (var place in places.Distinct())
        {
            reached.Add(await TellThereAsync(report, place, cancellationToken));
        }

        return reached;
    }

    private Telling Conclude(Report report, List<Reach> reached, bool isRouteOpen, bool hasWaitedTooLong = false)
    {
        var isTold = reached.Any(reach => reach is Reach.Told or Reach.Over);
        if (isTold)
        {
            untold.Remove(report);
        }
        else if (hasWaitedTooLong || !reached.Contains(Reach.Waiting))
        {
            untold.Add(report);
        }

        var mayChange = reached.Any(reach => reach is Reach.Waiting or Reach.Unreachable) || (!isTold && isRouteOpen);
        return new Telling(isTold, !mayChange);
    }

    private async Task<Reach> ReachAsync(Report report, ChannelAddress place, CancellationToken cancellationToken)
    {
        var key = report.KeyIn(place);
        if (platforms.Find(place.Platform) is not { } platform)
        {
            return Reach.Refused;
        }

        if (Standing(platform, key) is { } standing and not Reach.Waiting)
        {
            return standing;
        }

        if (await questions.IsDecidedAsync(report, cancellationToken))
        {
            return Reach.Over;
        }

        if (platforms.WhyHeld(place) is not null)
        {
            return Reach.Unreachable;
        }

        if (!retries.MayTry(key))
        {
            return Reach.Waiting;
        }

        var post = await report.Compose(cancellationToken);
        var channel = Moderators.ChannelAt(place, talks.Current);
        var sheet = post.Actions is [{ Row: var question }, ..] ? new ReportSheet(question, IsClosed: false) : null;
        var parcel = new Parcel(key, channel, campaign.GetCurrentInstant(), $"{report.Step} of {report.Subject}", () => platform.Render(post, channel), sheet?.Write());
        await courier.DeliverAsync(platform, parcel, cancellationToken);
        // A refusal of the place or of the bot gives the report back, and closes the way.
        return Standing(platform, key) switch
        {
            null or Reach.Waiting => platforms.WhyHeld(place) is null ? Reach.Waiting : Reach.Unreachable,
            var reached => reached.Value,
        };
    }

    private Reach? Standing(IChatPlatform platform, DeliveryKey key) => index.Find(key) switch
    {
        null => null,
        { State: DeliveryState.Sent } => Reach.Told,
        { State: DeliveryState.Unknown } row => courier.MayRepeat(platform, row) ? Reach.Waiting : Reach.Told,
        { State: DeliveryState.Retry or DeliveryState.Sending } => Reach.Waiting,
        _ => Reach.Refused,
    };
}
