using BotHost.Announcements.Talks;
using BotHost.Configuration.Files;

namespace BotHost.Configuration.Pictures;

/// <summary>Keeps the pictures of accepted configs in the data folder, each under the name of what it holds, once for all that show it.</summary>
/// <remarks>
/// A post that went out yesterday may be edited tomorrow, whatever became of its picture in the config: what no accepted config
/// shows any more stays for some weeks.
/// </remarks>
internal sealed class PictureCopies(string dataDirectory, TimeProvider machine)
{
    private const string FolderName = "pictures";
    private const string Unfinished = ".tmp";

    /// <summary>How long a picture is kept that no accepted config shows; as long as posts are corrected.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    // Pictures in use are marked as such now and then, not at every edit of a talk.
    private static readonly TimeSpan MarkedEvery = TimeSpan.FromDays(1);

    private readonly string _folder = Path.Combine(dataDirectory, FolderName);

    public string PathOf(PictureFile picture) => Path.Combine(_folder, picture.Name);

    public bool Has(PictureFile picture) => new FileInfo(PathOf(picture)) is { Exists: true } file && file.Length == picture.Length;

    /// <summary>Where a picture of this hash would lie, in each of the formats.</summary>
    public static IEnumerable<string> PathsOf(string dataDirectory, string hash) =>
        Enum.GetValues<PictureFormat>().Select(format => Path.Combine(dataDirectory, FolderName, new PictureFile(hash, format, 0, 0, 0).Name));

    /// <summary>Copies what is not there yet. A picture that changed after it was looked at is passed over: it will be looked at again.</summary>
    /// <exception cref="IOException">The data folder cannot be written.</exception>
    public void Keep(IEnumerable<SeenPicture> pictures)
    {
        foreach (var picture in pictures.Where(picture => picture.IsAtHand).DistinctBy(picture => picture.Content!.Hash))
        {
            var content = picture.Content!;
            if (!Has(content) && BytesOf(picture.File, content) is { } bytes)
            {
                Directory.CreateDirectory(_folder);
                var temporary = $"{PathOf(content)}.{Guid.NewGuid():N}{Unfinished}";
                DurableFile.Write(temporary, bytes);
                File.Move(temporary, PathOf(content), overwrite: true);
            }
        }
    }

    /// <summary>Notes that these are in use, and removes those that have not been for long; what resists is left for the next time.</summary>
    public void Tidy(IEnumerable<PictureFile> inUse)
    {
        try
        {
            if (!Directory.Exists(_folder))
            {
                return;
            }

            var now = machine.GetUtcNow().UtcDateTime;
            var names = inUse.Select(picture => picture.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var file in new DirectoryInfo(_folder).EnumerateFiles().Where(IsOurs))
            {
                if (names.Contains(file.Name))
                {
                    Mark(file, now);
                }
                else if (now - file.LastWriteTimeUtc > KeptFor)
                {
                    file.Delete();
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    private static void Mark(FileInfo file, DateTime now)
    {
        if (now - file.LastWriteTimeUtc > MarkedEvery)
        {
            file.LastWriteTimeUtc = now;
        }
    }

    private static bool IsOurs(FileInfo file) => PictureBytes.IsHash(file.Name.Split('.')[0]);

    private static byte[]? BytesOf(ListedFile file, PictureFile content)
    {
        try
        {
            return new FileInfo(file.RealPath) is { Exists: true, Length: > 0 and <= PictureShelf.MaxBytes }
                && SourceFileReader.ReadBounded(file) is { } bytes
                && PictureBytes.HashOf(bytes) == content.Hash
                    ? bytes
                    : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
