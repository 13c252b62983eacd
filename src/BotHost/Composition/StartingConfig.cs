using BotHost.Announcements.Talks;
using BotHost.Configuration;

namespace BotHost.Composition;

/// <summary>The config that a bot starts on.</summary>
/// <param name="Directory">The config folder.</param>
/// <param name="InForce">A reading without errors: the folder's, or that of the copy that was accepted last.</param>
/// <param name="Folder">The folder's own reading.</param>
internal sealed record StartingConfig(string Directory, CatalogueReading InForce, CatalogueReading Folder)
{
    public TalkCatalogue Catalogue => InForce.Catalogue!;
}
