using BotHost.Announcements.Talks;

namespace BotHost.Configuration;

/// <summary>Holds the catalogue that is in force.</summary>
public sealed class CatalogueStore : ITalkSource
{
    private volatile TalkCatalogue? _current;

    public event Action? Changed;

    /// <summary>Whether a catalogue was taken yet.</summary>
    public bool HasCatalogue => _current is not null;

    /// <exception cref="InvalidOperationException">No catalogue was taken yet: read one and swap it in before anything asks.</exception>
    public TalkCatalogue Current => _current ?? throw new InvalidOperationException("No catalogue was taken yet.");

    /// <summary>Puts a catalogue in force as a whole.</summary>
    public void Swap(TalkCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        _current = catalogue;
        Changed?.Invoke();
    }
}
