using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>What the ledger and the planner tell about when members may know of a talk.</summary>
internal sealed class LedgerTalks(LedgerIndex index) : IAnnouncedTalks, IAnnouncementTimes
{
    public IReadOnlySet<TalkId> Announced => index.Announced;

    public Instant? DueTimeOf(TalkCatalogue catalogue, Talk talk) => CampaignPlanner.AnnounceTime(catalogue, talk);
}
