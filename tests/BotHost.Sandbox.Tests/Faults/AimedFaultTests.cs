using BotHost.Sandbox.Tests.Scenes;
using BotHost.TestKit.Pictures;

namespace BotHost.Sandbox.Tests.Faults;

public sealed class AimedFaultTests
{
    private const string Post = "/channels/" + Sample.Text + "/messages";
    private const string News = "/channels/" + Sample.News + "/messages";

    [Fact]
    public async Task A_fault_can_wait_for_a_text_in_any_decoded_value_of_JSON()
    {
        await using var scene = await Scene.StartAsync();
        await scene.ControlAsync("/control/faults", """[{"containing":"Größe 2/2","count":9,"action":{"status":503}}]""");

        var other = await scene.PostAsync(Post, """{"content":"Größe 1/2","nonce":"2/2"}""");
        var name = await scene.PostAsync(Post, """{"content":"x","Größe 2/2":1}""");
        var escaped = await scene.PostAsync(Post, """{"embeds":[{"title":"Die Gr\u00f6\u00dfe 2\/2 zuletzt"}]}""");
        var telegram = await scene.TelegramAsync("sendMessage", $$"""{"chat_id":{{Sample.Group}},"text":"Gr\u00f6\u00dfe 2/2"}""");

        Assert.Equal([200, 200, 503, 503], new[] { other, name, escaped, telegram }.Select(answer => answer.Status));
    }

    [Fact]
    public async Task A_fault_can_wait_for_a_text_in_a_multipart_request()
    {
        await using var scene = await Scene.StartAsync();
        await scene.ControlAsync("/control/faults", """{"containing":"part 2","count":9,"action":{"status":503}}""");
        var picture = PngPicture.Of(8, 8);

        var first = await scene.DiscordAsync(HttpMethod.Post, Post, """{"content":"part 1"}""", ("files[0]", "a.png", picture));
        var second = await scene.DiscordAsync(HttpMethod.Post, Post, """{"content":"part\u00202"}""", ("files[0]", "a.png", picture));
        var third = await scene.TelegramAsync("sendPhoto", [("chat_id", $"{Sample.Group}"), ("caption", "part 1")], ("photo", picture));
        var fourth = await scene.TelegramAsync("sendPhoto", [("chat_id", $"{Sample.Group}"), ("caption", "part 2")], ("photo", picture));

        Assert.Equal([200, 503, 200, 503], new[] { first, second, third, fourth }.Select(answer => answer.Status));
    }

    [Fact]
    public async Task A_fault_can_wait_for_one_channel_or_chat_and_counts_that_alone()
    {
        await using var scene = await Scene.StartAsync();
        scene.Server.AddFaults(
            new SandboxFault { Target = Sample.News, Nth = 2, Action = new FaultAction { Status = 500 } },
            new SandboxFault { Target = $"{Sample.Channel}", Nth = 2, Action = new FaultAction { Status = 500 } });

        List<int> statuses = [];
        foreach (var path in new[] { News, Post, Post, News })
        {
            statuses.Add((await scene.PostAsync(path, """{"content":"x"}""")).Status);
        }

        foreach (var chat in new[] { Sample.Channel, Sample.Group, Sample.Group, Sample.Channel })
        {
            statuses.Add((await scene.TelegramAsync("sendMessage", $$"""{"chat_id":{{chat}},"text":"x"}""")).Status);
        }

        Assert.Equal([200, 200, 200, 500, 200, 200, 200, 500], statuses);
    }

    [Fact]
    public async Task A_platform_can_be_down_until_its_fault_is_removed_by_name()
    {
        await using var scene = await Scene.StartAsync();
        var planned = await scene.ControlAsync(
            "/control/faults", """[{"id":"night","platform":"discord","until":"cleared","action":{"status":503}},{"platform":"telegram","until":"cleared","action":{"status":502}}]""");

        List<int> down = [];
        for (var attempt = 0; attempt < 5; attempt++)
        {
            down.Add((await scene.GetAsync("/users/@me")).Status);
        }

        var removed = await scene.DeleteControlAsync("/control/faults/night");
        var again = await scene.DeleteControlAsync("/control/faults/night");

        Assert.Equal("""["night","fault-1"]""", planned.Body!["ids"]!.ToJsonString());
        Assert.Equal([503, 503, 503, 503, 503], down);
        Assert.Equal((200, 404), (removed.Status, again.Status));
        Assert.Equal(200, (await scene.GetAsync("/users/@me")).Status);
        Assert.Equal(502, (await scene.TelegramAsync("getMe")).Status);
        Assert.Equal("fault-1", (await scene.ReadControlAsync("/control/faults")).Body![0]!["id"]!.ToString());
    }

