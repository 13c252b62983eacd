namespace BotHost.Announcements.Delivery;

/// <summary>The rungs of the fit ladder: content is abridged, not characters.</summary>
public enum PostDetail
{
    Full,
    ShortBios,
    NamesOnly,

    /// <summary>Names only, and of the summary its first paragraph.</summary>
    ShortSummary,

    /// <summary>Title, time, place and links.</summary>
    FactsOnly,
}
