using System.Security.Cryptography;
using System.Text;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>Posts an announcement because a moderator said so: the way and the key are those of the automatic one, so it is never there twice.</summary>
internal sealed partial class OrderedAnnouncements(
    ITalkSource talks,
    ILedger ledger,
    LedgerIndex index,
    KnowledgeKeeper keeper,
    PlatformDirectory platforms,
    FitLadder ladder,
    Courier courier,
    IClock campaign,
    ILogger<OrderedAnnouncements> logger) : IAnnouncements
{
    public Task<AnnouncementPreview> PreviewAsync(TalkId talk, CancellationToken cancellationToken)
    {
        var catalogue = talks.Current;
        var orders = OrdersOf(catalogue, talk);
        var channels = orders.Select(StatusOf).ToList();
        var shown = orders.FirstOrDefault(order => platforms.Find(order.Channel.Platform) is not null);
        if (shown is null)
        {
            return Task.FromResult(new AnnouncementPreview(null, channels, ""));
        }

        var platform = platforms.Find(shown.Channel.Platform)!;
        var post = ladder.Climb(platform, catalogue, shown.Talk, shown.Step, shown.Channel, campaign.GetCurrentInstant()).Post;
        return Task.FromResult(new AnnouncementPreview(post, channels, HashOf(catalogue, orders)));
    }

    public async Task<IReadOnlyList<AnnouncementResult>> PostNowAsync(TalkId talk, string orderedBy, CancellationToken cancellationToken)
    {
        Log.AnnouncementOrdered(logger, talk, orderedBy);
        var orders = OrdersOf(talks.Current, talk).Where(order => StatusOf(order).Pending);
        return await Task.WhenAll(orders.Select(order => PostAsync(order, cancellationToken)));
    }

    public async Task<IReadOnlyList<AnnouncementResult>> HoldAsync(TalkId talk, string orderedBy, CancellationToken cancellationToken)
    {
        Log.AnnouncementHeld(logger, talk, orderedBy);
        var results = new List<AnnouncementResult>();
        foreach (var order in OrdersOf(talks.Current, talk))
        {
            await ledger.SettleAsync(order.Key, DeliveryState.Held, $"{DeliveryPolicy.HeldBy}{orderedBy}", order.DueAt, order.DueAt, cancellationToken);
            await index.RefreshAsync(order.Key.Subject, cancellationToken);
            var row = index.Find(order.Key)!;
            results.Add(new AnnouncementResult(order.Channel, row.State, row.Reason));
        }

        return results;
    }

    public async Task<AnnouncementResult?> DecideAsync(string delivery, bool approved, string decidedBy, CancellationToken cancellationToken)
    {
        var now = campaign.GetCurrentInstant();
        var planned = CampaignPlanner.Plan(talks.Current, Instant.MinValue, Instant.MaxValue).FirstOrDefault(planned => planned.Key.ToString() == delivery);
        if (planned is null || now > planned.LatestAt)
        {
            return null;
        }

        if (approved)
        {
            Log.PostApproved(logger, planned.Key, decidedBy);
            return await PostAsync(planned, cancellationToken);
        }

        Log.PostDeclined(logger, planned.Key, decidedBy);
        await ledger.SettleAsync(planned.Key, DeliveryState.Skipped, $"declined by {decidedBy}", planned.DueAt, now, cancellationToken);
        await index.RefreshAsync(planned.Key.Subject, cancellationToken);
        var row = index.Find(planned.Key)!;
        return new AnnouncementResult(planned.Channel, row.State, row.Reason);
    }

    private async Task<AnnouncementResult> PostAsync(PlannedDelivery order, CancellationToken cancellationToken)
    {
        if (index.Find(order.Key)?.State is DeliveryState.Held or DeliveryState.Skipped or DeliveryState.Failed)
        {
            // On record before the row goes: else a pass in between, while this waits for its turn, would hold it again.
            await keeper.ReleaseAsync([order.Key], campaign.GetCurrentInstant(), cancellationToken);
            await ledger.ReleaseAsync(order.Key, cancellationToken);
            await index.RefreshAsync(order.Key.Subject, cancellationToken);
        }

        var platform = platforms.Find(order.Channel.Platform)!;
        var (state, reason) = await courier.DeliverAsync(platform, order, cancellationToken);
        return new AnnouncementResult(order.Channel, state, reason);
    }

    private ChannelStatus StatusOf(PlannedDelivery order)
    {
        if (platforms.WhyHeld(order.Channel.Platform) is { } held)
        {
            return new ChannelStatus(order.Channel, $"held: {held}", Pending: false);
        }

        return index.Find(order.Key) switch
        {
            { State: DeliveryState.Sent } => new ChannelStatus(order.Channel, "posted already", Pending: false),
            { State: DeliveryState.Sending } => new ChannelStatus(order.Channel, "on its way", Pending: false),
            { State: DeliveryState.Unknown } row => new ChannelStatus(order.Channel, $"unknown: {row.Reason}; look into the channel", Pending: false),
            { } row => new ChannelStatus(order.Channel, $"will be posted ({row.State.ToString().ToLowerInvariant()}: {row.Reason})", Pending: true),
            null => new ChannelStatus(order.Channel, "will be posted", Pending: true),
        };
    }

    private List<PlannedDelivery> OrdersOf(TalkCatalogue catalogue, TalkId id)
    {
        if (!catalogue.Talks.TryGetValue(id, out var talk))
        {
            return [];
        }

        var step = AnnouncementStep.Of(catalogue, talk);
        var now = campaign.GetCurrentInstant();
        return
        [
            .. catalogue.ChannelsOf(talk).Select(channel =>
                new PlannedDelivery(CampaignPlanner.KeyOf(talk, step, channel), talk, step, channel, now, Instant.MaxValue)),
        ];
    }

    // Rendered at a fixed instant, so that the hash follows the talk and its channels, and not the time that passes.
    private string HashOf(TalkCatalogue catalogue, IEnumerable<PlannedDelivery> orders)
    {
        var shown = new StringBuilder();
        foreach (var order in orders)
        {
            var platform = platforms.Find(order.Channel.Platform);
            var payloads = platform is null
                ? []
                : ladder.Climb(platform, catalogue, order.Talk, order.Step, order.Channel, Instant.FromUnixTimeSeconds(0)).Result switch
                {
                    RenderResult.Fits fits => fits.Payloads,
                    _ => [],
                };
            shown.Append(order.Key).Append('|').Append(StatusOf(order).Pending).AppendJoin('|', payloads).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown.ToString())));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{OrderedBy} ordered the announcement of {Talk}")]
        public static partial void AnnouncementOrdered(ILogger logger, TalkId talk, string orderedBy);

        [LoggerMessage(2, LogLevel.Information, "{OrderedBy} held back the announcement of {Talk}")]
        public static partial void AnnouncementHeld(ILogger logger, TalkId talk, string orderedBy);

        [LoggerMessage(3, LogLevel.Information, "{DecidedBy} approved {Key}")]
        public static partial void PostApproved(ILogger logger, DeliveryKey key, string decidedBy);

        [LoggerMessage(4, LogLevel.Information, "{DecidedBy} declined {Key}")]
        public static partial void PostDeclined(ILogger logger, DeliveryKey key, string decidedBy);
    }
}
