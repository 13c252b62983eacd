namespace BotHost.Announcements.Lint.Names;

/// <summary>What a passage is; titles follow other habits than prose.</summary>
internal enum PassageKind
{
    Title,
    Summary,
    Bio,
}
