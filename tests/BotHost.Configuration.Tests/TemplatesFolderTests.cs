using System.Text;
using BotHost.Configuration.Tests.Builders;

namespace BotHost.Configuration.Tests;

/// <summary>The organiser's own templates, as the other rooms get them.</summary>
public sealed class TemplatesFolderTests : IDisposable
{
    private readonly ConfigOnDisk _config = new();

    [Fact]
    public void A_template_is_in_the_leading_language_or_in_that_of_its_folder()
    {
        _config.Write("templates/announcement.md", "# {{title}}\n");
        _config.Write("templates/zh-Hant/announcement.md", "# 講座\n");
        _config.Write("templates/ja/reminder.MD", "# 予告\n");

        var reading = _config.Read();

        Assert.Empty(reading.Findings);
        Assert.Equal(6, reading.FileCount);
        Assert.Equal(
            ["en announcement: # {{title}}\n", "ja reminder: # 予告\n", "zh-Hant announcement: # 講座\n"],
            reading.Catalogue!.Templates.Select(template => $"{template.Language} {template.Name}: {template.Text}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("one\ntwo\n𠮷 three\n")]
    [InlineData("one\r\ntwo\r\n𠮷 three\r\n")]
    [InlineData("one\rtwo\r𠮷 three\r")]
    public void Every_character_has_its_place_in_the_file_whatever_ends_its_lines(string text)
    {
        _config.Write("templates/announcement.md", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);

        var written = Assert.Single(_config.Read().Catalogue!.Templates).Text;

        Assert.Equal("one\ntwo\n𠮷 three\n", written.Text);
        Assert.Equal("templates/announcement.md:1:1", written.Where.ToString());
        Assert.Equal("templates/announcement.md:2:3", written.At(6).ToString());
        Assert.Equal("templates/announcement.md:3:4", written.At(written.Text.IndexOf("three", StringComparison.Ordinal)).ToString());
        Assert.Equal("templates/announcement.md:4:1", written.At(written.Text.Length).ToString());
    }

    [Fact]
    public void Templates_are_part_of_the_accepted_copy()
    {
        var data = Directory.CreateTempSubdirectory("bothost-data-").FullName;
        try
        {
            _config.Write("templates/ja/announcement.md", "# 講座\n");
            var accepted = new AcceptedConfig(data);
            accepted.Keep(_config.Read());

            var copy = accepted.Read(new CatalogueReader(new ParagraphReader(), []));

            Assert.Equal("# 講座\n", Assert.Single(copy.Catalogue!.Templates).Text.Text);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public void A_template_that_has_not_changed_is_the_same_object_after_a_reload()
    {
        _config.Write("templates/announcement.md", "# {{title}}\n");
        var reader = new CatalogueReader(new ParagraphReader(), []);
        var before = reader.Read(_config.Root).Catalogue!.Templates[0];
        _config.Replace("talks/a.yaml", "title: First", "title: Second");

        Assert.Same(before, reader.Read(_config.Root).Catalogue!.Templates[0]);
    }

    [Fact]
    public void Too_many_templates_are_one_finding()
    {
        for (var number = 0; number < 201; number++)
        {
            _config.Write($"templates/t{number}.md", "x\n");
        }

        var finding = Assert.Single(_config.Read().Findings);
        Assert.Equal("templates:1:1 too-many-files", $"{finding.Where} {finding.Rule}");
    }

    [Fact]
    public void Other_words_are_told_beside_the_news_of_a_taken_config_and_the_same_words_are_not()
    {
        var none = _config.Read().Catalogue!;
        _config.Write("templates/announcement.md", "# {{title}}\n");
        var one = _config.Read().Catalogue!;
        _config.Write("templates/announcement.md", "# {{title}}\r\n");
        var same = _config.Read().Catalogue!;

        Assert.Contains("templates changed", CatalogueChange.TellBeside(none, one), StringComparison.Ordinal);
        Assert.Contains("templates changed", CatalogueChange.TellBeside(one, none), StringComparison.Ordinal);
        Assert.Empty(CatalogueChange.TellBeside(one, same));
    }

    public void Dispose() => _config.Dispose();
}
