using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BotHost.Configuration.Files;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration;

/// <summary>Keeps a copy of the config that was accepted last, so that a broken edit does not keep the bot from starting.</summary>
/// <remarks>
/// The copy is a folder named after its content, and one small file names the folder that counts. That file is replaced by a
/// rename, so that a crash at any moment leaves the old copy or the new one, never a mixture.
/// </remarks>
public sealed class AcceptedConfig(string dataDirectory)
{
    private const string FolderName = "accepted-config";

    private readonly string _root = Path.Combine(dataDirectory, FolderName);

    private string Pointer => Path.Combine(_root, "current");

    /// <summary>Whether there is a copy.</summary>
    public bool Exists => CurrentName() is not null;

    /// <summary>The copy's folder, to be read like any config folder.</summary>
    /// <exception cref="InvalidOperationException">There is no copy.</exception>
    public string Directory => CurrentName() is { } name
        ? Path.Combine(_root, name)
        : throw new InvalidOperationException($"No accepted config is kept in '{_root}'.");

    /// <summary>Whether what was read is what is kept already, byte by byte.</summary>
    internal static bool AreSame(CatalogueReading one, CatalogueReading other) => NameOf(one.Files) == NameOf(other.Files);

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

        Keep(reading.Files, reading.Directory);
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

        Keep(folder.All, configDirectory);
    }

    /// <summary>Whether it is this folder that was accepted last: another folder beside the same data is no edit of it.</summary>
    public bool IsFrom(string configDirectory) => ReadPointer() is [_, var origin, ..] && origin == OriginOf(configDirectory);

    private void Keep(ImmutableArray<SourceFile> files, string configDirectory)
    {
        var name = NameOf(files);
        if (CurrentName() == name && IsFrom(configDirectory))
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
        WriteDurably(pointer, Encoding.UTF8.GetBytes($"{name}\n{OriginOf(configDirectory)}\n"));
        File.Move(pointer, Pointer, overwrite: true);
        RemoveOthers(name);
    }

    private static void WriteAll(string directory, ImmutableArray<SourceFile> files)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(directory, file.Path);
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            WriteDurably(path, file.Bytes.AsSpan());
        }
    }

    private static void WriteDurably(string path, ReadOnlySpan<byte> bytes)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
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
