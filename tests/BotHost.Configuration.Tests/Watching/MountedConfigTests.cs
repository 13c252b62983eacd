using System.Diagnostics;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Tests.Builders;

namespace BotHost.Configuration.Tests.Watching;

/// <summary>Links: those of a mounted config map are followed, those that lead out are not.</summary>
public sealed class MountedConfigTests : IDisposable
{
    private readonly DirectoryInfo _outside = Directory.CreateTempSubdirectory("bothost-mount-");
    private readonly ConfigOnDisk _config = new();

    private string Mount => Path.Combine(_outside.FullName, "mount");

    [Fact]
    public void A_mounted_config_map_is_read()
    {
        WriteVersion("..2026_01", "First");
        PointTo("..2026_01");

        var reading = ConfigOnDisk.Read(Mount);

        Assert.Empty(reading.Findings);
        Assert.Equal("First", reading.Catalogue!.Talks[new TalkId("first")].Title);
    }

    [Fact]
    public async Task The_swap_of_a_mounted_config_map_is_noticed()
    {
        var data = Directory.CreateDirectory(Path.Combine(_outside.FullName, "data"));
        WriteVersion("..2026_01", "First");
        PointTo("..2026_01");
        await using var bot = await WatchedConfig.StartAsync(Mount, data.FullName);
        await bot.PassAsync(10);
        WriteVersion("..2026_02", "Fifth");
        PointTo("..2026_02");
        Directory.Delete(Path.Combine(Mount, "..2026_01"), recursive: true);

        var passed = await bot.PassUntilAsync(() => bot.Swaps > 0);

        Assert.Equal("Fifth", bot.TitleOf("first"));
        Assert.True(passed <= TimeSpan.FromSeconds(5), $"It took {passed}.");
        Assert.Empty(bot.Reports.Rejected);
    }

    [Fact]
    public async Task The_config_folder_may_itself_be_a_link_that_is_pointed_elsewhere()
    {
        var link = Path.Combine(_outside.FullName, "current");
        Directory.CreateSymbolicLink(link, _config.Root);
        using var next = new ConfigOnDisk();
        next.Replace("talks/a.yaml", "title: First", "title: Second");
        await using var bot = await WatchedConfig.StartAsync(link, _outside.CreateSubdirectory("data").FullName);
        await bot.PassAsync(10);
        File.Delete(link);
        Directory.CreateSymbolicLink(link, next.Root);

        await bot.PassAsync(5);

        Assert.Equal("Second", bot.TitleOf("first"));
    }

    [Theory]
    [InlineData("a file outside, by its full path", "talks/b.yaml")]
    [InlineData("a file outside, by way of a folder link inside", "talks/b.yaml")]
    [InlineData("a file outside, by a chain of links that begins inside", "talks/b.yaml")]
    [InlineData("the main file", "bothost.yaml")]
    [InlineData("a folder outside", "people")]
    public void A_link_that_leads_out_is_refused(string link, string place)
    {
        var secret = Path.Combine(_outside.FullName, "secret.yaml");
        File.WriteAllText(secret, "id: secret\nseries: talks\ntitle: Secret\nstart: 2027-03-02\n");
        var inside = Path.Combine(_config.Root, "talks/b.yaml");
        switch (link)
        {
            case "a file outside, by its full path":
                File.CreateSymbolicLink(inside, secret);
                break;
            case "a file outside, by way of a folder link inside":
                Directory.CreateSymbolicLink(Path.Combine(_config.Root, "..way"), _outside.FullName);
                File.CreateSymbolicLink(inside, "../..way/secret.yaml");
                break;
            case "a file outside, by a chain of links that begins inside":
                File.CreateSymbolicLink(Path.Combine(_config.Root, "hop"), Path.GetRelativePath(_config.Root, secret));
                File.CreateSymbolicLink(inside, "../hop");
                break;
            case "the main file":
                _config.Delete("bothost.yaml");
                File.CreateSymbolicLink(Path.Combine(_config.Root, "bothost.yaml"), secret);
                break;
            default:
                Directory.Delete(Path.Combine(_config.Root, "people"), recursive: true);
                Directory.CreateSymbolicLink(Path.Combine(_config.Root, "people"), _outside.FullName);
                break;
        }

        var reading = _config.Read();

        Assert.Null(reading.Catalogue);
        Assert.Contains(reading.Errors, error => error.Rule == "link-outside" && error.Where.ToString() == $"{place}:1:1");
        Assert.DoesNotContain(reading.Findings, finding => finding.ToString().Contains("ecret", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_beside_with_the_same_beginning_is_outside()
    {
        var beside = Directory.CreateDirectory(_config.Root + "-beside");
        File.WriteAllText(Path.Combine(beside.FullName, "b.yaml"), ConfigOnDisk.Talk);
        File.CreateSymbolicLink(Path.Combine(_config.Root, "talks/b.yaml"), Path.Combine(beside.FullName, "b.yaml"));

        var errors = _config.Read().Errors.ToList();

        beside.Delete(recursive: true);
        Assert.Equal("link-outside", Assert.Single(errors).Rule);
    }

    [Fact]
    public void Links_in_a_circle_are_a_finding()
    {
        File.CreateSymbolicLink(Path.Combine(_config.Root, "talks/b.yaml"), "c.yaml");
        File.CreateSymbolicLink(Path.Combine(_config.Root, "talks/c.yaml"), "b.yaml");

        Assert.Equal(["unreadable", "unreadable"], _config.Read().Errors.Select(error => error.Rule));
    }

    public void Dispose()
    {
        _config.Dispose();
        _outside.Delete(recursive: true);
    }

    /// <summary>As the kubelet writes one: the files in a folder of their own, and links to them by way of <c>..data</c>.</summary>
    private void WriteVersion(string version, string title)
    {
        var folder = Path.Combine(Mount, version);
        Directory.CreateDirectory(Path.Combine(folder, "talks"));
        Directory.CreateDirectory(Path.Combine(folder, "people"));
        File.WriteAllText(Path.Combine(folder, "bothost.yaml"), ConfigOnDisk.Main);
        File.WriteAllText(Path.Combine(folder, "people/jo.yaml"), ConfigOnDisk.Person);
        File.WriteAllText(Path.Combine(folder, "talks/a.yaml"), ConfigOnDisk.Talk.Replace("First", title, StringComparison.Ordinal));
        foreach (var name in Directory.GetFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).Where(name => !Path.Exists(Path.Combine(Mount, name))))
        {
            File.CreateSymbolicLink(Path.Combine(Mount, name), $"..data/{name}");
        }
    }

    private void PointTo(string version)
    {
        var fresh = Path.Combine(Mount, "..data_tmp");
        File.CreateSymbolicLink(fresh, version);
        // The one rename that moves a link to a folder over another such link; .NET's own refuses it.
        using var rename = Process.Start("mv", ["-T", fresh, Path.Combine(Mount, "..data")]);
        rename.WaitForExit();
        Assert.Equal(0, rename.ExitCode);
    }
}
