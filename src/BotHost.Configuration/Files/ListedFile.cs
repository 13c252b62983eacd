namespace BotHost.Configuration.Files;

/// <summary>A file of the config as its folder lists it; nobody has looked into it.</summary>
/// <param name="Path">Relative to the config folder, with <c>/</c>.</param>
/// <param name="RealPath">Where it really lies, all links followed.</param>
/// <param name="Standing">Whether it may be opened.</param>
/// <param name="Length">In bytes; 0 also for pipes, sockets and devices.</param>
/// <param name="Written">When it was written last, in ticks, as the file system says.</param>
internal sealed record ListedFile(string Path, string RealPath, FileStanding Standing, long Length, long Written)
{
    /// <summary>Opening a pipe blocks until somebody writes, and opening a device may do anything. None of them has a length, so only what has one is opened.</summary>
    public bool MayBeOpened => Standing is FileStanding.File && Length is > 0 and <= SourceFileReader.MaxBytes;

    /// <summary>Looks at one name.</summary>
    /// <param name="root">The real path of the config folder, out of which no link may lead.</param>
    /// <param name="realFolder">The real path of the folder in which the name stands.</param>
    /// <param name="name">The name there.</param>
    /// <param name="path">How the config calls it.</param>
    /// <returns>Null where nothing stands there, not even a link.</returns>
    public static ListedFile? Look(string root, string realFolder, string name, string path)
    {
        var real = Files.RealPath.Of(realFolder, name);
        var isLink = real != System.IO.Path.Combine(realFolder, name);
        if (real is null)
        {
            return new ListedFile(path, "", FileStanding.Missing, 0, 0);
        }

        if (!Files.RealPath.IsInside(root, real))
        {
            return new ListedFile(path, real, FileStanding.Outside, 0, 0);
        }

        var file = new FileInfo(real);
        if (file.Exists)
        {
            return new ListedFile(path, real, FileStanding.File, file.Length, file.LastWriteTimeUtc.Ticks);
        }

        if (Directory.Exists(real))
        {
            return new ListedFile(path, real, FileStanding.Folder, 0, 0);
        }

        return isLink ? new ListedFile(path, real, FileStanding.Missing, 0, 0) : null;
    }
}
