using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Delivery;

/// <summary>Says whose announcement a moderator holds back: nobody is reminded of such a talk. Pure.</summary>
public static class HeldBack
{
    /// <summary>In the words of the announcement's own row, also when its time is over; null where nobody holds it.</summary>
    public static string? By(TalkCatalogue catalogue, PlannedDelivery planned, Func<DeliveryKey, DeliveryRow?> find) =>
        find(CampaignPlanner.KeyOf(planned.Talk, AnnouncementStep.Of(catalogue, planned.Talk), planned.Channel)) is { State: DeliveryState.Held or DeliveryState.Skipped } row
        && row.Reason.StartsWith(DeliveryPolicy.HeldBy, StringComparison.Ordinal)
            ? row.Reason.Split(';')[0]
            : null;
}
