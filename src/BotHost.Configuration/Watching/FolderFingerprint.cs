using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BotHost.Configuration.Files;
using BotHost.Configuration.Pictures;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Watching;

/// <summary>By what a config folder is known again.</summary>
/// <param name="Shape">From names, real places, lengths and times: cheap, and different after nearly every edit.</param>
/// <param name="Content">From the bytes of every file that would be read, the state of what would not, and lengths and times of pictures.</param>
/// <param name="Folders">The real folders that hold the files.</param>
internal sealed record FolderFingerprint(string Shape, string Content, IReadOnlyList<string> Folders)
{
    public bool IsSameAs(FolderFingerprint other) => Content == other.Content;

    /// <summary>Looks at the folder; its files are hashed only if the shape is another one than before, or if that is asked for.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="before">The one of the last look.</param>
    /// <param name="thorough">Whether files are hashed in any case.</param>
    /// <param name="pictures">The pictures that the entries name.</param>
    public static FolderFingerprint Take(string directory, FolderFingerprint? before, bool thorough, ImmutableArray<string> pictures = default)
    {
        var findings = new FindingList();
        FolderListing listing;
        try
        {
            listing = FolderListing.Of(directory, findings);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new FolderFingerprint(exception.Message, exception.Message, []);
        }

        var files = listing.Main is null ? listing.Files : listing.Files.Insert(0, listing.Main);
        var shown = PictureListing.LookAtAll(directory, pictures);
        ImmutableArray<string> folders = [.. listing.Folders.Union(PictureListing.FoldersOf(shown))];
        var shape = ShapeOf(files.AddRange(shown), findings, folders);
        return !thorough && before is not null && before.Shape == shape
            ? before
            : new FolderFingerprint(shape, ContentOf(files, shown, findings), folders);
    }

    private static string ShapeOf(IEnumerable<ListedFile> files, FindingList findings, IEnumerable<string> folders)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var folder in folders)
        {
            Append(hash, folder);
        }

        foreach (var file in files)
        {
            Append(hash, StateOf(file));
        }

        return Finish(hash, findings);
    }

    private static string ContentOf(IEnumerable<ListedFile> files, IEnumerable<ListedFile> pictures, FindingList findings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            Append(hash, $"{file.Path}\0{file.Standing}\0{file.Length}");
            if (!file.MayBeOpened)
            {
                continue;
            }

            try
            {
                hash.AppendData(SourceFileReader.ReadBounded(file));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Append(hash, exception.GetType().Name);
            }
        }

        // Pictures are large, and a touched one is only looked at again.
        foreach (var picture in pictures)
        {
            Append(hash, StateOf(picture));
        }

        return Finish(hash, findings);
    }

    private static string StateOf(ListedFile file) => $"{file.Path}\0{file.RealPath}\0{file.Standing}\0{file.Length}\0{file.Written}";

    private static string Finish(IncrementalHash hash, FindingList findings)
    {
        foreach (var finding in findings.Sorted())
        {
            Append(hash, finding.ToString());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text) + 1;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        buffer[Encoding.UTF8.GetBytes(text, buffer)] = (byte)'\n';
        hash.AppendData(buffer, 0, length);
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
