using NodaTime;

namespace BotHost.Announcements.Talks;

/// <summary>Gives every member-facing surface what it may show at this moment.</summary>
public sealed class PublicCatalogueSource(ITalkSource talks, IClock clock, IAnnouncedTalks announced, IAnnouncementTimes times)
{
    /// <summary>Made anew by each call, because visibility moves with the clock.</summary>
    public PublicCatalogue Current
    {
        get
        {
            var catalogue = talks.Current;
            return new PublicCatalogue(catalogue, clock.GetCurrentInstant(), announced.Announced, talk => times.DueTimeOf(catalogue, talk));
        }
    }
}
