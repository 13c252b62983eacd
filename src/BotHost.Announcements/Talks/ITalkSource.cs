namespace BotHost.Announcements.Talks;

/// <summary>The catalogue that is in force; a reload swaps it as a whole.</summary>
public interface ITalkSource
{
    TalkCatalogue Current { get; }

    /// <summary>Raised after a swap, on the thread that swapped; handlers only signal, they do no work.</summary>
    event Action? Changed;
}
