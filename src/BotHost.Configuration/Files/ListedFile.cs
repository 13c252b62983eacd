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
}
