using BotHost.Announcements.Talks;
using BotHost.Configuration.Tests.Builders;

namespace BotHost.Configuration.Tests;

public sealed class AcceptedConfigTests : IDisposable
{
    private readonly ConfigOnDisk _config = new();
    private readonly string _data = Directory.CreateTempSubdirectory("bothost-data-").FullName;

    [Fact]
    public void The_copy_survives_a_broken_edit_and_a_restart()
    {
        new AcceptedConfig(_data).Keep(_config.Read());
        _config.Replace("talks/a.yaml", "title: First", "title: First: broken");
        Assert.Null(_config.Read().Catalogue);

        var accepted = new AcceptedConfig(_data);

        Assert.True(accepted.Exists);
        var reading = ConfigOnDisk.Read(accepted.Directory);
        Assert.Empty(reading.Findings);
        Assert.Equal("First", reading.Catalogue!.Talks[new TalkId("first")].Title);
        Assert.Equal(ConfigOnDisk.Person, File.ReadAllText(Path.Combine(accepted.Directory, "people", "jo.yaml")));
    }

    [Fact]
    public void What_was_checked_is_kept_even_if_the_files_changed_meanwhile()
    {
        var accepted = new AcceptedConfig(_data);
        var reading = _config.Read();
        _config.Write("talks/a.yaml", "broken: [");

        accepted.Keep(reading);

        Assert.Equal(ConfigOnDisk.Talk, File.ReadAllText(Path.Combine(accepted.Directory, "talks", "a.yaml")));
    }

    [Fact]
    public void A_newer_config_replaces_the_copy_and_files_that_are_gone_are_gone_there_too()
    {
        var accepted = new AcceptedConfig(_data);
        _config.Write("talks/b.yaml", "id: second\nseries: talks\ntitle: Second\nstart: 2027-03-02\n");
        accepted.Keep(_config.Root);
        _config.Delete("talks/b.yaml");

        accepted.Keep(_config.Root);

        Assert.Equal("first", Assert.Single(ConfigOnDisk.Read(accepted.Directory).Catalogue!.Talks).Key.Value);
        Assert.Equal([accepted.Directory], Directory.GetDirectories(Path.Combine(_data, "accepted-config")));
    }

    [Fact]
    public void A_crash_while_writing_leaves_the_old_copy_and_is_cleaned_up_by_the_next()
    {
        var accepted = new AcceptedConfig(_data);
        accepted.Keep(_config.Root);
        var old = accepted.Directory;
        Directory.CreateDirectory(Path.Combine(_data, "accepted-config", "0123456789abcdef.1.tmp", "talks"));
        File.WriteAllText(Path.Combine(_data, "accepted-config", "current.1.tmp"), "0123");

        Assert.Equal(old, new AcceptedConfig(_data).Directory);

        _config.Replace("talks/a.yaml", "title: First", "title: Second");
        accepted.Keep(_config.Root);
        Assert.Equal(2, Directory.GetFileSystemEntries(Path.Combine(_data, "accepted-config")).Length);
    }

    [Fact]
    public void Keeping_the_same_config_again_touches_nothing()
    {
        var accepted = new AcceptedConfig(_data);
        accepted.Keep(_config.Root);
        var marker = Path.Combine(accepted.Directory, "untouched");
        File.WriteAllText(marker, "");

        accepted.Keep(_config.Root);

        Assert.True(File.Exists(marker));
    }

    [Fact]
    public void Without_a_copy_there_is_none()
    {
        var accepted = new AcceptedConfig(Path.Combine(_data, "not-there"));

        Assert.False(accepted.Exists);
        Assert.Throws<InvalidOperationException>(() => accepted.Directory);
    }

    [Fact]
    public void A_config_with_errors_is_never_kept()
    {
        _config.Write("people/jo.yaml", "id: jo\n");
        var accepted = new AcceptedConfig(_data);

        Assert.Throws<InvalidOperationException>(() => accepted.Keep(_config.Read()));
        Assert.False(accepted.Exists);
    }

    public void Dispose()
    {
        _config.Dispose();
        Directory.Delete(_data, recursive: true);
    }
}
