using System.Collections.Concurrent;
using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Configuration.Pictures;

namespace BotHost.Configuration;

/// <summary>Finds pictures by what they hold: where a reading saw them, else among the copies in the data folder.</summary>
/// <remarks>Whatever lies under a name by now, only the bytes of the hash are handed out.</remarks>
public sealed class PictureStore(string dataDirectory) : IPictureStore
{
    private readonly ConcurrentDictionary<string, string> _seen = new(StringComparer.Ordinal);

    public async ValueTask<byte[]?> ReadAsync(string hash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hash);
        if (!PictureBytes.IsHash(hash))
        {
            return null;
        }

        var copies = PictureCopies.PathsOf(dataDirectory, hash);
        foreach (var path in _seen.TryGetValue(hash, out var place) ? copies.Prepend(place) : copies)
        {
            if (await PictureBytes.ReadAsync(path, hash, cancellationToken) is { } bytes)
            {
                return bytes;
            }
        }

        return null;
    }

    /// <summary>Remembers where a reading saw its pictures, wherever it was made.</summary>
    public void Learn(CatalogueReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        Saw(reading.Pictures);
    }

    internal void Saw(ImmutableArray<SeenPicture> pictures)
    {
        foreach (var picture in pictures.Where(picture => picture.IsAtHand))
        {
            _seen[picture.Content!.Hash] = picture.File.RealPath;
        }
    }
}
