using BotHost.EndToEnd.Tests.Processes;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Commands;

/// <summary>Moderators are told, see how things stand and decide, on the real wires. Reports go to Telegram's moderator in private.</summary>
public sealed class ReportsOnTheWireTests
{
    private const string Moderators = "2002";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Status_answers_moderators_alone_on_both_platforms()
    {
        await using var stage = await WireStage.StartAsync();

        var onDiscord = await stage.AskDiscordAsync(WireWorld.Moderator, "/status");
        var onTelegram = await stage.AskTelegramAsync(WireWorld.TelegramModerator, "/status", WireWorld.Group);
        var refused = await stage.AskTelegramAsync(WireWorld.TelegramMember, "/status");

        Assert.Equal(WireWorld.Moderator, onDiscord.VisibleTo);
        Assert.Equal(Moderators, onTelegram.ChatId);
        Assert.All([onDiscord, onTelegram], answer =>
        {
            Assert.Contains("discord: works", answer.Text!, StringComparison.Ordinal);
            Assert.Contains("telegram: works", answer.Text!, StringComparison.Ordinal);
            Assert.Contains("announce of asian-talk-176 in discord-announcements, ", answer.Text!, StringComparison.Ordinal);
        });
        Assert.StartsWith("Only moderators may do this", refused.Text!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_them_posts_what_a_long_silence_held_back()
    {
        await using var stage = await WireStage.StartAsync(ReportToTelegram);
        await stage.StopBotAsync();
        // In the moment of the announcement, on a clock that comes to nothing else within this test.
        await stage.StartBotAsync(new Dictionary<string, string?> { ["Clock:Start"] = "2026-12-30T01:00:00Z", ["Clock:Speed"] = "0.001" });
        // With its poster, the announcement is one message on Discord and two on Telegram.
        await stage.Record.WaitUntilAsync(all => Posts(all).Count == 3, Cancel).InTime();
        await stage.StopBotAsync();
        await stage.StartBotAsync(new Dictionary<string, string?> { ["Clock:Start"] = "2027-01-19T02:00:00Z", ["Clock:Speed"] = "0.001" });
        var report = await ReportAsync(stage, "2 posts are held");
        var before = stage.Mark();

        var outcome = await stage.DecideTelegramAsync(WireWorld.TelegramModerator, report, WireButtons.Data(report, "Post them"));
        await stage.Record.WaitUntilAsync(all => Posts(all.Skip(before)).Count == 2, Cancel).InTime();

        Assert.Equal(["Post them", "Leave them out"], WireButtons.Actions(report));
        Assert.Equal((RecordKinds.MessageEdited, report.MessageId), (outcome.Kind, outcome.MessageId));
        Assert.Equal(["discord", "telegram"], Posts(stage.Record.Entries.Skip(before)).Select(post => post.Platform).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Send_again_sends_the_message_that_was_never_answered()
    {
        await using var stage = await WireStage.StartAsync(ReportToTelegram);
        var preview = await stage.AskDiscordAsync(WireWorld.Moderator, "/announce 176");
        stage.Platforms.AddFaults(new SandboxFault { Platform = "telegram", Route = "sendMessage", Action = new FaultAction { Reset = true } });
        var outcome = await stage.PressDiscordAsync(WireWorld.Moderator, preview.MessageId!, WireButtons.Data(preview, "Post now"));
        // The first pass of the next start finds it.
        await stage.StopBotAsync();
        await stage.StartBotAsync(WireStage.StandingClock);
        var report = await ReportAsync(stage, "Is it there? announce of asian-talk-176 in telegram-announcements");
        var before = stage.Mark();

        await stage.PressTelegramAsync(WireWorld.TelegramModerator, report, WireButtons.Data(report, "Send again"));
        await stage.Record.WaitUntilAsync(all => Posts(all.Skip(before)).Count == 1, Cancel).InTime();

        Assert.Contains("telegram-announcements: unknown", outcome.Text!, StringComparison.Ordinal);
        Assert.Equal(["Send again", "It is there"], WireButtons.Actions(report));
        Assert.StartsWith("【New Event】\nAsian Talk 176\n", Assert.Single(Posts(stage.Record.Entries.Skip(before))).Text!, StringComparison.Ordinal);
    }

    private static string ReportToTelegram(string config) =>
        config.Replace($"    users: [\"{Moderators}\"]\n", $"    users: [\"{Moderators}\"]\n    report_to: \"{Moderators}\"\n", StringComparison.Ordinal);

    private static async Task<RecordEntry> ReportAsync(WireStage stage, string opening)
    {
        try
        {
            var all = await stage.Record.WaitUntilAsync(entries => entries.Any(IsReport), Cancel).InTime();
            return all.First(IsReport);
        }
        catch (TimeoutException)
        {
            var said = stage.Record.Entries.Where(entry => entry is { Kind: RecordKinds.MessageCreated, ChatId: Moderators }).Select(entry => entry.Text);
            Assert.Fail($"No report opens with '{opening}'. What the moderators read:\n{string.Join("\n---\n", said)}");
            throw;
        }

        bool IsReport(RecordEntry entry) => entry is { Kind: RecordKinds.MessageCreated, ChatId: Moderators } && entry.Text!.StartsWith(opening, StringComparison.Ordinal);
    }

    private static List<RecordEntry> Posts(IEnumerable<RecordEntry> all) =>
        [.. all.Where(entry => entry is { Kind: RecordKinds.MessageCreated, ChatId: WireWorld.Channel or "-1002000000001" })];
}
