using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using BotHost.Configuration.Files;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Watching;

/// <summary>By what a config folder is known again.</summary>
/// <param name="Shape">From names, real places, lengths and times: cheap, and different after nearly every edit.</param>
/// <param name="Content">From the bytes of every file that would be read, and the state of what would not.</param>
/// <param name="Folders">The real folders that hold the files.</param>
internal sealed record FolderFingerprint(string Shape, string Content, IReadOnlyList<string> Folders)
{
    public bool IsSameAs(FolderFingerprint other) => Content == other.Content;

    /// <summary>Looks at the folder; its files are hashed only if the shape is another one than before, or if that is asked for.</summary>
    public static FolderFingerprint Take(string directory, FolderFingerprint? before, bool thorough)
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
        var shape = ShapeOf(files, findings, listing.Folders);
        return !thorough && before is not null && before.Shape == shape
            ? before
            : new FolderFingerprint(shape, ContentOf(files, findings), listing.Folders);
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
            Append(hash, $"{file.Path}\0{file.RealPath}\0{file.Standing}\0{file.Length}\0{file.Written}");
        }

        return Finish(hash, findings);
    }

    private static string ContentOf(IEnumerable<ListedFile> files, FindingList findings)
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

        return Finish(hash, findings);
    }

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
