using System.Text.RegularExpressions;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Tests.Builders;

namespace BotHost.Configuration.Tests;

public sealed class InitFilesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("bothost-init-").FullName;

    [Fact]
    public void With_a_channel_and_a_place_of_moderators_only_the_open_date_is_noted()
    {
        var paths = InitFiles.Write(_root, new InitAnswers("Harbour Evenings", "Europe/Berlin", ["de", "en"], "911", "901", "-1005"));

        var reading = ConfigOnDisk.Read(_root);

        Assert.Equal(["start-tba"], reading.Findings.Select(finding => finding.Rule));
        Assert.Equal(6, paths.Length);
        Assert.All(paths, path => Assert.True(File.Exists(path)));
        var catalogue = reading.Catalogue!;
        Assert.False(catalogue.IsSample);
        Assert.Equal(("Harbour Evenings", "Europe/Berlin", "de"), (catalogue.Community.Name, catalogue.Community.Zone.Id, catalogue.Community.Languages[0]));
        Assert.Equal(["discord:911", "telegram:-1005"], catalogue.Channels.Select(channel => channel.Address.ToString()));
        Assert.Equal(["discord 901", "telegram -1005"], catalogue.Moderators.Select(rules => $"{rules.Platform} {rules.Places[0].Id}"));
        Assert.Equal(TalkStatus.Draft, Assert.Single(catalogue.Talks).Value.Status);
        Assert.Equal(6, Assert.Single(catalogue.Campaigns).Value.Steps.Length);
    }

    [Theory]
    [InlineData("911", "901", null, "start-tba")]
    [InlineData(null, null, "-1005", "start-tba")]
    [InlineData("911", null, null, "no-moderators start-tba")]
    [InlineData(null, "901", null, "no-channels start-tba")]
    [InlineData(null, null, null, "no-channels no-moderators start-tba")]
    public void What_was_not_answered_gives_the_documented_notes_and_nothing_else(string? channel, string? guild, string? chat, string rules)
    {
        InitFiles.Write(_root, new InitAnswers("Club", "UTC", ["en"], channel, guild, chat));

        var reading = ConfigOnDisk.Read(_root);

        Assert.Equal(rules, string.Join(' ', reading.Findings.Select(finding => finding.Rule)));
        Assert.All(reading.Findings, finding => Assert.Equal(Severity.Note, finding.Severity));
        Assert.NotNull(reading.Catalogue);
    }

    [Fact]
    public void The_commented_lines_are_valid_too_once_their_sign_is_removed()
    {
        InitFiles.Write(_root, new InitAnswers("Club", "UTC", ["en"]));
        var path = Path.Combine(_root, "bothost.yaml");
        var text = File.ReadAllText(path);
        foreach (var section in new[] { "channels", "moderators" })
        {
            text = text.Replace($"{section}: []\n", "", StringComparison.Ordinal).Replace($"{section}: {{}}\n", "", StringComparison.Ordinal);
            var start = text.IndexOf($"# {section}:", StringComparison.Ordinal);
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            var block = text[start..end].Replace("\n# ", "\n", StringComparison.Ordinal)[2..];
            text = text[..start] + block.Replace(" AND THE NUMBER OF THE CHAT", "1", StringComparison.Ordinal)
                .Replace("NUMBER OF THE SERVER", "2", StringComparison.Ordinal)
                .Replace("NUMBER OF THE CHANNEL", "3", StringComparison.Ordinal) + text[end..];
        }

        File.WriteAllText(path, text);

        Assert.Equal(["start-tba"], ConfigOnDisk.Read(_root).Findings.Select(finding => finding.Rule));
    }

    [Theory]
    [InlineData("901", null, "discord:77")]
    [InlineData(null, "-1005", "telegram:77")]
    [InlineData("901", "-1005", "discord:77 telegram:77")]
    public void The_commented_rooms_of_the_moderators_get_their_reports_once_their_sign_is_removed(string? guild, string? chat, string told)
    {
        InitFiles.Write(_root, new InitAnswers("Club", "UTC", ["en"], "911", guild, chat));
        var path = Path.Combine(_root, "bothost.yaml");
        File.WriteAllText(path, Regex.Replace(File.ReadAllText(path), """# report_to: ".*"\n""", "report_to: \"77\"\n"));

        var reading = ConfigOnDisk.Read(_root);

        Assert.Equal(["start-tba"], reading.Findings.Select(finding => finding.Rule));
        Assert.Equal(told, string.Join(' ', reading.Catalogue!.Moderators.Select(rules => rules.ReportTo)));
    }

    [Fact]
    public void A_name_with_signs_of_YAML_in_it_stays_the_name()
    {
        const string name = "The \"Run\" Club: #1 \\ [yes] 夜話";
        InitFiles.Write(_root, new InitAnswers(name, "Asia/Tokyo", ["no"], "911", "901"));

        var reading = ConfigOnDisk.Read(_root);

        Assert.Equal(["start-tba"], reading.Findings.Select(finding => finding.Rule));
        Assert.Equal(name, reading.Catalogue!.Community.Name);
    }

    [Fact]
    public void A_file_that_is_there_is_never_overwritten_and_nothing_else_is_written()
    {
        Directory.CreateDirectory(Path.Combine(_root, "talks"));
        File.WriteAllText(Path.Combine(_root, "talks", "first-talk.yaml"), "mine");

        var exception = Assert.Throws<IOException>(() => InitFiles.Write(_root, new InitAnswers("Club", "UTC", ["en"])));

        Assert.Contains("first-talk.yaml' is there already", exception.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_root, "talks", "first-talk.yaml")));
        Assert.False(File.Exists(Path.Combine(_root, "bothost.yaml")));
    }

    [Theory]
    [InlineData("", "UTC", "en", "community")]
    [InlineData("Two\nlines", "UTC", "en", "community")]
    [InlineData("Club", "Berlin", "en", "did you mean 'Europe/Berlin'?")]
    [InlineData("Club", "UTC", "English", "language")]
    public void An_answer_that_cannot_be_is_refused_before_anything_is_written(string community, string zone, string language, string told)
    {
        var exception = Assert.Throws<ArgumentException>(() => InitFiles.Write(_root, new InitAnswers(community, zone, [language])));

        Assert.Contains(told, exception.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_root));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
