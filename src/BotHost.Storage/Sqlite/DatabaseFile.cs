using BotHost.Announcements.Delivery.Ledgers;

namespace BotHost.Storage.Sqlite;

/// <summary>Where the database lies, and how it comes into being.</summary>
internal sealed record DatabaseFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private DatabaseFile(string path) => Path = path;

    /// <summary>The full path, links resolved, so that one file has one lock.</summary>
    public string Path { get; }

    public static DatabaseFile At(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        var target = File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true) : null;
        return new DatabaseFile(target?.FullName ?? full);
    }

    /// <exception cref="LedgerUnavailableException">A folder lies where the file should, or a file where its folder should.</exception>
    public void RefuseWrongPlace()
    {
        if (System.IO.Path.GetDirectoryName(Path) is { } folder && File.Exists(folder))
        {
            throw new LedgerUnavailableException(
                $"'{folder}' is a file, and the ledger lies in a folder. Set Data__Directory to the folder in which bothost.db lies or shall lie.");
        }

        if (Directory.Exists(Path))
        {
            throw new LedgerUnavailableException(
                $"There is a folder at '{Path}', and the ledger is a file. Move the folder away, or set Data__Directory to the folder in which bothost.db lies.");
        }
    }

    /// <summary>Creates the folder where it is missing, for its owner alone where the system knows owners.</summary>
    public void CreateFolder()
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
    }

    /// <summary>Creates the empty file where it is missing; SQLite gives its side files the same mode.</summary>
    public void CreateFile()
    {
        if (!File.Exists(Path))
        {
            OpenOwned(Path, FileMode.CreateNew, FileShare.ReadWrite).Dispose();
        }
    }

    /// <summary>Opens a file for writing; one that is created here belongs to its owner alone.</summary>
    public static FileStream OpenOwned(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }
}
