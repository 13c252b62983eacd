namespace BotHost.Rehearsal;

/// <summary>One sandbox for each data folder: starting empty must not pull the ledger from under another one.</summary>
internal sealed class SandboxLock : IDisposable
{
    private readonly FileStream _file;

    private SandboxLock(FileStream file) => _file = file;

    /// <summary>The lock, until it is disposed or the process ends; null where another process holds it.</summary>
    public static SandboxLock? TryTake(string dataDirectory)
    {
        var path = $"{dataDirectory}.lock";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new SandboxLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
