namespace BotHost.Announcements.Talks;

/// <summary>How well something matches, best first.</summary>
internal enum MatchTier
{
    Id,
    Key,
    WholeName,
    StartOfName,
    Words,
    StartsOfWords,
    PartOfName,
    Typos,
    None,
}
