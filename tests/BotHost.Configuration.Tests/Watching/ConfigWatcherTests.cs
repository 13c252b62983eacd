using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Tests.Builders;

namespace BotHost.Configuration.Tests.Watching;

/// <summary>What becomes of an edit, by the scan alone: the machine clock stands still between the steps.</summary>
public sealed class ConfigWatcherTests : IDisposable
{
    private const string Broken = "id: first\nseries: talks\ntitle: First\nstart: 2027-13-01 19:00\n";

    private readonly ConfigOnDisk _config = new();
    private readonly string _data = Directory.CreateTempSubdirectory("bothost-data-").FullName;

    [Fact]
    public async Task An_edit_is_in_force_within_five_seconds_and_kept_for_the_next_start()
    {
        await using var bot = await StartAsync();
        _config.Replace("talks/a.yaml", "title: First", "title: Better");

        var passed = await bot.PassUntilAsync(() => bot.Swaps > 0);

        Assert.True(passed <= TimeSpan.FromSeconds(5), $"It took {passed}.");
        Assert.Equal("Better", bot.TitleOf("first"));
        Assert.Equal("Better", ConfigOnDisk.Read(bot.Accepted.Directory).Catalogue!.Talks[new TalkId("first")].Title);
        Assert.Equal(["Taken"], bot.Logs.Lines.Select(line => line.Event));
    }

    [Fact]
    public async Task A_quiet_folder_is_never_swapped_and_nothing_is_logged()
    {
        await using var bot = await StartAsync();

        await bot.PassAsync(60);

        Assert.Equal(0, bot.Swaps);
        Assert.Empty(bot.Logs.Lines);
    }

