using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Storage.Sqlite;

namespace BotHost.Storage.Tests.Sqlite;

public sealed class NetworkFolderTests : IAsyncDisposable
{
    private readonly Stores _stores = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Theory]
    [InlineData("nfs")]
    [InlineData("nfs4")]
    [InlineData("cifs")]
    [InlineData("smb3")]
    [InlineData("smbfs")]
    [InlineData("fuse.sshfs")]
    [InlineData("afs")]
    [InlineData("ceph")]
    [InlineData("fuse.glusterfs")]
    [InlineData("lustre")]
    [InlineData("ncpfs")]
    public async Task A_ledger_on_a_network_file_system_is_refused_before_anything_is_made(string type)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The table of mounts is Linux's.");
        var path = _stores.NewPath();

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(() => _stores.Open(path, mounts: () => Mounted(path, type)).OpenAsync(Cancel));

        Assert.StartsWith($"The ledger '{path}' lies on a network file system ({type})", error.Message, StringComparison.Ordinal);
        Assert.Contains("Set Data__Directory to a folder on a local disk", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    [Theory]
    [InlineData("ext4")]
    [InlineData("overlay")]
    [InlineData("tmpfs")]
    [InlineData("9p")]
    [InlineData("drvfs")]
    public async Task Every_other_file_system_is_taken(string type)
    {
        var path = _stores.NewPath();

        await _stores.Open(path, mounts: () => Mounted(path, type)).OpenAsync(Cancel);

        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task A_ledger_that_was_refused_opens_once_the_folder_is_local()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The table of mounts is Linux's.");
        var path = _stores.NewPath();
        var type = "nfs";
        var database = _stores.Open(path, mounts: () => Mounted(path, type));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => database.OpenAsync(Cancel));

        type = "ext4";
        await database.OpenAsync(Cancel);

        Assert.True(File.Exists(path));
    }

    [Fact]
    public void A_linked_folder_counts_as_the_place_that_it_leads_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making a link needs a privilege there.");
        var root = Path.GetDirectoryName(Path.GetDirectoryName(_stores.NewPath()))!;
        Directory.CreateDirectory(Path.Combine(root, "real"));
        Directory.CreateSymbolicLink(Path.Combine(root, "link"), "real");

        Assert.Equal(
            NetworkFolder.WithoutLinks(Path.Combine(root, "real", "later", "bothost.db")),
            NetworkFolder.WithoutLinks(Path.Combine(root, "link", "later", "bothost.db")));
    }

    private static string Mounted(string path, string type) =>
        $"1 0 8:1 / / rw - ext4 /dev/sda1 rw\n2 1 0:9 / {NetworkFolder.WithoutLinks(Path.GetDirectoryName(path)!)} rw - {type} somewhere rw\n";
}
