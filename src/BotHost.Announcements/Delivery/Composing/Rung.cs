namespace BotHost.Announcements.Delivery.Composing;

/// <summary>How much is told in one language: content is abridged, not characters.</summary>
public enum Rung
{
    Full,
    ShortBios,
    NamesOnly,

    /// <summary>Names only, and of the summary its first passages and where to read more; in a language that does not lead, title and first paragraph.</summary>
    ShortSummary,

    /// <summary>Title, time, place and links; in a language that does not lead, the title.</summary>
    FactsOnly,

    /// <summary>Nothing: only for languages that do not lead.</summary>
    Gone,
}
