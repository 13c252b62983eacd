using BotHost.Configuration.Tests.Builders;
using BotHost.Configuration.Watching;

namespace BotHost.Configuration.Tests.Watching;

/// <summary>The file system's own word; how long it takes to come is its own affair, so each test waits for it.</summary>
public sealed class NotificationTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConfigOnDisk _config = new();

    [Fact]
    public async Task A_written_file_rings()
    {
        using var bell = Listen();

        _config.Replace("talks/a.yaml", "First", "Better");

        await RingsAsync(bell);
    }

    [Fact]
    public async Task A_file_that_is_moved_over_another_rings()
    {
        _config.Write("talks/a.yaml.tmp", ConfigOnDisk.Talk);
        using var bell = Listen();

        File.Move(Path.Combine(_config.Root, "talks/a.yaml.tmp"), Path.Combine(_config.Root, "talks/a.yaml"), overwrite: true);

        await RingsAsync(bell);
    }

    [Fact]
    public async Task A_folder_that_appears_later_rings_and_is_listened_to_from_then_on()
    {
        Directory.Delete(Path.Combine(_config.Root, "people"), recursive: true);
        using var bell = Listen();
        Directory.CreateDirectory(Path.Combine(_config.Root, "people"));
        await RingsAsync(bell);
        bell.Watch(Folders());
        bell.Reset();

        _config.Write("people/jo.yaml", ConfigOnDisk.Person);

        await RingsAsync(bell);
    }

    [Fact]
    public void Looking_at_the_folder_does_not_ring()
    {
        using var bell = Listen();

        FolderFingerprint.Take(_config.Root, null, thorough: true);
        _config.Read();

        Assert.False(bell.Rung.IsCompleted);
    }

    [Fact]
    public void Where_there_is_no_folder_the_reason_is_told()
    {
        using var bell = new FolderBell();

        Assert.NotNull(bell.Watch([Path.Combine(_config.Root, "nowhere")]));
    }

    [Fact]
    public async Task A_notified_edit_is_taken_without_waiting_for_the_scan()
    {
        var data = Directory.CreateTempSubdirectory("bothost-data-");
        await using (var bot = await WatchedConfig.StartAsync(_config.Root, data.FullName, listens: true))
        {
            await bot.PassAsync(5);
            _config.Replace("talks/a.yaml", "title: First", "title: Better");

            var passed = await bot.PassUntilAsync(() => bot.Swaps > 0);

            Assert.True(passed <= TimeSpan.FromSeconds(5), $"It took {passed}.");
            Assert.Equal("Better", bot.TitleOf("first"));
        }

        data.Delete(recursive: true);
    }

    public void Dispose() => _config.Dispose();

    private FolderBell Listen()
    {
        var bell = new FolderBell();
        Assert.Null(bell.Watch(Folders()));
        return bell;
    }

    private IReadOnlyList<string> Folders() => FolderFingerprint.Take(_config.Root, null, thorough: false).Folders;

    private static Task RingsAsync(FolderBell bell) => bell.Rung.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);
}
