using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Campaigns;

/// <summary>One post that the catalogue wants: which, where, when, and until when it makes sense.</summary>
public sealed record PlannedDelivery(DeliveryKey Key, Talk Talk, Step Step, Channel Channel, Instant DueAt, Instant LatestAt)
{
    /// <summary>The name under which the ledger remembers having seen the step.</summary>
    public string StepSighting => $"{Talk.Campaign}/{Step.Id}";

    /// <summary>Whether a moderator is asked before it goes out.</summary>
    public bool NeedsApproval => Step.NeedsApproval || (Talk.NeedsApproval && Step.Kind is StepKind.Announcement);
}
