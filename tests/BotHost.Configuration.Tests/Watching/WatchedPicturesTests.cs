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
    public async Task A_picture_that_changes_is_taken_and_one_that_no_entry_names_any_more_is_forgotten()
    {
        _config.Write(Poster, TestPictures.Png(10, 10));
        await using var bot = await StartAsync();
        await bot.PassAsync(10);
        _config.Write(Poster, TestPictures.Png(20, 10, padding: 3));
        await bot.PassAsync(5);
        var changed = WidthIn(bot);
        _config.Replace("talks/a.yaml", $"image: {{ file: {Poster}, alt: A ship }}", "");
        _config.Delete(Poster);
        await bot.PassAsync(5);
        var withoutPoster = bot.Store.Current.Talks[new TalkId("first")].Image;
        _config.Replace("talks/a.yaml", "title: First", $"title: First\nimage: {{ file: {Poster}, alt: A ship }}");

        await bot.PassAsync(5);

        Assert.Equal(20, changed);
        Assert.Null(withoutPoster);
        Assert.Null(WidthIn(bot));
        Assert.Equal(["Taken", "Taken", "Taken", "Warned"], bot.Logs.Lines.Select(line => line.Event));
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("half written")]
    [InlineData("empty")]
    [InlineData("another thing")]
    [InlineData("too large")]
    public async Task A_picture_that_comes_to_harm_leaves_the_talk_as_it_is_is_told_once_and_is_taken_again_when_it_is_whole(string harm)
    {
        var before = TestPictures.Png(10, 10, padding: 50);
        _config.Write(Poster, before);
        await using var bot = await StartAsync();
        await bot.PassAsync(10);
        Harm(harm, before);
        await bot.PassAsync(20);
        var (meanwhile, swaps, told) = (WidthIn(bot), bot.Swaps, bot.Logs.Lines.ToList());
        _config.Write(Poster, TestPictures.Png(30, 10, padding: 60));

        await bot.PassAsync(5);

        Assert.Equal((10, 0), (meanwhile, swaps));
        var warning = Assert.Single(told);
        Assert.Equal("Warned", warning.Event);
        Assert.Contains("until then the picture that was there before is still used", warning.Words, StringComparison.Ordinal);
        Assert.Equal(30, WidthIn(bot));
    }

    [Fact]
    public async Task An_edit_beside_a_picture_that_came_to_harm_is_taken_with_the_picture_that_was_there_before_across_restarts_too()
    {
        _config.Write(Poster, TestPictures.Png(10, 10));
        await using (var first = await StartAsync())
        {
            await first.PassAsync(10);
            _config.Delete(Poster);
            _config.Replace("talks/a.yaml", "title: First", "title: Edited");
            await first.PassAsync(5);
            Assert.Equal(("Edited", 10), (first.TitleOf("first"), WidthIn(first)));
        }

        await using var bot = await StartAsync();
        await bot.PassAsync(10);

        Assert.Equal(10, WidthIn(bot));
        Assert.Equal(0, bot.Swaps);
        Assert.Single(Directory.GetFiles(Path.Combine(_data, "pictures")));
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

    private void Harm(string harm, byte[] before)
    {
        switch (harm)
        {
            case "missing":
                Directory.Delete(Path.Combine(_config.Root, "images"), recursive: true);
                break;
            case "half written":
                _config.Write(Poster, before[..^30]);
                break;
            case "empty":
                _config.Write(Poster, "");
                break;
            case "another thing":
                _config.Write(Poster, "no picture");
                break;
            default:
                _config.Write(Poster, new byte[(8 * 1024 * 1024) + 1]);
                break;
        }
    }

    private static int? WidthIn(WatchedConfig bot) => bot.Store.Current.Talks[new TalkId("first")].Image?.Content?.Width;

    private Task<WatchedConfig> StartAsync() => WatchedConfig.StartAsync(_config.Root, _data);
}
