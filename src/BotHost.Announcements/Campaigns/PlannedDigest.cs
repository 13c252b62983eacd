using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Campaigns;

/// <summary>One look ahead at a series: for which channel, when, and until when it makes sense.</summary>
public sealed record PlannedDigest(DeliveryKey Key, Series Series, Step Step, Channel Channel, Instant DueAt, Instant LatestAt)
{
    /// <summary>The name under which the ledger remembers having seen the step.</summary>
    public string StepSighting => $"{Series.Campaign}/{Step.Id}";
}
