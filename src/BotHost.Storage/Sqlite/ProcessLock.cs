using System.Globalization;
using BotHost.Announcements.Delivery.Ledgers;

namespace BotHost.Storage.Sqlite;

/// <summary>
/// Lets one process at a time use a database. The lock is the operating system's, so it dies with its holder;
/// a file beside it tells others who that is.
/// </summary>
internal sealed class ProcessLock : IDisposable
{
    private readonly FileStream _lock;
    private readonly string _holderFile;

    private ProcessLock(FileStream @lock, string holderFile)
    {
        _lock = @lock;
        _holderFile = holderFile;
    }

    /// <exception cref="LedgerUnavailableException">Another process, or another part of this one, holds it.</exception>
    public static ProcessLock Take(string database, DateTimeOffset now)
    {
        var lockFile = database + ".lock";
        var holderFile = database + ".holder";
        var stream = TryOpen(lockFile)
            ?? throw new LedgerUnavailableException(
                $"The ledger '{database}' is in use by {Holder(holderFile)}. One process at a time may use it: stop that one, or give this one a Data__Directory of its own.");
        try
        {
            RefuseDeafLock(lockFile, database);
            Announce(holderFile, now);
        }
        catch
        {
            stream.Dispose();
            throw;
        }

        return new ProcessLock(stream, holderFile);
    }

    public void Dispose()
    {
        // The name goes first: whoever finds the lock free must not find yesterday's holder beside it.
        // The lock file stays, because deleting it would race with the next one who takes it.
        try
        {
            File.Delete(_holderFile);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next holder overwrites it.
        }

        _lock.Dispose();
    }

    private static FileStream? TryOpen(string lockFile)
    {
        try
        {
            return DatabaseFile.OpenOwned(lockFile, FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException error) when (IsSharingViolation(error))
        {
            return null;
        }
    }

    /// <summary>File locks can be switched off for a process, and some network file systems ignore them; then a second opening succeeds.</summary>
    private static void RefuseDeafLock(string lockFile, string database)
    {
        using var second = TryOpen(lockFile);
        if (second is not null)
        {
            throw new LedgerUnavailableException(
                $"File locks have no effect where the ledger '{database}' lies, so that two bots could post everything twice. Put it on a local disk (Data__Directory), and do not set DOTNET_SYSTEM_IO_DISABLEFILELOCKING.");
        }
    }

    // Everything else that FileStream reports about a lock file (no folder, no rights, no space) has a type or a number of its own.
    private static bool IsSharingViolation(IOException error) => error.GetType() == typeof(IOException) && (error.HResult & 0xFFFF) is 11 or 32 or 33 or 35;

    private static void Announce(string holderFile, DateTimeOffset now)
    {
        var draft = $"{holderFile}.{Environment.ProcessId}";
        File.WriteAllLines(draft, [
            Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
            Environment.MachineName,
            now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)]);
        File.Move(draft, holderFile, overwrite: true);
    }

    private static string Holder(string holderFile)
    {
        try
        {
            return File.ReadAllLines(holderFile) is [var process, var machine, var since]
                ? $"process {process} on machine '{machine}' since {since}"
                : "another process";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "another process that is just starting or stopping, or whose name this user may not read";
        }
    }
}
