using BotHost.Storage.Sqlite;

namespace BotHost.Storage.Tests.Sqlite;

public sealed class MountTableTests
{
    private const string Table =
        """
        22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
        23 22 0:21 / /proc rw shared:2 - proc proc rw
        40 22 0:35 / /srv rw - overlay overlay rw,lowerdir=/a:/b - c
        41 40 0:36 / /srv/bot rw,relatime shared:9 master:3 - nfs4 10.0.0.5:/export rw,vers=4.2
        42 22 0:37 / /mnt/my\040disk rw - cifs //server/share rw
        43 22 0:38 / /mnt/back\134slash rw - fuse.sshfs host: rw
        44 22 0:39 / /cover rw - nfs server:/old rw
        45 22 0:40 / /cover rw - tmpfs tmpfs rw
        46 22 0:41 / /win rw - 9p drvfs rw
        a line that is not one
        47 22 0:42 / /broken rw -
        """;

    [Theory]
    [InlineData("/home/bot/data/bothost.db", "ext4")]
    [InlineData("/", "ext4")]
    [InlineData("/srv/data/bothost.db", "overlay")]
    [InlineData("/srv/bot/data/bothost.db", "nfs4")]
    [InlineData("/srv/bot", "nfs4")]
    [InlineData("/srv/bottle/bothost.db", "overlay")]
    [InlineData("/mnt/my disk/bothost.db", "cifs")]
    [InlineData(@"/mnt/back\slash/bothost.db", "fuse.sshfs")]
    [InlineData("/cover/bothost.db", "tmpfs")]
    [InlineData("/win/bothost.db", "9p")]
    [InlineData("/broken/bothost.db", "ext4")]
    public void The_longest_mount_point_above_a_path_says_what_holds_it(string path, string type) =>
        Assert.Equal(type, MountTable.TypeOf(Table, path));

    [Fact]
    public void An_empty_table_says_nothing() => Assert.Null(MountTable.TypeOf("", "/home"));
}
