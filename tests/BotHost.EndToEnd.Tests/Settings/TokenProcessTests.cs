using BotHost.EndToEnd.Tests.Processes;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Settings;

/// <summary>The corners of the table of tokens with the real executable.</summary>
public sealed class TokenProcessTests : IDisposable
{
    // Milliseconds: a process that should have ended and did not must not hold up the run.
    private const int Deadline = 180_000;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = Deadline)]
    public async Task Without_any_token_run_says_one_sentence_and_ends()
    {
        OwnConfig.Write(_folder, "both");
        await using var bot = BotProcess.Start(_folder.Path, null, "run");

        var exitCode = await bot.ExitCodeAsync(Cancel);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "There is no token: set Discord__Token (or Discord__TokenFile), Telegram__Token (or Telegram__TokenFile), or both; `bothost sandbox` needs none.",
            bot.Output);
    }

    [Fact(Timeout = Deadline)]
    public async Task With_both_tokens_refused_run_ends_without_a_retry_loop_and_shows_neither()
    {
        OwnConfig.Write(_folder, "both");
        await using var platforms = await PlatformsProcess.StartAsync(_folder, Cancel);
        await using var bot = BotProcess.Start(_folder.Path, platforms.Settings("bad", "bad"), "run");

        var exitCode = await bot.ExitCodeAsync(Cancel);
        var record = await platforms.Record.ReadAsync(Cancel);

        Assert.Equal(1, exitCode);
        Assert.Contains("Discord refused the bot: Discord answered 401", bot.Output, StringComparison.Ordinal);
        Assert.Contains("Telegram refuses the bot: 401 Unauthorized", bot.Output, StringComparison.Ordinal);
        Assert.Equal(1, Count(bot.Output, "No platform is left to speak to"));
        Assert.DoesNotContain("Exception", bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("this-token-was", bot.Output, StringComparison.Ordinal);
        Assert.InRange(record.Count(entry => entry is { Platform: "discord", Kind: RecordKinds.Request }), 1, 3);
        Assert.InRange(record.Count(entry => entry is { Platform: "telegram", Kind: RecordKinds.Request }), 1, 3);
    }

    [Fact(Timeout = Deadline)]
    public async Task A_token_of_the_wrong_form_ends_run_when_it_is_the_only_one()
    {
        OwnConfig.Write(_folder, "both");
        var settings = new Dictionary<string, string> { ["Telegram__Token"] = "123:not a token" };
        await using var bot = BotProcess.Start(_folder.Path, settings, "run");

        var exitCode = await bot.ExitCodeAsync(Cancel);

        Assert.Equal(1, exitCode);
        Assert.Contains("the token does not have the form of a token", bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not a token", bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", bot.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline)]
    public async Task One_refused_token_stops_its_platform_alone()
    {
        OwnConfig.Write(_folder, "both");
        await using var platforms = await PlatformsProcess.StartAsync(_folder, Cancel);
        await using var bot = BotProcess.Start(_folder.Path, platforms.Settings("bad", "good"), "run");

        await bot.LineAsync(line => line.Contains("Published announce of asian-talk-176 in telegram-announcements", StringComparison.Ordinal), Cancel);
        var messages = await platforms.Record.MessagesAsync(Cancel);
        var requests = (await platforms.Record.ReadAsync(Cancel)).Count(entry => entry is { Platform: "discord", Kind: RecordKinds.Request });

        Assert.Equal([Sample.PosterOnTelegram, $"asian-talk-176 announce telegram:{Sample.TelegramChat}"], messages.Select(Sample.NameOf));
        Assert.InRange(requests, 1, 3);
        Assert.Equal(0, await bot.TerminateAsync(Cancel));
    }

    [Fact(Timeout = Deadline)]
    public async Task A_token_without_channels_connects_and_answers_and_check_notes_it()
    {
        OwnConfig.Write(_folder, "telegram");
        await using var platforms = await PlatformsProcess.StartAsync(_folder, Cancel);
        var settings = platforms.Settings("good", "no");
        await using var check = BotProcess.Start(_folder.Path, settings, "check");
        await using var bot = BotProcess.Start(_folder.Path, settings, "run");

        await bot.LineAsync(line => line.Contains("Registered 8 commands with Discord", StringComparison.Ordinal), Cancel);
        await platforms.Record.PostAsync(
            "sandbox/discord/command", new { channelId = Sample.DiscordChannel, userId = "920000000000000003", text = "/next" }, Cancel);
        var answer = await AnswerAsync(platforms.Record);

        Assert.Contains("Asian Talk 176: Chinese Immigration and Its Discontents", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await platforms.Record.MessagesAsync(Cancel));
        Assert.Equal(0, await bot.TerminateAsync(Cancel));
        Assert.Equal(0, await check.ExitCodeAsync(Cancel));
        Assert.Contains(
            "Discord__Token: note: Discord has a token, but no channel of this config is there: the bot answers commands on Discord and announces nothing; "
            + "add a channel with `platform: discord`, or leave it at that",
            check.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Telegram", check.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline)]
    public async Task Channels_without_a_token_are_held_with_one_warning_and_the_other_platform_works()
    {
        OwnConfig.Write(_folder, "both");
        await using var platforms = await PlatformsProcess.StartAsync(_folder, Cancel);
        await using var bot = BotProcess.Start(_folder.Path, platforms.Settings("good", "no"), "run");

        await bot.LineAsync(line => line.Contains("Published announce of asian-talk-176 in discord-announcements", StringComparison.Ordinal), Cancel);
        var record = await platforms.Record.ReadAsync(Cancel);

        Assert.Equal(1, Count(bot.Output, "Posts to telegram are held: Telegram__Token missing"));
        Assert.Equal(1, Count(bot.Output, "warn:"));
        Assert.Equal(
            [$"asian-talk-176 announce discord:{Sample.DiscordChannel}"],
            record.Where(entry => entry.Kind == RecordKinds.MessageCreated).Select(Sample.NameOf));
        Assert.DoesNotContain(record, entry => entry.Platform == "telegram");
        Assert.Equal(0, await bot.TerminateAsync(Cancel));
    }

    // The record of another process can only be asked again; each question is a request, so this spins no faster than that answers.
    private static async Task<RecordEntry> AnswerAsync(SandboxRecordClient record)
    {
        while (true)
        {
            var found = (await record.ReadAsync(Cancel)).FirstOrDefault(entry => entry.Kind is RecordKinds.InteractionReply or RecordKinds.InteractionEdited && entry.Text is { Length: > 0 });
            if (found is not null)
            {
                return found;
            }
        }
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
