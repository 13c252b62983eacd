using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Composition;
using BotHost.Configuration;
using BotHost.EndToEnd.Tests.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.EndToEnd.Tests.Lint;

/// <summary>The rules of every room together, as <c>check</c> composes them, with the real templates and renderers.</summary>
public sealed class AllRulesTests : IDisposable
{
    private const string Talk176 = "talks/asian-talk-176.yaml";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_shipped_sample_gives_nothing_at_all_notes_included() => Assert.Empty(Read(Repository.SampleConfig));

    [Fact]
    public void What_init_writes_gives_the_note_of_the_open_date_alone()
    {
        InitFiles.Write(_folder["mine"], new InitAnswers("Club", "Europe/Berlin", ["de", "en"], "911111111111111111", "901111111111111111", "-1005"));

        Assert.Equal(["start-tba"], Read(_folder["mine"]).Select(finding => finding.Rule));
    }

    [Theory]
    [InlineData(10, true, "")]
    [InlineData(70, true, "")]
    [InlineData(70, false, "talks/asian-talk-176.yaml:15:3 note too-long")]
    [InlineData(140, true, "talks/asian-talk-176.yaml:21:10 warning too-long")]
    public void A_summary_that_leaves_no_room_for_the_rest_is_told_of_unless_headlines_stand_in(int sentences, bool hasHeadline, string expected)
    {
        var config = _folder.CopyOfSample();
        var summary = string.Concat(Enumerable.Repeat("  The ferries never left their port.\n", sentences));
        Edit(config, Talk176, "summary: |\n", $"summary: |\n{summary}\n");
        if (!hasHeadline)
        {
            Edit(config, "people/takehiro-masutomo.yaml", "headline: Journalist and author; adjunct researcher at Waseda University\n", "");
        }

        Assert.Equal(expected, string.Join(" | ", Read(config).Select(Short)));
    }

    [Fact]
    public void A_talk_that_no_shortening_helps_is_an_error()
    {
        var config = _folder.CopyOfSample();
        Edit(config, Talk176, "title: Chinese Immigration and Its Discontents", $"title: {new string('x', 5_000)}");

        Assert.Equal([$"{Talk176}:21:10 error does-not-fit"], Read(config).Select(Short));
    }

    [Fact]
    public void A_link_in_Markdown_that_looks_like_another_page_is_found_at_its_words()
    {
        var config = _folder.CopyOfSample();
        Edit(config, Talk176, "  We welcome", "  At [example.org](https://evil.example/): we welcome");

        Assert.Equal([$"{Talk176}:32:7 warning link-host"], Read(config).Select(Short));
    }

    private static ImmutableArray<Finding> Read(string config)
    {
        using var room = Rooms.ReadingRoom();
        return room.Services.GetRequiredService<CatalogueReader>().Read(config).Findings;
    }

    private static string Short(Finding finding) => $"{finding.Where} {finding.Severity.ToString().ToLowerInvariant()} {finding.Rule}";

    private static void Edit(string config, string file, string part, string replacement)
    {
        var path = Path.Combine(config, file);
        var text = File.ReadAllText(path);
        Assert.Equal(2, text.Split(part).Length);
        File.WriteAllText(path, text.Replace(part, replacement, StringComparison.Ordinal));
    }
}