    [Fact]
    public async Task A_touched_file_is_no_edit()
    {
        await using var bot = await StartAsync();
        File.SetLastWriteTimeUtc(Path.Combine(_config.Root, "talks/a.yaml"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        await bot.PassAsync(10);

        Assert.Equal(0, bot.Swaps);
    }

    [Fact]
    public async Task An_edit_that_leaves_length_and_time_as_they_were_is_seen_at_the_next_thorough_look()
    {
        await using var bot = await StartAsync();
        await bot.PassAsync(10);
        var file = Path.Combine(_config.Root, "talks/a.yaml");
        var time = File.GetLastWriteTimeUtc(file);
        _config.Replace("talks/a.yaml", "title: First", "title: Fifth");
        File.SetLastWriteTimeUtc(file, time);

        var passed = await bot.PassUntilAsync(() => bot.Swaps > 0);

        Assert.Equal("Fifth", bot.TitleOf("first"));
        Assert.True(passed <= TimeSpan.FromSeconds(35), $"It took {passed}.");
    }

    [Fact]
    public async Task Files_that_keep_changing_are_taken_once_they_have_been_quiet_for_a_second()
    {
        await using var bot = await StartAsync();
        await bot.PassAsync(3);
        for (var i = 0; i < 20; i++)
        {
            _config.Write("talks/a.yaml", ConfigOnDisk.Talk.Replace("First", $"Draft {i}", StringComparison.Ordinal));
            await bot.PassAsync(0.5);
        }

        var meanwhile = bot.Swaps;
        await bot.PassAsync(5);

        Assert.Equal(0, meanwhile);
        Assert.Equal(1, bot.Swaps);
        Assert.Equal("Draft 19", bot.TitleOf("first"));
    }

    [Fact]
    public async Task Files_that_change_while_they_are_read_are_read_again_and_never_mixed()
    {
        // The rule runs within the reading, after the talks were read: at the first edit it makes another one.
        var edits = new RuleThatEdits(catalogue =>
        {
            if (catalogue.Talks[new TalkId("first")].Title == "Second")
            {
                _config.Write("talks/a.yaml", ConfigOnDisk.Talk.Replace("First", "Third", StringComparison.Ordinal));
            }
        });
        await using var bot = await WatchedConfig.StartAsync(_config.Root, _data, rules: edits);
        var titles = new List<string>();
        bot.Store.Changed += () => titles.Add(bot.TitleOf("first"));
        _config.Replace("talks/a.yaml", "title: First", "title: Second");

        await bot.PassAsync(10);

        Assert.Equal(["Third"], titles);
    }

    [Fact]
    public async Task A_broken_edit_changes_nothing_is_logged_once_and_told_once_after_ten_seconds()
    {
        await using var bot = await StartAsync();
        _config.Write("talks/a.yaml", Broken);
        _config.Write("people/jo.yaml", "id: jo\n");
        await bot.PassAsync(9);
        var early = bot.Reports.Rejected.Count;

        await bot.PassAsync(120);

        Assert.Equal(0, early);
        Assert.Equal("First", bot.TitleOf("first"));
        Assert.Equal(0, bot.Swaps);
        var (name, words) = Assert.Single(bot.Logs.Lines);
        Assert.Equal("Rejected", name);
        Assert.Contains("talks/a.yaml:4:8: error: ", words, StringComparison.Ordinal);
        Assert.Contains("people/jo.yaml:1:1: error: ", words, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(bot.Reports.Rejected).Errors.Count);
    }

    [Fact]
    public async Task A_broken_state_that_ends_within_ten_seconds_is_told_to_nobody()
    {
        await using var bot = await StartAsync();
        await bot.PassAsync(3);
        var main = File.ReadAllText(Path.Combine(_config.Root, "bothost.yaml"));
        _config.Delete("bothost.yaml");
        Directory.Move(Path.Combine(_config.Root, "talks"), Path.Combine(_config.Root, "away"));
        await bot.PassAsync(7);
        Directory.Move(Path.Combine(_config.Root, "away"), Path.Combine(_config.Root, "talks"));
        _config.Write("bothost.yaml", main);

        await bot.PassAsync(60);

        Assert.Empty(bot.Reports.Rejected);
        Assert.Equal(0, bot.Swaps);
        Assert.Equal("First", bot.TitleOf("first"));
        Assert.Equal(["Rejected", "Mended"], bot.Logs.Lines.Select(line => line.Event));
    }

    [Fact]
    public async Task Another_broken_edit_is_told_again_under_another_name_and_mending_is_logged_once()
    {
        await using var bot = await StartAsync();
        await bot.PassAsync(3);
        var askedBefore = bot.Reports.MendedAsked;
        _config.Write("talks/a.yaml", Broken);
        await bot.PassAsync(20);
        _config.Write("talks/a.yaml", Broken + "length: long\n");
        await bot.PassAsync(20);
        _config.Write("talks/a.yaml", ConfigOnDisk.Talk.Replace("First", "Mended", StringComparison.Ordinal));

        await bot.PassAsync(20);

        Assert.Equal(2, bot.Reports.Rejected.Select(report => report.Occasion).Distinct().Count());
        Assert.Equal(2, bot.Reports.Rejected.Count);
        Assert.Equal(askedBefore + 1, bot.Reports.MendedAsked);
        Assert.Equal("Mended", bot.TitleOf("first"));
        Assert.Equal(["Rejected", "Rejected", "Mended"], bot.Logs.Lines.Select(line => line.Event));
    }

    [Fact]
    public async Task The_same_broken_edit_has_the_same_name_after_a_restart_is_not_logged_a_second_time_and_mends_by_itself()
    {
        string before;
        await using (var first = await StartAsync())
        {
            _config.Write("talks/a.yaml", Broken);
            await first.PassAsync(30);
            before = Assert.Single(first.Reports.Rejected).Occasion;
        }

        await using var bot = await StartAsync();
        await bot.PassAsync(30);
        var after = Assert.Single(bot.Reports.Rejected).Occasion;
        var saidBeforeMending = bot.Logs.Lines.Count;
        _config.Write("talks/a.yaml", ConfigOnDisk.Talk.Replace("First", "Mended", StringComparison.Ordinal));
        await bot.PassAsync(5);

        Assert.Equal(before, after);
        Assert.Equal(0, saidBeforeMending);
        Assert.Equal("Mended", bot.TitleOf("first"));
    }

    [Fact]
    public async Task A_report_that_comes_back_is_tried_again()
    {
        await using var bot = await StartAsync();
        await bot.PassAsync(3);
        bot.Reports.Takes = false;
        _config.Write("talks/a.yaml", Broken);
        await bot.PassAsync(40);
        var tries = bot.Reports.Rejected.Count;
        bot.Reports.Takes = true;

        await bot.PassAsync(60);

        Assert.InRange(tries, 2, 3);
        Assert.Equal(tries + 1, bot.Reports.Rejected.Count);
        Assert.Single(bot.Reports.Rejected.Select(report => report.Occasion).Distinct());
    }

    [Fact]
    public async Task Most_talks_gone_at_once_stay_announced_and_a_restart_does_not_lift_that()
    {
        foreach (var name in (string[])["b", "c", "d"])
        {
            _config.Write($"talks/{name}.yaml", $"id: talk-{name}\nseries: talks\ntitle: {name}\nstart: 2027-03-02\n");
        }

        await using (var first = await StartAsync())
        {
            _config.Delete("talks/a.yaml");
            _config.Delete("talks/b.yaml");
            _config.Delete("talks/c.yaml");
            await first.PassAsync(30);
            Assert.Equal(4, first.Store.Current.Talks.Count);
            Assert.Equal("talks-vanished", Assert.Single(Assert.Single(first.Reports.Rejected).Errors).Rule);
        }

        await using var bot = await StartAsync();
        await bot.PassAsync(30);
        var afterRestart = bot.Store.Current.Talks.Count;
        _config.Write("talks/c.yaml", "id: talk-c\nseries: talks\ntitle: c\nstart: 2027-03-02\n");
        await bot.PassAsync(5);

        Assert.Equal(4, afterRestart);
        Assert.Equal(2, bot.Store.Current.Talks.Count);
    }

    [Fact]
    public async Task A_folder_that_is_deleted_and_made_again_does_no_harm()
    {
        await using var bot = await StartAsync();
        Directory.Delete(_config.Root, recursive: true);
        await bot.PassAsync(20);
        var meanwhile = bot.TitleOf("first");
        _config.Write("bothost.yaml", ConfigOnDisk.Main);
        _config.Write("people/jo.yaml", ConfigOnDisk.Person);
        _config.Write("talks/a.yaml", ConfigOnDisk.Talk.Replace("First", "Again", StringComparison.Ordinal));

        await bot.PassAsync(5);

        Assert.Equal("First", meanwhile);
        Assert.Equal("Again", bot.TitleOf("first"));
    }

    [Fact]
    public async Task A_config_that_cannot_be_kept_is_not_in_force_until_it_can()
    {
        await using var bot = await StartAsync();
        await bot.PassAsync(3);
        var kept = Path.Combine(_data, "accepted-config");
        Directory.Move(kept, kept + ".away");
        File.WriteAllText(kept, "in the way");
        _config.Replace("talks/a.yaml", "title: First", "title: Better");
        await bot.PassAsync(20);
        var meanwhile = (bot.TitleOf("first"), bot.Logs.Count("NotKept"));
        File.Delete(kept);
        Directory.Move(kept + ".away", kept);

        await bot.PassAsync(5);

        Assert.Equal(("First", 1), meanwhile);
        Assert.Equal("Better", bot.TitleOf("first"));
    }

    public void Dispose()
    {
        _config.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private sealed class RuleThatEdits(Action<TalkCatalogue> edit) : ICatalogueRule
    {
        public ImmutableArray<LintRule> Rules => [];

        public IEnumerable<Finding> Check(TalkCatalogue catalogue)
        {
            edit(catalogue);
            return [];
        }
    }

    private Task<WatchedConfig> StartAsync() => WatchedConfig.StartAsync(_config.Root, _data);
}
