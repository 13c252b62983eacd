using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Files;

namespace BotHost.Configuration.Pictures;

/// <summary>Looks at the pictures that entries name, on all processors, and at those that have not changed not again.</summary>
/// <remarks>A picture is known by its real path, its length and the time of its last writing: the reading after an edit must not hash them all.</remarks>
internal sealed class PictureShelf
{
    /// <summary>The most that a picture may hold: what the stricter platform takes, less the room for the rest of the message.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    private Dictionary<string, SeenPicture> _last = [];

    /// <param name="directory">The config folder.</param>
    /// <param name="names">The pictures' paths in it; each is looked at once.</param>
    /// <param name="kept">The pictures of an accepted copy, which holds none itself; null for a folder that does.</param>
    public ImmutableArray<SeenPicture> LookAtAll(string directory, IEnumerable<string> names, KeptPictures? kept)
    {
        ImmutableArray<string> distinct = [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var listed = PictureListing.LookAtAll(directory, distinct);
        var last = _last;
        var seen = new SeenPicture[distinct.Length];
        Parallel.For(0, distinct.Length, index => seen[index] = kept?.Find(distinct[index]) ?? LookAt(listed[index], last));

        // The config's own folder is read again and again, an accepted copy once.
        if (kept is null)
        {
            _last = seen.ToDictionary(picture => picture.Name, StringComparer.Ordinal);
        }

        return [.. seen];
    }

    private static SeenPicture LookAt(ListedFile file, Dictionary<string, SeenPicture> last) =>
        last.TryGetValue(file.Path, out var before) && before.File == file && before.Problem is not PictureProblem.Unreadable ? before : LookInto(file);

    // The length comes first: a file of gigabytes costs no more than its name.
    private static SeenPicture LookInto(ListedFile file) => file switch
    {
        { Standing: FileStanding.Missing } => new SeenPicture(file, null, PictureProblem.Missing),
        { Standing: FileStanding.Folder } => new SeenPicture(file, null, PictureProblem.Folder),
        { Standing: FileStanding.Outside } => new SeenPicture(file, null, PictureProblem.Outside),
        { Length: 0 } => new SeenPicture(file, null, PictureProblem.Empty),
        { Length: > MaxBytes } => new SeenPicture(file, null, PictureProblem.TooLarge),
        _ => Read(file),
    };

    private static SeenPicture Read(ListedFile file)
    {
        byte[] bytes;
        try
        {
            bytes = SourceFileReader.ReadBounded(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new SeenPicture(file, null, PictureProblem.Unreadable);
        }

        return PictureHeader.Read(bytes) is { } header
            ? new SeenPicture(file, new PictureFile(PictureBytes.HashOf(bytes), header.Format, header.Width, header.Height, bytes.Length), null)
            : new SeenPicture(file, null, PictureHeader.FormatOf(bytes) is null ? PictureProblem.NoPicture : PictureProblem.Broken);
    }
}
