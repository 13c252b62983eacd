using BotHost.EndToEnd.Tests.Specifications;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Corrections;

/// <summary>What the platforms hold after a talk has changed; nothing is asked of the bot or its ledger.</summary>
public sealed class CorrectionsOnTheWireTests
{
    private const string Talk = "Asian Talk 201: Rivers and Roads";

    /// <summary>Announcement, notice, week, day, hour, start and thanks, in two channels.</summary>
    private const int WholeCampaign = 14;

    private static readonly string[] BothPlatforms = ["discord", "telegram"];

    private static readonly string[] Dates = ["<t:1804068000:F>", "Wednesday, 3 March 2027, 19:00 (Tokyo, UTC+9)"];

    [Fact]
    public async Task A_date_that_comes_edits_the_announcements_and_sends_one_notice_in_each_channel()
    {
        await using var stage = await CorrectionStage.OpenAsync();
        await stage.StartAsync();
        await stage.UntilAsync(all => Created(all).Count == 2);

        stage.WriteTalk("2027-03-03 19:00");
        stage.Reload();
        await stage.UntilAsync(all => Created(all).Count == WholeCampaign);

        AssertDateIsTold(stage);
        Assert.Equal(2, stage.OfKind(RecordKinds.MessageEdited).Count);
    }

    [Fact]
    public async Task A_translation_that_comes_later_edits_silently()
    {
        await using var stage = await CorrectionStage.OpenAsync();
        stage.SpeakJapaneseToo();
        await stage.StartAsync();
        await stage.UntilAsync(all => Created(all).Count == 2);

        stage.WriteTalk("TBA", "translations: { ja: { title: 川と道, summary: テストの講演。 } }");
        stage.Reload();
        await stage.UntilAsync(all => all.Any(entry => entry.Kind == RecordKinds.MessageEdited));
        stage.WriteTalk("TBA", "translations: { ja: { title: 川と道, summary: テストの講演。 }, fr: { title: Rivières } }");
        stage.Reload();
        stage.WriteTalk("TBA", "translations: { ja: { title: 川と道路, summary: テストの講演。 }, fr: { title: Rivières } }");
        stage.Reload();
        await stage.UntilAsync(all => all.Count(entry => entry.Kind == RecordKinds.MessageEdited) == 2);

        var posted = stage.OfKind(RecordKinds.MessageCreated);
        Assert.Equal(BothPlatforms, posted.Select(post => post.Platform).Order(StringComparer.Ordinal));
        Assert.All(stage.OfKind(RecordKinds.MessageEdited), edit =>
        {
            Assert.Equal(posted.Single(post => post.Platform == "discord").MessageId, edit.MessageId);
            Assert.Empty(edit.Pings);
        });
    }

    [Theory]
    [InlineData("edit-message", FaultPhase.AfterAccept)]
    [InlineData("editMessageText", FaultPhase.AfterAccept)]
    [InlineData("editMessageText", FaultPhase.BeforeAccept)]
    public async Task A_kill_before_or_after_an_edit_leaves_one_message_with_the_right_text(string route, FaultPhase phase)
    {
        await using var stage = await CorrectionStage.OpenAsync();
        await using (var first = stage.Run())
        {
            await stage.UntilAsync(all => Created(all).Count == 2);
            await first.TerminateAsync(TestContext.Current.CancellationToken);
        }

        stage.WriteTalk("2027-03-03 19:00");
        await using (var killed = stage.Run())
        {
            stage.KillAtEdit(killed, route, phase);
            await killed.ExitCodeAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(phase is FaultPhase.AfterAccept, stage.OfKind(RecordKinds.MessageEdited).Any(edit => edit.Platform == (route == "edit-message" ? "discord" : "telegram")));
        await using var last = stage.Run();
        await stage.UntilAsync(all => Created(all).Count == WholeCampaign);

        AssertDateIsTold(stage);
    }

    [Fact]
    public async Task Every_request_of_a_correction_keeps_to_the_platforms_descriptions()
    {
        // Where the descriptions are missing, this is skipped before anything is played.
        _ = (SpecificationFiles.Discord, SpecificationFiles.Telegram);
        await using var stage = await CorrectionStage.OpenAsync();
        await stage.StartAsync();
        await stage.UntilAsync(all => Created(all).Count == 2);

        stage.WriteTalk("TBA", "links: [{ book: https://example.org/book }]");
        stage.Reload();
        await stage.UntilAsync(all => all.Count(entry => entry.Kind == RecordKinds.MessageEdited) == 2);

        RequestJudge.ApproveAll(stage.Record);
        Assert.Superset(
            new HashSet<string> { "discord PATCH /channels/{channel}/messages/{message}", "telegram editMessageText" },
            RequestJudge.RoutesOf(stage.Record).ToHashSet());
    }

    private static void AssertDateIsTold(CorrectionStage stage)
    {
        var posted = stage.OfKind(RecordKinds.MessageCreated);
        Assert.Equal(WholeCampaign, posted.Count);
        var announcements = posted.Where(post => post.Text!.StartsWith(Opening(post), StringComparison.Ordinal)
            && post.Text.Contains("Date to be announced", StringComparison.Ordinal)).ToList();
        Assert.Equal(BothPlatforms, announcements.Select(post => post.Platform).Order(StringComparer.Ordinal));
        var notices = posted.Where(post => post.Text!.StartsWith($"Date set: {Talk} · ", StringComparison.Ordinal)).ToList();
        Assert.Equal(BothPlatforms, notices.Select(post => post.Platform).Order(StringComparer.Ordinal));
        Assert.All(notices, notice => Assert.Contains(Dates, date => notice.Text!.Contains(date, StringComparison.Ordinal)));

        var edits = stage.OfKind(RecordKinds.MessageEdited);
        foreach (var announcement in announcements)
        {
            var edited = edits.Where(edit => edit.Platform == announcement.Platform).ToList();
            Assert.NotEmpty(edited);
            Assert.All(edited, edit => Assert.Equal((announcement.ChatId, announcement.MessageId), (edit.ChatId, edit.MessageId)));
            Assert.StartsWith(Opening(announcement), edited[^1].Text!, StringComparison.Ordinal);
            Assert.Contains(Dates, date => edited[^1].Text!.Contains(date, StringComparison.Ordinal));
            Assert.DoesNotContain("Date to be announced", edited[^1].Text!, StringComparison.Ordinal);
            Assert.All(edited, edit => Assert.Empty(edit.Pings));
        }
    }

    private static string Opening(RecordEntry post) => post.Platform == "discord" ? $"{Talk} · " : "【New Event】\nAsian Talk 201\nRivers and Roads\n";

    private static List<RecordEntry> Created(IEnumerable<RecordEntry> all) => [.. all.Where(entry => entry.Kind == RecordKinds.MessageCreated)];
}
