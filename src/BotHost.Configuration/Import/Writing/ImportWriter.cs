using System.Collections.Immutable;
using System.Text;

namespace BotHost.Configuration.Import.Writing;

/// <summary>Puts the files of an import on disk: all of them or none.</summary>
internal static class ImportWriter
{
    /// <param name="directory">The config folder.</param>
    /// <param name="files">New ones, and at most one that grows.</param>
    /// <param name="before">The bytes of the file that grows, as they were when the import was planned.</param>
    /// <exception cref="ImportException">Something is in the way; nothing was written.</exception>
    public static void Write(string directory, ImmutableArray<ImportedFile> files, ImmutableArray<byte> before)
    {
        var written = new List<(string Temporary, string Target, bool IsChange)>();
        var moved = new List<string>();
        try
        {
            foreach (var file in files)
            {
                var target = Final(Path.GetFullPath(Path.Combine(directory, file.Path)), file.IsChange);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                // A name with a dot in front is not read as config, whatever happens in between.
                var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
                written.Add((temporary, target, file.IsChange));
                WriteNew(temporary, file, target, before);
            }

            foreach (var (temporary, target, isChange) in written.OrderBy(file => file.IsChange))
            {
                if (isChange && !File.ReadAllBytes(target).AsSpan().SequenceEqual(before.AsSpan()))
                {
                    throw new IOException($"'{target}' was changed meanwhile.");
                }

                File.Move(temporary, target, overwrite: isChange);
                if (!isChange)
                {
                    moved.Add(target);
                }
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Remove([.. moved, .. written.Select(file => file.Temporary)]);
            throw new ImportException($"Nothing was written: {problem.Message}");
        }
    }

    private static void WriteNew(string temporary, ImportedFile file, string target, ImmutableArray<byte> before)
    {
        using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
        {
            if (file.IsChange && before.AsSpan().StartsWith(Encoding.UTF8.Preamble))
            {
                stream.Write(Encoding.UTF8.Preamble);
            }

            stream.Write(Encoding.UTF8.GetBytes(file.Text));
            stream.Flush(flushToDisk: true);
        }

        if (file.IsChange && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
        }
    }

    /// <summary>A file behind a link is changed where it lies.</summary>
    private static string Final(string path, bool isChange) =>
        isChange && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : path;

    private static void Remove(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            try
            {
                File.Delete(path);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // The sentence about the first problem says more than one about the tidying up.
                continue;
            }
        }
    }
}
