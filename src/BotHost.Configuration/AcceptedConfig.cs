using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Files;
using BotHost.Configuration.Pictures;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration;

/// <summary>Keeps a copy of the config that was accepted last, so that a broken edit does not keep the bot from starting.</summary>
/// <remarks>
/// The copy is a folder named after its content, and one small file names the folder that counts. That file is replaced by a
/// rename, so that a crash at any moment leaves the old copy or the new one, never a mixture. The pictures lie in a folder of their
/// own, so that an edit of one talk does not copy them all.
/// </remarks>
/// <param name="dataDirectory">Where it is kept.</param>
/// <param name="machine">By which pictures that nobody shows any more grow old; null: this machine's own.</param>
public sealed class AcceptedConfig(string dataDirectory, TimeProvider? machine = null)
{
    private const string FolderName = "accepted-config";

    private readonly string _root = Path.Combine(dataDirectory, FolderName);
    private readonly PictureCopies _pictures = new(dataDirectory, machine ?? TimeProvider.System);

    private string Pointer => Path.Combine(_root, "current");

    /// <summary>Whether there is a copy.</summary>
    public bool Exists => CurrentName() is not null;

    /// <summary>The copy's folder: a config folder, without its pictures.</summary>
    /// <exception cref="InvalidOperationException">There is no copy.</exception>
    public string Directory => CurrentName() is { } name
        ? Path.Combine(_root, name)
        : throw new InvalidOperationException($"No accepted config is kept in '{_root}'.");

    /// <summary>Whether what was read is what is kept already, byte by byte.</summary>
    internal static bool AreSame(CatalogueReading one, CatalogueReading other) => NameOf(FilesOf(one)) == NameOf(FilesOf(other));

    /// <summary>Reads the copy, with the pictures that it was accepted with.</summary>
    /// <exception cref="InvalidOperationException">There is no copy.</exception>
    public CatalogueReading Read(CatalogueReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var copy = Directory;
        return reader.Read(copy, KeptPictures.Read(copy, _pictures));
    }

    /// <summary>
    /// Reads the folder as an edit of the copy: a picture that was good when it was accepted, and is missing or broken now, stays
    /// what it was for as long as an entry names it. Where there is no copy of this folder, it is read as it is.
    /// </summary>
    public CatalogueReading ReadEdit(CatalogueReader reader, string configDirectory)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var before = IsFrom(configDirectory) && CurrentName() is { } name ? KeptPictures.Read(Path.Combine(_root, name), _pictures) : null;
        return reader.Read(configDirectory, kept: null, before);
    }

    /// <summary>Keeps exactly what was read and checked, even if the files have changed since.</summary>
    /// <exception cref="InvalidOperationException">The reading has errors.</exception>
    /// <exception cref="IOException">The data folder cannot be written.</exception>
    public void Keep(CatalogueReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.Catalogue is null)
        {
            throw new InvalidOperationException("A config with errors is not kept.");
        }

        Keep(FilesOf(reading), reading.Pictures, reading.Directory);
    }

    /// <summary>Keeps the files as they are now; the caller knows that they are good.</summary>
    /// <exception cref="IOException">A file cannot be read, or the data folder cannot be written.</exception>
    public void Keep(string configDirectory)
    {
        var findings = new FindingList();
        var folder = ConfigFolder.Read(configDirectory, findings);
        if (findings.HasErrors)
        {
            throw new IOException($"The config is not kept: {findings.Sorted()[0]}");
        }

        Keep(folder.All, [], configDirectory);
    }

    /// <summary>Whether it is this folder that was accepted last: another folder beside the same data is no edit of it.</summary>
    public bool IsFrom(string configDirectory) => ReadPointer() is [_, var origin, ..] && origin == OriginOf(configDirectory);

    private static ImmutableArray<SourceFile> FilesOf(CatalogueReading reading) =>
        KeptPictures.IndexOf(reading.Pictures) is { } index ? reading.Files.Add(index) : reading.Files;

    private void Keep(ImmutableArray<SourceFile> files, ImmutableArray<SeenPicture> pictures, string configDirectory)
    {
        // The pictures first: a copy that counts never names one that is not there.
        _pictures.Keep(pictures);
        var name = NameOf(files);
        var before = CurrentName();
        _pictures.Tidy([.. pictures.Select(picture => picture.Content).OfType<PictureFile>(), .. PicturesOf(before)]);
        if (before == name && IsFrom(configDirectory))
        {
            return;
        }

        System.IO.Directory.CreateDirectory(_root);
        var target = Path.Combine(_root, name);
        if (!System.IO.Directory.Exists(target))
        {
            var temporary = Path.Combine(_root, $"{name}.{Guid.NewGuid():N}.tmp");
            WriteAll(temporary, files);
            System.IO.Directory.Move(temporary, target);
        }

        var pointer = Path.Combine(_root, $"current.{Guid.NewGuid():N}.tmp");
        DurableFile.Write(pointer, Encoding.UTF8.GetBytes($"{name}\n{OriginOf(configDirectory)}\n"));
        File.Move(pointer, Pointer, overwrite: true);
        RemoveOthers(name);
    }

    // Those that were shown until now are not old yet.
    private IEnumerable<PictureFile> PicturesOf(string? copy) => copy is null ? [] : KeptPictures.Read(Path.Combine(_root, copy), _pictures).Contents;

    private static void WriteAll(string directory, ImmutableArray<SourceFile> files)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(directory, file.Path);
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            DurableFile.Write(path, file.Bytes.AsSpan());
        }
    }

    /// <summary>Older copies and what a crash left behind; what resists is left for the next time.</summary>
    private void RemoveOthers(string keep)
    {
        try
        {
            foreach (var directory in System.IO.Directory.EnumerateDirectories(_root).Where(path => Path.GetFileName(path) != keep))
            {
                System.IO.Directory.Delete(directory, recursive: true);
            }

            foreach (var file in System.IO.Directory.EnumerateFiles(_root, "*.tmp"))
            {
                File.Delete(file);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    private string? CurrentName() =>
        ReadPointer() is [{ Length: > 0 } name, ..] && name.All(char.IsAsciiHexDigitLower) && File.Exists(Path.Combine(_root, name, ConfigFolder.MainName)) ? name : null;

    /// <summary>The name of the copy, and the folder that it was made of.</summary>
    private string[] ReadPointer()
    {
        try
        {
            return File.ReadAllText(Pointer).Split('\n');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string OriginOf(string configDirectory) => Path.GetFullPath(configDirectory).ReplaceLineEndings(" ");

    private static string NameOf(ImmutableArray<SourceFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\0{file.Bytes.Length}\0"));
            hash.AppendData(file.Bytes.AsSpan());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
