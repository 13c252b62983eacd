namespace BotHost.Sandbox.Kills;

/// <summary>Tells once, on the watcher's own thread, when a file has changed so many times.</summary>
internal sealed class FileWatch : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly int _nth;
    private readonly Action _reached;
    private int _seen;

    public FileWatch(string file, int nth, Action reached)
    {
        var full = Path.GetFullPath(file);
        var folder = Path.GetDirectoryName(full);
        if (!Directory.Exists(folder))
        {
            throw new ControlRefusedException($"The folder {folder} does not exist: make it before a kill is aimed at a file in it.");
        }

        _nth = nth;
        _reached = reached;
        _watcher = new FileSystemWatcher(folder, Path.GetFileName(full))
        {
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        _watcher.Created += (_, _) => Count();
        _watcher.Changed += (_, _) => Count();
        _watcher.Renamed += (_, _) => Count();
    }

    /// <summary>Counting begins here, so that whoever made the watch knows it by then.</summary>
    public void Start() => _watcher.EnableRaisingEvents = true;

    public void Dispose() => _watcher.Dispose();

    private void Count()
    {
        if (Interlocked.Increment(ref _seen) == _nth)
        {
            _reached();
        }
    }
}
