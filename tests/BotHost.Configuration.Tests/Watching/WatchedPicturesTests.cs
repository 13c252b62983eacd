using BotHost.Announcements.Talks;
using BotHost.Configuration.Tests.Builders;

namespace BotHost.Configuration.Tests.Watching;

/// <summary>Pictures and templates belong to the config that is watched.</summary>
public sealed class WatchedPicturesTests : IDisposable
{
    private const string Poster = "images/poster.png";

    private readonly ConfigOnDisk _config = new();
    private readonly string _data = Directory.CreateTempSubdirectory("bothost-data-").FullName;

    public WatchedPicturesTests() => _config.Replace("talks/a.yaml", "title: First", $"title: First\nimage: {{ file: {Poster}, alt: A ship }}");

    [Fact]
    public async Task A_picture_that_comes_later_is_taken_and_kept()
    {
        await using var bot = await StartAsync();
        await bot.PassAsync(10);
        _config.Write(Poster, TestPictures.Png(10, 10));

        var passed = await bot.PassUntilAsync(() => bot.Swaps > 0);

        Assert.True(passed <= TimeSpan.FromSeconds(5), $"It took {passed}.");
        Assert.Equal(10, WidthIn(bot));
        Assert.Single(Directory.GetFiles(Path.Combine(_data, "pictures")));
    }

    [Fact]
    public async Task A_picture_that_changes_is_taken_and_one_that_goes_leaves_the_talk_as_it_is()
    {
        _config.Write(Poster, TestPictures.Png(10, 10));
        await using var bot = await StartAsync();
        await bot.PassAsync(10);
        _config.Write(Poster, TestPictures.Png(20, 10, padding: 3));
        await bot.PassAsync(5);
        var changed = WidthIn(bot);
        _config.Delete(Poster);

        await bot.PassAsync(5);

        Assert.Equal(20, changed);
        Assert.Null(WidthIn(bot));
        Assert.Equal(2, bot.Swaps);
        Assert.Equal(["Taken", "Taken", "Warned"], bot.Logs.Lines.Select(line => line.Event));
    }

    [Fact]
    public async Task A_touched_picture_is_no_edit()
    {
        _config.Write(Poster, TestPictures.Png(10, 10));
        await using var bot = await StartAsync();
        await bot.PassAsync(10);
        File.SetLastWriteTimeUtc(Path.Combine(_config.Root, Poster), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        await bot.PassAsync(10);

        Assert.Equal(0, bot.Swaps);
        Assert.Empty(bot.Logs.Lines);
    }

    [Fact]
    public async Task A_picture_that_an_edit_names_for_the_first_time_is_taken_with_it_and_watched_from_then_on()
    {
        _config.Write("images/new.png", TestPictures.Png(30, 10));
        await using var bot = await StartAsync();
        await bot.PassAsync(10);
        _config.Replace("talks/a.yaml", Poster, "images/new.png");
        var passed = await bot.PassUntilAsync(() => bot.Swaps > 0);
        var first = WidthIn(bot);
        _config.Write("images/new.png", TestPictures.Png(40, 10, padding: 1));

        await bot.PassAsync(5);

        Assert.True(passed <= TimeSpan.FromSeconds(5), $"It took {passed}.");
        Assert.Equal((30, 40), (first, WidthIn(bot)));
    }

    [Fact]
    public async Task A_template_is_taken_and_said_to_count_from_now_on()
    {
        await using var bot = await StartAsync();
        await bot.PassAsync(10);
        _config.Write("templates/ja/announcement.md", "# {{title}}\n");

        await bot.PassAsync(5);

        Assert.Equal("ja", Assert.Single(bot.Store.Current.Templates).Language);
        Assert.Contains("; templates changed", bot.Logs.Lines.First(line => line.Event == "Taken").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_beside_a_typo_runs_on_the_pictures_that_were_accepted()
    {
        _config.Write(Poster, TestPictures.Png(10, 10));
        await using (await StartAsync())
        {
        }

        _config.Write("talks/a.yaml", "id: first\n");
        Directory.Delete(Path.Combine(_config.Root, "images"), recursive: true);

        await using var bot = await StartAsync();
        await bot.PassAsync(10);

        Assert.Equal(10, WidthIn(bot));
    }

    public void Dispose()
    {
        _config.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static int? WidthIn(WatchedConfig bot) => bot.Store.Current.Talks[new TalkId("first")].Image?.Content?.Width;

    private Task<WatchedConfig> StartAsync() => WatchedConfig.StartAsync(_config.Root, _data);
}
