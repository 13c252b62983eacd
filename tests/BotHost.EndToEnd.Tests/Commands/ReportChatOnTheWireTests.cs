using System.Globalization;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Commands;

/// <summary>Reports go to a group and to a channel whose own rights count for nothing: there the listed users press, and nobody else.</summary>
public sealed class ReportChatOnTheWireTests
{
    private const string Question = "Is it there? announce of asian-talk-176 in telegram-announcements";
    private const string ForeignGroup = "-1002000000009";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_the_group_for_reports_on_Telegram_a_listed_user_presses_and_neither_a_member_nor_its_owner_does()
    {
        await using var stage = await AskedAsync(config => Replaced(config, "    users: [\"2002\"]\n", $"    report_to: \"{ForeignGroup}\"\n"));
        var report = await ReportAsync(stage, ForeignGroup);
        var button = WireButtons.Data(report, "It is there");

        var toMember = await stage.PressTelegramAsync(WireWorld.TelegramMember, report, button);
        var toOwner = await stage.PressTelegramAsync(WireWorld.TelegramForeignOwner, report, button);
        var status = await stage.AskTelegramAsync(WireWorld.TelegramModerator, "/status", WireWorld.ForeignGroup);
        var outcome = await stage.DecideTelegramAsync(WireWorld.TelegramModerator, report, button);

        AssertRefused(WireWorld.TelegramMember.ToString(CultureInfo.InvariantCulture), toMember);
        AssertRefused(WireWorld.TelegramForeignOwner.ToString(CultureInfo.InvariantCulture), toOwner);
        Assert.Contains("telegram: works", status.Text!, StringComparison.Ordinal);
        Assert.Equal((RecordKinds.MessageEdited, report.MessageId), (outcome.Kind, outcome.MessageId));
        Assert.StartsWith("It is there, says Noor: ", outcome.Text!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_channel_for_reports_on_Discord_a_listed_user_presses_and_not_even_its_servers_owner_does()
    {
        await using var stage = await AskedAsync(config =>
            Replaced(config, $"    users: [\"{WireWorld.Moderator}\"]\n", $"    report_to: \"{WireWorld.ForeignChannel}\"\n"));
        var report = await ReportAsync(stage, WireWorld.ForeignChannel);
        var button = WireButtons.Data(report, "It is there");

        var toOwner = await stage.PressDiscordAsync(WireWorld.ForeignOwner, report.MessageId!, button, WireWorld.ForeignChannel);
        var status = await stage.AskDiscordAsync(WireWorld.Moderator, "/status", WireWorld.ForeignChannel);
        var before = stage.Mark();
        stage.Platforms.PressDiscord(report.MessageId!, button, WireWorld.Moderator);
        await stage.Record.WaitUntilAsync(all => all.Skip(before).Any(entry => entry.Text?.StartsWith("It is there, says Noor: ", StringComparison.Ordinal) is true), Cancel).InTime();

        Assert.Equal(WireWorld.ForeignOwner, toOwner.VisibleTo);
        Assert.Contains($"your user id is {WireWorld.ForeignOwner}", toOwner.Text!, StringComparison.Ordinal);
        Assert.Contains("discord: works", status.Text!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_decided_in_the_chat_on_Telegram_takes_the_buttons_from_the_copy_on_Discord()
    {
        await using var stage = await AskedAsync(config => Replaced(
            Replaced(config, "    users: [\"2002\"]\n", $"    report_to: \"{ForeignGroup}\"\n"),
            $"    users: [\"{WireWorld.Moderator}\"]\n", $"    report_to: \"{WireWorld.ForeignChannel}\"\n"));
        var onDiscord = await ReportAsync(stage, WireWorld.ForeignChannel);
        var onTelegram = await ReportAsync(stage, ForeignGroup);

        await stage.PressTelegramAsync(WireWorld.TelegramModerator, onTelegram, WireButtons.Data(onTelegram, "It is there"));
        var all = await stage.Record.WaitUntilAsync(entries => entries.Any(IsClosed), Cancel).InTime();

        Assert.Equal(["Send again", "It is there"], WireButtons.Actions(onDiscord));
        Assert.Empty(WireButtons.Actions(all.First(IsClosed)));

        bool IsClosed(RecordEntry entry) => entry.Kind == RecordKinds.MessageEdited && entry.MessageId == onDiscord.MessageId
            && entry.Text?.StartsWith("It is there, says Noor: announce of asian-talk-176 in telegram-announcements", StringComparison.Ordinal) is true;
    }

    /// <summary>A post to Telegram was never answered, so that the moderators are asked about it at the next start.</summary>
    private static async Task<WireStage> AskedAsync(Func<string, string> editConfig)
    {
        var stage = await WireStage.StartAsync(editConfig);
        var preview = await stage.AskDiscordAsync(WireWorld.Moderator, "/announce 176");
        stage.Platforms.AddFaults(new SandboxFault { Platform = "telegram", Route = "sendMessage", Action = new FaultAction { Reset = true } });
        await stage.PressDiscordAsync(WireWorld.Moderator, preview.MessageId!, WireButtons.Data(preview, "Post now"));
        await stage.StopBotAsync();
        await stage.StartBotAsync(WireStage.StandingClock);
        return stage;
    }

    private static async Task<RecordEntry> ReportAsync(WireStage stage, string chat)
    {
        var all = await stage.Record.WaitUntilAsync(entries => entries.Any(IsReport), Cancel).InTime();
        return all.First(IsReport);

        bool IsReport(RecordEntry entry) => entry.Kind == RecordKinds.MessageCreated && entry.ChatId == chat && entry.Text!.StartsWith(Question, StringComparison.Ordinal);
    }

    private static void AssertRefused(string user, RecordEntry answer)
    {
        Assert.Equal(user, answer.ChatId);
        Assert.StartsWith("Only moderators may do this", answer.Text!, StringComparison.Ordinal);
        Assert.Contains($"your user id is {user}", answer.Text!, StringComparison.Ordinal);
    }

    private static string Replaced(string config, string line, string more)
    {
        Assert.Contains(line, config, StringComparison.Ordinal);
        return config.Replace(line, line + more, StringComparison.Ordinal);
    }
}