    [Fact]
    public async Task Two_faults_of_one_name_are_refused()
    {
        await using var scene = await Scene.StartAsync();
        await scene.ControlAsync("/control/faults", """{"id":"a","action":{"status":500}}""");

        var answer = await scene.ControlAsync("/control/faults", """{"id":"a","action":{"status":500}}""");

        Assert.Equal(400, answer.Status);
        Assert.Contains("\"a\"", answer["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_storm_of_the_global_limit_says_so_in_header_and_body()
    {
        await using var scene = await Scene.StartAsync();
        await scene.ControlAsync("/control/faults", """{"platform":"discord","count":2,"action":{"retryAfter":0.5,"scope":"global"}}""");

        var first = await scene.PostAsync(Post, """{"content":"x"}""");
        var second = await scene.GetAsync("/users/@me");
        var third = await scene.PostAsync(Post, """{"content":"x"}""");

        foreach (var answer in new[] { first, second })
        {
            Assert.Equal((429, true, 0.5), (answer.Status, (bool)answer.Body!["global"]!, (double)answer.Body["retry_after"]!));
            Assert.Equal(("true", "global", "1"), (Header(answer, "X-RateLimit-Global"), Header(answer, "X-RateLimit-Scope"), Header(answer, "Retry-After")));
            Assert.False(answer.Headers.Contains("X-RateLimit-Remaining"));
        }

        Assert.Equal(200, third.Status);
    }

    [Fact]
    public async Task A_stall_before_acceptance_holds_the_request_and_posts_nothing_meanwhile()
    {
        var clock = new ManualClock();
        await using var scene = await Scene.StartAsync(clock: clock);
        await scene.ControlAsync("/control/faults", """{"route":"sendMessage","phase":"before-accept","action":{"stallMilliseconds":30000}}""");

        var sending = scene.TelegramAsync("sendMessage", $$"""{"chat_id":{{Sample.Group}},"text":"x"}""");
        await scene.Server.Record.WaitForAsync(entry => entry.Kind == RecordKinds.Fault, Scene.Stop);

        Assert.Equal(0, scene.Count(RecordKinds.MessageCreated));
        while (!sending.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }

        Assert.Equal(200, (await sending).Status);
        Assert.Equal(1, scene.Count(RecordKinds.MessageCreated));
    }

    [Fact]
    public async Task Every_answer_has_the_date_of_its_platform_which_can_be_set_apart()
    {
        var clock = new ManualClock();
        await using var scene = await Scene.StartAsync(clock: clock);
        var now = clock.GetUtcNow();
        await scene.ControlAsync("/control/clock", """{"platform":"discord","shiftSeconds":-3600}""");
        scene.Server.AddFaults(
            new SandboxFault { Route = "get-gateway", Action = new FaultAction { Status = 502 } },
            new SandboxFault { Route = "get-gateway-bot", Action = new FaultAction { RetryAfter = 1 } });

        Answer[] discord =
        [
            await scene.GetAsync("/users/@me"), await scene.GetAsync("/nowhere"), await scene.GetAsync("/gateway"), await scene.GetAsync("/gateway/bot"),
            await scene.GetAsync("/channels/1"), await scene.DeleteAsync(Post), await scene.DiscordAsync(HttpMethod.Get, "/users/@me", authorization: "Bot stranger"),
        ];
        Answer[] telegram = [await scene.TelegramAsync("getMe"), await scene.TelegramAsync("nothing"), await scene.TelegramAsync("getMe", token: "1:stranger")];
        await scene.ControlAsync("/control/clock", """{"platform":"discord","shiftSeconds":86400}""");
        var later = await scene.GetAsync("/users/@me");

        Assert.All(discord, answer => Assert.Equal(now.AddHours(-1), answer.Headers.Date));
        Assert.All(telegram, answer => Assert.Equal(now, answer.Headers.Date));
        Assert.Equal(now.AddDays(1), later.Headers.Date);
    }

    private static string Header(Answer answer, string name) => answer.Headers.GetValues(name).Single();
}
