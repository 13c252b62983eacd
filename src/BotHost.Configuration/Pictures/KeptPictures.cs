using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Files;

namespace BotHost.Configuration.Pictures;

/// <summary>What an accepted copy says of its pictures: their names and what they hold. The bytes lie beside it, once for all copies.</summary>
/// <remarks>It counts only for copies in the data folder; in a config folder the file would be any other.</remarks>
internal sealed class KeptPictures
{
    public const string FileName = "pictures.index";

    private readonly FrozenDictionary<string, PictureFile> _contents;
    private readonly PictureCopies _copies;

    private KeptPictures(IEnumerable<KeyValuePair<string, PictureFile>> contents, PictureCopies copies)
    {
        _contents = contents.ToFrozenDictionary(StringComparer.Ordinal);
        _copies = copies;
    }

    public IEnumerable<PictureFile> Contents => _contents.Values;

    public static KeptPictures Read(string copy, PictureCopies copies)
    {
        try
        {
            return new KeptPictures(File.ReadLines(Path.Combine(copy, FileName)).Select(Parse).OfType<KeyValuePair<string, PictureFile>>().DistinctBy(line => line.Key), copies);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A copy of a config without pictures has none.
            return new KeptPictures([], copies);
        }
    }

    /// <summary>The index as a file of the copy; null where there is nothing to tell.</summary>
    public static SourceFile? IndexOf(ImmutableArray<SeenPicture> pictures)
    {
        var text = string.Concat(pictures.Where(picture => picture.Content is not null).Select(picture =>
            string.Create(CultureInfo.InvariantCulture, $"{picture.Content!.Hash} {picture.Content.Format} {picture.Content.Width} {picture.Content.Height} {picture.Content.Length} {picture.Name}\n")));
        return text.Length == 0 ? null : new SourceFile(FileName, [.. Encoding.UTF8.GetBytes(text)], text);
    }

    /// <returns>Null where the copy knows no such picture, or its bytes are gone.</returns>
    public SeenPicture? Find(string name) => _contents.TryGetValue(name, out var content) && _copies.Has(content)
        ? new SeenPicture(new ListedFile(name, _copies.PathOf(content), FileStanding.File, content.Length, 0), content, null)
        : null;

    /// <summary>
    /// The picture as it was accepted, where its file is missing, half written or broken by now: a file on its way takes no poster
    /// from posts that were sent. One that was linked out of the folder is refused all the same.
    /// </summary>
    public SeenPicture StandInFor(SeenPicture seen) => seen is { Content: null, Problem: not PictureProblem.Outside } && Find(seen.Name) is { Content: { } content }
        ? seen with { Content = content }
        : seen;

    private static KeyValuePair<string, PictureFile>? Parse(string line) =>
        line.Split(' ', 6) is [var hash, var format, var width, var height, var length, var name]
        && PictureBytes.IsHash(hash)
        && Enum.TryParse<PictureFormat>(format, out var known) && Enum.IsDefined(known)
        && int.TryParse(width, CultureInfo.InvariantCulture, out var across)
        && int.TryParse(height, CultureInfo.InvariantCulture, out var down)
        && long.TryParse(length, CultureInfo.InvariantCulture, out var bytes)
            ? KeyValuePair.Create(name, new PictureFile(hash, known, across, down, bytes))
            : null;
}
