using BotHost.EndToEnd.Tests.Processes;
using BotHost.EndToEnd.Tests.Sandbox;
using BotHost.EndToEnd.Tests.Settings;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Reloads;

/// <summary>Edits of the files under the real executable, with the platforms in another process.</summary>
[Collection(MeasuredTime.Name)]
public sealed class ReloadTests(ITestOutputHelper output) : IDisposable
{
    // Milliseconds: a process that should have ended and did not must not hold up the run.
    private const int Deadline = 180_000;

    private const string Moderator = "2002";
    private const string Talk = "talks/asian-talk-176.yaml";
    private const string Title = "title: Chinese Immigration and Its Discontents";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = Deadline)]
    public async Task An_edit_is_answered_with_within_five_seconds_a_broken_one_changes_nothing_and_is_told_once_and_a_mended_one_is_taken()
    {
        Arrange();
        var slowness = await SampleCampaignTests.SlownessAsync(_folder);
        await using var platforms = await PlatformsProcess.StartAsync(_folder, Cancel);
        await platforms.Record.PostAsync("sandbox/telegram/text", new { chatId = 2002, userId = 2002, text = "/start" }, Cancel);
        await using var bot = BotProcess.Start(_folder.Path, platforms.Settings("good", "good"), "run");
        await bot.LineAsync(line => line.Contains("Published announce of asian-talk-176 in discord", StringComparison.Ordinal), Cancel);

        var took = await EditAsync(bot, Talk, Title, "title: A Corrected Title", "The edited config is in force, with 3 talks");
        var afterEdit = await NextAsync(platforms);
        var broke = await EditAsync(bot, Talk, "start: 2027-01-20 19:00", "start: 2027-13-20 19:00", "The edited config has errors");
        await bot.LineAsync(line => line.Contains("Published config-rejected of config", StringComparison.Ordinal), Cancel);
        var whileBroken = await NextAsync(platforms);
        var mended = await EditAsync(bot, Talk, "start: 2027-13-20 19:00", "start: 2027-01-27 19:00", "The config is right again and in force, with 3 talks");
        await platforms.Record.WhenAsync(record => Told(record).Count > 1, Cancel);
        var afterMending = await NextAsync(platforms);

        output.WriteLine($"In force {took.TotalSeconds:0.0} s after the edit, refused after {broke.TotalSeconds:0.0} s, mended after {mended.TotalSeconds:0.0} s, slowness {slowness:0.0}.");
        Assert.True(took < TimeSpan.FromSeconds(5) * slowness, $"The edit was in force after {took}.");
        Assert.True(mended < TimeSpan.FromSeconds(5) * slowness, $"The mended file was in force after {mended}.");
        Assert.Contains("A Corrected Title", afterEdit, StringComparison.Ordinal);
        Assert.Contains("A Corrected Title", whileBroken, StringComparison.Ordinal);
        Assert.Equal(Timestamp(2027, 1, 20), TimestampIn(whileBroken));
        Assert.Equal(Timestamp(2027, 1, 27), TimestampIn(afterMending));
        var told = Told(await platforms.Record.ReadAsync(Cancel));
        Assert.Equal(2, told.Count);
        Assert.Contains("talks/asian-talk-176.yaml:9:8: error: ", told[0], StringComparison.Ordinal);
        Assert.StartsWith("The edited config is not in force", told[0], StringComparison.Ordinal);
        Assert.StartsWith("The config is right again", told[1], StringComparison.Ordinal);
        Assert.Single(bot.Output.Split('\n'), line => line.Contains("The edited config has errors", StringComparison.Ordinal));
        Assert.Single(bot.Output.Split('\n'), line => line.Contains("talks/asian-talk-176.yaml:9:8: error: ", StringComparison.Ordinal));
        Assert.Equal(0, await bot.TerminateAsync(Cancel));
    }

    [Fact(Timeout = Deadline)]
    public async Task A_start_beside_a_typo_goes_on_and_takes_the_mended_file()
    {
        Arrange();
        await using var platforms = await PlatformsProcess.StartAsync(_folder, Cancel);
        var settings = platforms.Settings("good", "no");
        await using (var first = BotProcess.Start(_folder.Path, settings, "run"))
        {
            await first.LineAsync(line => line.Contains("Application started", StringComparison.Ordinal), Cancel);
            await first.TerminateAsync(Cancel);
        }

        Replace(Talk, Title, "titel: misspelt");
        await using var bot = BotProcess.Start(_folder.Path, settings, "run");
        await bot.LineAsync(line => line.Contains("Application started", StringComparison.Ordinal), Cancel);

        await EditAsync(bot, Talk, "titel: misspelt", "title: Mended", "The config is right again and in force, with 3 talks");
        var answer = await NextAsync(platforms);

        Assert.Contains("Mended", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("The edited config has errors", bot.Output, StringComparison.Ordinal);
        Assert.Equal(0, await bot.TerminateAsync(Cancel));
    }

    [Fact(Timeout = Deadline)]
    public async Task Check_says_before_a_restart_what_run_would_say_of_a_renamed_talk()
    {
        Arrange();
        await using (var first = BotProcess.Start(_folder.Path, new Dictionary<string, string> { ["Discord__Token"] = "some.token", ["Discord__ApiBaseUrl"] = "http://127.0.0.1:9/api" }, "run"))
        {
            await first.LineAsync(line => line.Contains("Application started", StringComparison.Ordinal), Cancel);
            await first.TerminateAsync(Cancel);
        }

        Replace(Talk, "id: asian-talk-176", "id: asian-talk-immigration");
        var refused = await CheckAsync();
        Replace(Talk, "id: asian-talk-immigration", "id: asian-talk-immigration\nprevious_id: asian-talk-176");
        var taken = await CheckAsync();

        Assert.Contains("talks/asian-talk-176.yaml:2:5: error: ", refused, StringComparison.Ordinal);
        Assert.Contains("add previous_id: asian-talk-176 to this file", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("error: ", taken, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Told(IReadOnlyList<RecordEntry> record) =>
        [.. record.Where(entry => entry is { Kind: RecordKinds.MessageCreated, ChatId: Moderator } && entry.Text!.Contains("config", StringComparison.Ordinal)).Select(entry => entry.Text!)];

    // The start as the platform is told it: seconds since 1970, here of 19:00 in Tokyo.
    private static string Timestamp(int year, int month, int day) =>
        new DateTimeOffset(year, month, day, 19, 0, 0, TimeSpan.FromHours(9)).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string TimestampIn(string answer)
    {
        var start = answer.IndexOf("<t:", StringComparison.Ordinal) + "<t:".Length;
        return answer[start..answer.IndexOf(':', start)];
    }

    private static async Task<string> NextAsync(PlatformsProcess platforms)
    {
        var before = (await platforms.Record.ReadAsync(Cancel)).Count(IsReply);
        await platforms.Record.PostAsync("sandbox/discord/command", new { channelId = Sample.DiscordChannel, userId = "920000000000000003", text = "/next" }, Cancel);
        var record = await platforms.Record.WhenAsync(record => record.Count(IsReply) > before, Cancel);
        return record.Last(IsReply).Payload!.Value.GetRawText();

        // Where the bot first only says that it is at work, the words come with an edit.
        static bool IsReply(RecordEntry entry) => entry is { Kind: RecordKinds.InteractionReply or RecordKinds.InteractionEdited, Text.Length: > 0 };
    }

    private void Arrange()
    {
        OwnConfig.Write(_folder, "both");
        Replace("bothost.yaml", "    users: [\"2002\"]\n", "    users: [\"2002\"]\n    report_to: \"2002\"\n");
    }

    /// <summary>Edits a file and waits for the bot's own word; how long that took.</summary>
    private async Task<TimeSpan> EditAsync(BotProcess bot, string file, string part, string replacement, string word)
    {
        Replace(file, part, replacement);
        var edited = TimeProvider.System.GetTimestamp();
        await bot.LineAsync(line => line.Contains(word, StringComparison.Ordinal), Cancel);
        return TimeProvider.System.GetElapsedTime(edited);
    }

    private async Task<string> CheckAsync()
    {
        await using var check = BotProcess.Start(_folder.Path, null, "check");
        await check.ExitCodeAsync(Cancel);
        return check.Output;
    }

    private void Replace(string file, string part, string replacement)
    {
        var path = Path.Combine(_folder["config"], file);
        var text = File.ReadAllText(path);
        Assert.Contains(part, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(part, replacement, StringComparison.Ordinal));
    }
}
