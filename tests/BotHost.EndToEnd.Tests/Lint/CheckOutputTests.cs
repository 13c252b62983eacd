using System.Text.Json;
using BotHost.EndToEnd.Tests.Processes;

namespace BotHost.EndToEnd.Tests.Lint;

/// <summary>What <c>check</c> prints, as a real process.</summary>
public sealed class CheckOutputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task In_text_each_finding_ends_with_the_name_of_its_rule()
    {
        Break();

        var (exitCode, output) = await CheckAsync();

        Assert.Equal(1, exitCode);
        Assert.Equal(
            """
            talks/asian-talk-176.yaml:5:8: warning: the text holds U+200B ZERO WIDTH SPACE, which nobody sees; delete it: remove the characters on both sides of this place, and type them again [invisible-character]
            talks/asian-talk-177.yaml:10:9: error: status: 'sôon' is not a status; write one of: draft, confirmed, postponed, cancelled [bad-status]
            talks/asian-talk-178.yaml:7:15: note: the start is to be announced: what counts from it waits; write the date once it is known [start-tba]
            1 error, 1 warning.
            """,
            output);
    }

    [Fact]
    public async Task As_JSON_there_is_an_array_and_nothing_else()
    {
        Break();

        var (exitCode, output) = await CheckAsync("--format", "json");

        Assert.Equal(1, exitCode);
        Assert.Contains("'sôon'", output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(
            [
                "talks/asian-talk-176.yaml 5 8 warning invisible-character",
                "talks/asian-talk-177.yaml 10 9 error bad-status",
                "talks/asian-talk-178.yaml 7 15 note start-tba",
            ],
            json.RootElement.EnumerateArray().Select(finding => string.Join(
                ' ', finding.EnumerateObject().Take(5).Select(field => field.Value.ToString()))));
        Assert.All(json.RootElement.EnumerateArray(), finding => Assert.Equal(
            ["file", "line", "column", "severity", "rule", "text", "remedy"], finding.EnumerateObject().Select(field => field.Name)));
    }

    [Theory]
    [InlineData("", 0, "[]")]
    [InlineData("nowhere", 1, "no-config")]
    public async Task As_JSON_the_exit_codes_are_the_same(string folder, int expected, string words)
    {
        var config = folder.Length == 0 ? _folder.CopyOfSample() : folder;

        var (exitCode, output) = await CheckAsync("--format", "json", "--config", config);

        Assert.Equal(expected, exitCode);
        Assert.StartsWith("[", output, StringComparison.Ordinal);
        Assert.EndsWith("]", output, StringComparison.Ordinal);
        Assert.Contains(words, output, StringComparison.Ordinal);
    }

    private void Break()
    {
        _folder.CopyOfSample();
        Edit("asian-talk-176.yaml", "title: Chinese", "title: \u200BChinese");
        Edit("asian-talk-177.yaml", "status: confirmed", "status: sôon");
        Edit("asian-talk-178.yaml", "  start-tba: this sample shows what a talk without a date looks like\n", "  clash: there is none\n");
    }

    private void Edit(string file, string part, string replacement)
    {
        var path = Path.Combine(_folder["config"], "talks", file);
        var text = File.ReadAllText(path);
        Assert.Contains(part, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(part, replacement, StringComparison.Ordinal));
    }

    private async Task<(int ExitCode, string Output)> CheckAsync(params string[] args)
    {
        await using var check = BotProcess.Start(_folder.Path, null, ["check", .. args]);
        var exitCode = await check.ExitCodeAsync(Cancel);
        return (exitCode, check.Output);
    }
}
