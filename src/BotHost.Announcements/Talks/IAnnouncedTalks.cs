namespace BotHost.Announcements.Talks;

/// <summary>Knows the talks of which a post was sent, from memory.</summary>
public interface IAnnouncedTalks
{
    IReadOnlySet<TalkId> Announced { get; }
}
