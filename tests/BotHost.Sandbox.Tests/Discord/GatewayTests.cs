using BotHost.Sandbox.Tests.Scenes;

namespace BotHost.Sandbox.Tests.Discord;

public sealed class GatewayTests
{
    private const string Post = "/channels/" + Sample.Text + "/messages";
    private const long Guilds = 1;
    private const long GuildMessages = 1 << 9;

    [Fact]
    public async Task Hello_identify_ready_and_the_guilds_follow_each_other()
    {
        await using var scene = await Scene.StartAsync();
        await using var bot = await scene.ConnectAsync();

        var hello = await bot.NextAsync();
        await bot.SendAsync("""{"op":1,"d":null}""");
        var beat = await bot.NextAsync();
        await bot.SendAsync(GatewayClient.Identify(Guilds));
        var ready = await bot.NextAsync();
        var guild = await bot.NextAsync();

        Assert.Equal(("10", "41250"), (hello!["op"]!.ToString(), hello["d"]!["heartbeat_interval"]!.ToString()));
        Assert.Equal("11", beat!["op"]!.ToString());
        Assert.Equal(("READY", "1"), (ready!["t"]!.ToString(), ready["s"]!.ToString()));
        Assert.Equal("True", ready["d"]!["guilds"]!.AsArray().Single()!["unavailable"]!.ToString(), ignoreCase: true);
        Assert.Equal($"ws://127.0.0.1:{scene.Server.PageUrl.Port}/discord/gateway", ready["d"]!["resume_gateway_url"]!.ToString());
        Assert.Equal(("GUILD_CREATE", Sample.Guild), (guild!["t"]!.ToString(), guild["d"]!["id"]!.ToString()));
        Assert.Equal(1, scene.Server.LiveGatewaySessions);
        var identify = Assert.Single(scene.Server.Record.OfKind(RecordKinds.GatewayIdentify));
        Assert.DoesNotContain(Sample.DiscordToken, identify.Payload!.Value.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("999", (await scene.GetAsync("/gateway/bot")).Body!["session_start_limit"]!["remaining"]!.ToString());
    }

    public static TheoryData<string, string, int> Breaches => new()
    {
        { "a bad token", GatewayClient.Identify(1, "wrong"), 4004 },
        { "something before identify", """{"op":3,"d":{}}""", 4003 },
        { "an unknown opcode", """{"op":99,"d":{}}""", 4001 },
        { "no JSON", "hello", 4002 },
        { "a payload over 4096 bytes", $$"""{"op":1,"d":"{{new string('x', 4096)}}"}""", 4002 },
        { "no intents", $$"""{"op":2,"d":{"token":"{{Sample.DiscordToken}}","properties":{} } }""", 4013 },
        { "intents that do not exist", GatewayClient.Identify(1L << 40), 4013 },
        { "a privileged intent that is off", GatewayClient.Identify(1 << 15), 4014 },
        { "a resume with a bad token", """{"op":6,"d":{"token":"wrong","session_id":"s","seq":1}}""", 4004 },
    };

    [Theory]
    [MemberData(nameof(Breaches))]
    public async Task A_broken_rule_closes_with_its_code(string what, string payload, int code)
    {
        await using var scene = await Scene.StartAsync();
        await using var bot = await scene.ConnectAsync();
        await bot.NextAsync();

        await bot.SendAsync(payload);

        Assert.Null(await bot.NextAsync());
        Assert.True(bot.CloseCode == code, $"{what}: {bot.CloseCode}");
    }

    [Fact]
    public async Task A_second_identify_and_a_wrong_version_are_closed()
    {
        await using var scene = await Scene.StartAsync();
        await using var twice = await scene.ConnectAsync();
        await twice.IdentifyAsync(0);
        await using var old = await scene.ConnectAsync("?v=9&encoding=json");

        await twice.SendAsync(GatewayClient.Identify(0));

        Assert.Null(await twice.NextAsync());
        Assert.Equal(4005, twice.CloseCode);
        while (await old.NextAsync() is not null)
        {
        }

        Assert.Equal(4012, old.CloseCode);
    }

    [Fact]
    public async Task Silence_for_two_intervals_ends_the_connection_and_a_heartbeat_prolongs_it()
    {
        var clock = new ManualClock();
        await using var scene = await Scene.StartAsync(new SandboxOptions { HeartbeatInterval = TimeSpan.FromSeconds(10) }, clock);
        await using var bot = await scene.ConnectAsync();
        await bot.IdentifyAsync(0);

        clock.Advance(TimeSpan.FromSeconds(19));
        await bot.SendAsync("""{"op":1,"d":1}""");
        var alive = await bot.NextAsync();
        clock.Advance(TimeSpan.FromSeconds(19));
        await bot.SendAsync("""{"op":1,"d":1}""");
        var still = await bot.NextAsync();
        clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(("11", "11"), (alive!["op"]!.ToString(), still!["op"]!.ToString()));
        Assert.Null(await bot.NextAsync());
        Assert.Equal(4009, bot.CloseCode);
    }

    [Fact]
    public async Task A_resume_replays_what_was_missed_and_nothing_else()
    {
        await using var scene = await Scene.StartAsync();
        var first = await scene.ConnectAsync();
        var ready = await first.IdentifyAsync(GuildMessages);
        await scene.PostAsync(Post, """{"content":"seen"}""");
        var seen = await first.DispatchAsync("MESSAGE_CREATE");
        await first.CloseAsync(4000);
        await first.NextAsync();
        await scene.Server.Record.WaitForAsync(entry => entry.Kind == RecordKinds.GatewayClosed, Scene.Stop);
        await first.DisposeAsync();
        await scene.PostAsync(Post, """{"content":"missed"}""");
        await using var second = await scene.ConnectAsync();
        await second.NextAsync();

        await second.SendAsync(Resume(ready["d"]!["session_id"]!.ToString(), (int)seen["s"]!));
        var missed = await second.NextAsync();
        var resumed = await second.NextAsync();

        Assert.Equal(("MESSAGE_CREATE", "missed"), (missed!["t"]!.ToString(), missed["d"]!["content"]!.ToString()));
        Assert.Equal((int)seen["s"]! + 1, (int)missed["s"]!);
        Assert.Equal("RESUMED", resumed!["t"]!.ToString());
        Assert.Single(scene.Server.Record.OfKind(RecordKinds.GatewayResume));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    public async Task A_client_that_says_goodbye_cannot_resume(int code)
    {
        await using var scene = await Scene.StartAsync();
        await using var first = await scene.ConnectAsync();
        var ready = await first.IdentifyAsync(0);
        await first.CloseAsync(code);
        await scene.Server.Record.WaitForAsync(entry => entry.Kind == RecordKinds.GatewayClosed, Scene.Stop);
        await using var second = await scene.ConnectAsync();
        await second.NextAsync();

        await second.SendAsync(Resume(ready["d"]!["session_id"]!.ToString(), 1));
        var answer = await second.NextAsync();

        Assert.Equal(("9", "false"), (answer!["op"]!.ToString(), answer["d"]!.ToJsonString()));
    }

    [Fact]
    public async Task Trouble_comes_when_the_test_orders_it()
    {
        await using var scene = await Scene.StartAsync();
        await using var bot = await scene.ConnectAsync();
        var ready = await bot.IdentifyAsync(0);

        await scene.ControlAsync("/sandbox/gateway", """{"action":"reconnect"}""");
        var reconnect = await bot.NextAsync();
        await scene.ControlAsync("/sandbox/gateway", """{"action":"invalid-session"}""");
        var invalid = await bot.NextAsync();
        await bot.SendAsync(Resume(ready["d"]!["session_id"]!.ToString(), 1));
        var refused = await bot.NextAsync();
        await scene.ControlAsync("/sandbox/gateway", """{"action":"close","code":4000}""");

        Assert.Equal("7", reconnect!["op"]!.ToString());
        Assert.Equal(("9", "9"), (invalid!["op"]!.ToString(), refused!["op"]!.ToString()));
        Assert.Null(await bot.NextAsync());
        Assert.Equal(4000, bot.CloseCode);
    }

    [Fact]
    public async Task What_people_write_is_empty_without_the_content_intent()
    {
        await using var scene = await Scene.StartAsync();
        await using var bot = await scene.ConnectAsync();
        await bot.IdentifyAsync(GuildMessages);

        scene.Server.WriteDiscord(Sample.Text, Sample.Member, "private thoughts");
        scene.Server.WriteDiscord(Sample.Text, Sample.Member, $"hello <@{Sample.Application}>");
        var unseen = await bot.DispatchAsync("MESSAGE_CREATE");
        var mentioned = await bot.DispatchAsync("MESSAGE_CREATE");

        Assert.Equal("", unseen["d"]!["content"]!.ToString());
        Assert.Equal($"hello <@{Sample.Application}>", mentioned["d"]!["content"]!.ToString());
    }

    [Fact]
    public async Task Transport_compression_is_one_stream_per_socket()
    {
        await using var scene = await Scene.StartAsync();
        await using var bot = await scene.ConnectAsync("?v=10&encoding=json&compress=zlib-stream");

        var hello = await bot.NextInflatedAsync();
        await bot.SendAsync(GatewayClient.Identify(Guilds));
        var ready = await bot.NextInflatedAsync();
        var guild = await bot.NextInflatedAsync();

        Assert.Equal("10", hello["op"]!.ToString());
        Assert.Equal("READY", ready["t"]!.ToString());
        Assert.Equal("GUILD_CREATE", guild["t"]!.ToString());
    }

    private static string Resume(string session, int sequence) =>
        $$"""{"op":6,"d":{"token":"{{Sample.DiscordToken}}","session_id":"{{session}}","seq":{{sequence}} } }""";
}
