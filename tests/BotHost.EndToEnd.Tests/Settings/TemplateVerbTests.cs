using BotHost.EndToEnd.Tests.Processes;

namespace BotHost.EndToEnd.Tests.Settings;

/// <summary>An organiser copies a template, changes it, looks at it, and is told what is wrong with it.</summary>
public sealed class TemplateVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{{#if cancelled}}Cancelled: {{/if}}{{#if postponed}}Postponed: {{/if}}{{fullTitle}} · {{> when}}")]
    [InlineData("{{#if cancelled}}【中止】{{/if}}{{#if postponed}}【延期】{{/if}}{{fullTitle}}｜{{> when}}", "--language", "ja")]
    public async Task A_template_is_printed_as_it_is_and_nothing_else(string expected, params string[] language)
    {
        var printed = await RunAsync(["preview", "--template", "lead", .. language, "--config", Repository.SampleConfig]);

        Assert.Equal((0, expected), printed);
    }

    [Theory]
    [InlineData("There is no template 'anouncement'; did you mean 'announcement'? There are: announcement, calledoff, ", 1, "--template", "anouncement")]
    [InlineData("There is no template 'lead' in 'fr': this is the one in 'en'. Others are in ja, zh-Hans, zh-Hant.", 0, "--template", "lead", "--language", "fr")]
    [InlineData("Name either a talk, or a template with --template.", 2, "asian-talk-176", "--template", "lead")]
    public async Task What_cannot_be_printed_is_said(string words, int exitCode, params string[] asked)
    {
        var printed = await RunAsync(["preview", .. asked, "--config", Repository.SampleConfig]);

        Assert.Equal(exitCode, printed.ExitCode);
        Assert.Contains(words, printed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_of_ones_own_changes_the_preview_in_its_language_alone()
    {
        var config = _folder.CopyOfSample();
        Write("templates/announcement.md", "Ours: {{title}}\r\n---\r\n# {{title}}\r\n\r\nCome as you are.\r\n\r\n{{> facts}}\r\n");
        Write("templates/ja/announcement.md", "別の言葉\n---\n# {{title}}\n");

        var preview = await RunAsync("preview", "asian-talk-176", "--config", config);

        Assert.Equal(0, preview.ExitCode);
        Assert.Contains("Ours: Chinese Immigration and Its Discontents\n", preview.Output, StringComparison.Ordinal);
        Assert.Contains("\nCome as you are.\n", preview.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("別の言葉", preview.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_a_template_refuses_the_config_with_its_place()
    {
        var config = _folder.CopyOfSample();
        Write("templates/announcement.md", "\uFEFF{{title}}\r\n---\r\n# {{title}}\r\n\r\nWith {{speakers}}\r\n");

        var check = await RunAsync("check", "--config", config);

        Assert.Equal(1, check.ExitCode);
        Assert.StartsWith("templates/announcement.md:5:6: error: 'speakers' is not known here; known are ", check.Output, StringComparison.Ordinal);
    }

    // The shell makes the file empty before the program starts.
    [Fact]
    public async Task The_built_in_template_is_printed_into_an_empty_file_of_the_config()
    {
        var config = _folder.CopyOfSample();
        Write("templates/lead.md", "");

        var printed = await RunAsync("preview", "--template", "lead", "--config", config);

        Assert.Equal(0, printed.ExitCode);
        Assert.Contains("{{fullTitle}} · {{> when}}", printed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copied_template_changes_nothing()
    {
        var config = _folder.CopyOfSample();
        var before = await RunAsync("preview", "asian-talk-176", "--config", config);
        var printed = await RunAsync("preview", "--template", "announcement", "--config", config);
        Write("templates/announcement.md", $"{printed.Output}\n");

        var after = await RunAsync("preview", "asian-talk-176", "--config", config);

        Assert.Contains("\n---\n", printed.Output, StringComparison.Ordinal);
        Assert.Equal(before, after);
    }

    private void Write(string path, string content)
    {
        var file = Path.Combine(_folder["config"], path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    private async Task<(int ExitCode, string Output)> RunAsync(params string[] args)
    {
        await using var bot = BotProcess.Start(_folder.Path, null, args);
        var exitCode = await bot.ExitCodeAsync(Cancel);
        return (exitCode, bot.Output);
    }
}
