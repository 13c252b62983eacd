using System.Collections.Concurrent;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Reports;

/// <summary>
/// The one way to the moderators: the chats that the config names, each of them; where none can be reached, the listed users in private, on every
/// platform; where nobody can be reached, the log and <c>/status</c>. What was told stands in the ledger, so nothing is told twice in one place.
/// </summary>
public sealed class ReportRoute(
    ITalkSource talks,
    LedgerIndex index,
    PlatformDirectory platforms,
    PrivateChats privateChats,
    UntoldReports untold,
    Courier courier,
    Retries retries,
    IClock campaign)
{
    // Whether it was asked for since the last look.
    private readonly ConcurrentDictionary<DeliveryKey, bool> _waiting = new();

    /// <summary>
    /// The reports that came back and are tried again when their back-off is over. What could be tried since the last look, and was not asked for, is
    /// forgotten: what it told of is over, and an entry that nobody asks for would wake the bot for ever.
    /// </summary>
    public IReadOnlyCollection<DeliveryKey> CollectWaiting()
    {
        foreach (var (key, isAsked) in _waiting)
        {
            if (isAsked || !retries.MayTry(key))
            {
                _waiting.TryUpdate(key, false, isAsked);
            }
            else
            {
                _waiting.TryRemove(KeyValuePair.Create(key, false));
            }
        }

        return [.. _waiting.Keys];
    }

    /// <summary>Tells it wherever it was not told yet. May be asked as often as one likes.</summary>
    public async Task<Telling> TellAsync(Report report, CancellationToken cancellationToken)
    {
        var moderators = talks.Current.Moderators;
        var inChats = await TryAsync(report, moderators.Select(rules => rules.ReportTo).OfType<ChannelAddress>(), cancellationToken);
        // While one of the chats may still take it, nobody is written to in private.
        if (inChats.Any(reach => reach is Reach.Told or Reach.Waiting))
        {
            return Conclude(report, inChats, isRouteOpen: true);
        }

        var inPrivate = await TryAsync(report, await privateChats.OpenAsync(moderators, cancellationToken), cancellationToken);
        return Conclude(report, [.. inChats, .. inPrivate], moderators.Any(rules => rules.ReportTo is not null || !rules.Users.IsEmpty));
    }

    /// <summary>Tells it in one place only, and nowhere else where that fails.</summary>
    public async Task<Reach> TellThereAsync(Report report, ChannelAddress place, CancellationToken cancellationToken)
    {
        var reach = await ReachAsync(report, place, cancellationToken);
        var key = report.KeyIn(place);
        if (reach is Reach.Waiting)
        {
            _waiting[key] = true;
        }
        else
        {
            _waiting.TryRemove(key, out _);
        }

        return reach;
    }

    private async Task<List<Reach>> TryAsync(Report report, IEnumerable<ChannelAddress> places, CancellationToken cancellationToken)
    {
        var reached = new List<Reach>();
        foreach (var place in places.Distinct())
        {
            reached.Add(await TellThereAsync(report, place, cancellationToken));
        }

        return reached;
    }

    private Telling Conclude(Report report, List<Reach> reached, bool isRouteOpen)
    {
        var isTold = reached.Contains(Reach.Told);
        if (isTold)
        {
            untold.Remove(report);
        }
        else if (!reached.Contains(Reach.Waiting))
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

        if (platforms.WhyHeld(place) is not null)
        {
            return Reach.Unreachable;
        }

        if (!retries.MayTry(key))
        {
            return Reach.Waiting;
        }

        var post = await report.Compose(cancellationToken);
        var channel = new Channel { Id = new ChannelId("moderators"), Address = place, Languages = talks.Current.Community.Languages };
        var parcel = new Parcel(key, channel, campaign.GetCurrentInstant(), $"{report.Step} of {report.Subject}", () => platform.Render(post, channel));
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
