namespace BotHost.Announcements.Talks;

/// <summary>One rule of the lint. Every room contributes rules of its own.</summary>
public interface ICatalogueRule
{
    IEnumerable<Finding> Check(TalkCatalogue catalogue);
}
