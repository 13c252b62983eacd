namespace BotHost.Configuration.Watching;

/// <summary>Rings when the file system says that something in the watched folders has changed.</summary>
/// <remarks>
/// It only makes the next look come sooner. Bind mounts and network folders lose notifications, a machine may have none left to
/// give, and a folder that was deleted and made again is another one; the scan sees all of that.
/// </remarks>
internal sealed class FolderBell : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<FileSystemWatcher> _watchers = [];
    private TaskCompletionSource _rung = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next ring, at once if it rang since the last <see cref="Reset"/>.</summary>
    public Task Rung
    {
        get
        {
            lock (_gate)
            {
                return _rung.Task;
            }
        }
    }

    /// <summary>Forgets the rings so far; called before a look, so that what changes during the look rings again.</summary>
    /// <returns>Whether it had rung.</returns>
    public bool Reset()
    {
        lock (_gate)
        {
            if (!_rung.Task.IsCompleted)
            {
                return false;
            }

            _rung = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return true;
        }
    }

    /// <summary>Watches exactly these folders from now on, each anew: the watch on a folder that was deleted meanwhile is dead.</summary>
    /// <returns>Why there are no notifications; null where there are.</returns>
    public string? Watch(IEnumerable<string> folders)
    {
        Clear();
        try
        {
            foreach (var folder in folders)
            {
                _watchers.Add(Start(folder));
            }

            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Clear();
            return exception.Message;
        }
    }

    public void Dispose() => Clear();

    private FileSystemWatcher Start(string folder)
    {
        // Not below it: a config that lies in a version control's checkout would ring at every fetch.
        var watcher = new FileSystemWatcher(folder)
        {
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime,
        };
        watcher.Changed += OnChange;
        watcher.Created += OnChange;
        watcher.Deleted += OnChange;
        watcher.Renamed += OnChange;
        watcher.Error += (_, _) => Ring();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void OnChange(object sender, FileSystemEventArgs change) => Ring();

    private void Ring()
    {
        lock (_gate)
        {
            _rung.TrySetResult();
        }
    }

    private void Clear()
    {
        _watchers.ForEach(watcher => watcher.Dispose());
        _watchers.Clear();
    }
}
