using BotHost.Sandbox.Tests.Scenes;

namespace BotHost.Sandbox.Tests.Recording;

public sealed class RecordTests
{
    [Fact]
    public async Task The_record_file_has_each_entry_before_the_answer_arrives_and_never_a_token()
    {
        var file = Path.Combine(Path.GetTempPath(), $"record-{Guid.NewGuid():N}.jsonl");
        var campaign = new DateTimeOffset(2031, 2, 3, 4, 5, 6, TimeSpan.Zero);
        await using var scene = await Scene.StartAsync(new SandboxOptions { RecordFile = file, CampaignTime = () => campaign });

        await scene.PostAsync($"/channels/{Sample.Text}/messages", $$"""{"content":"my token is {{Sample.DiscordToken}}"}""");
        await using var reading = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(reading);
        var lines = (await reader.ReadToEndAsync(Scene.Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2, lines.Length);
        Assert.Contains("\"kind\":\"message-created\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("2031-02-03T04:05:06", lines[1], StringComparison.Ordinal);
        Assert.Contains("my token is [token]", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.DiscordToken, string.Concat(lines), StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task Every_request_is_there_with_its_query_and_its_body_whether_it_was_taken_or_not_and_never_a_token()
    {
        await using var scene = await Scene.StartAsync();

        await scene.GetAsync($"/channels/{Sample.Text}/messages?limit=5");
        await scene.PostAsync($"/channels/{Sample.Text}/messages", $$"""{"content":"","nonce":"{{Sample.DiscordToken}}"}""");
        await scene.PostAsync($"/channels/{Sample.Text}/messages", "{\"content\":");
        await scene.TelegramAsync("getChat", """{"chat_id":"nobody"}""");
        var requests = scene.Server.Record.OfKind(RecordKinds.Request);

        Assert.Equal(
            [
                ("GET /channels/{channel}/messages", "limit=5", null),
                ("POST /channels/{channel}/messages", null, """{"content":"","nonce":"[token]"}"""),
                ("POST /channels/{channel}/messages", null, null),
                ("getChat", null, """{"chat_id":"nobody"}"""),
            ],
            requests.Select(request => (request.Route, request.Query, request.Payload?.GetRawText())));
    }

    [Fact]
    public async Task A_wait_ends_with_the_entry_that_fits()
    {
        await using var scene = await Scene.StartAsync();

        var waiting = scene.Server.Record.WaitUntilAsync(entries => entries.Count(entry => entry.Kind == RecordKinds.UserMessage) == 2, Scene.Stop);
        scene.Server.WriteTelegram(Sample.Ann, Sample.Ann, "one");
        Assert.False(waiting.IsCompleted);
        scene.Server.WriteTelegram(Sample.Ann, Sample.Ann, "two");

        Assert.Equal([1, 2], (await waiting).Select(entry => entry.Sequence));
    }
}
