using System.Collections.Frozen;
using BotHost.Announcements.Delivery.Ledgers;

namespace BotHost.Storage.Sqlite;

/// <summary>Refuses a ledger on a network file system: neither its locks nor write-ahead logging hold there, and two bots could post everything twice.</summary>
internal static class NetworkFolder
{
    private const string Mounts = "/proc/self/mountinfo";
    private const int MostLinks = 40;

    private static readonly FrozenSet<string> Network = FrozenSet.Create(
        StringComparer.Ordinal,
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afs", "ceph", "fuse.glusterfs", "lustre", "ncpfs");

    /// <summary>What the system says about its mounts; null where it says nothing.</summary>
    public static string? ReadMounts() => File.Exists(Mounts) ? File.ReadAllText(Mounts) : null;

    /// <exception cref="LedgerUnavailableException">The file lies, or would lie, on a network file system.</exception>
    public static void Refuse(string file, string? mounts)
    {
        if (mounts is not null && MountTable.TypeOf(mounts, WithoutLinks(file)) is { } type && Network.Contains(type))
        {
            throw new LedgerUnavailableException(
                $"The ledger '{file}' lies on a network file system ({type}), where the locks that keep two bots apart and SQLite's write-ahead logging do not hold. Set Data__Directory to a folder on a local disk of this machine.");
        }
    }

    /// <summary>Where the path really leads; parts that do not exist yet are taken as they are.</summary>
    internal static string WithoutLinks(string path) => WithoutLinks(path, MostLinks);

    private static string WithoutLinks(string path, int left)
    {
        if (Path.GetDirectoryName(path) is not { } parent || left == 0)
        {
            return path;
        }

        var place = Path.Combine(WithoutLinks(parent, left - 1), Path.GetFileName(path));
        return new FileInfo(place).LinkTarget is { } target
            ? WithoutLinks(Path.GetFullPath(target, Path.GetDirectoryName(place)!), left - 1)
            : place;
    }
}
