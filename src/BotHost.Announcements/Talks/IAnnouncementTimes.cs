using NodaTime;

namespace BotHost.Announcements.Talks;

/// <summary>Knows when the announcement of a talk is due by its campaign.</summary>
public interface IAnnouncementTimes
{
    /// <summary>Null: nothing announces it, or it has no date to count from.</summary>
    Instant? DueTimeOf(TalkCatalogue catalogue, Talk talk);
}
