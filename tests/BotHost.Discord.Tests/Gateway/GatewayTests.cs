using BotHost.Announcements.Platforms;
using BotHost.Discord.Tests.Rig;
using Microsoft.Extensions.Logging;

namespace BotHost.Discord.Tests.Gateway;

public sealed class GatewayTests
{
    [Fact]
    public async Task The_bot_identifies_with_the_guilds_intent_and_the_bare_token()
    {
        await using var discord = await ScriptedDiscord.ConnectAsync();

        var peer = await discord.NextConnectionNowAsync();
        var identify = await peer.WelcomeAsync();

        Assert.Equal("/?v=10&encoding=json", peer.Path);
        Assert.Equal(1, (int)identify["d"]!["intents"]!);
        Assert.Equal(ScriptedDiscord.Token, (string)identify["d"]!["token"]!);
        var asked = Assert.Single(discord.RequestsTo("GET", "/api/v10/gateway/bot"));
        Assert.Equal("Bot " + ScriptedDiscord.Token, asked.Headers["Authorization"]);
        Assert.StartsWith("DiscordBot (https://", asked.Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heartbeats_begin_after_the_jittered_interval_and_carry_the_last_sequence()
    {
        await using var discord = await ScriptedDiscord.ConnectAsync();
        var peer = await discord.NextConnectionNowAsync();
        await peer.WelcomeAsync();
        var beat = peer.HearAsync();

        discord.Time.Advance(TimeSpan.FromSeconds(19.9));
        Assert.False(beat.IsCompleted);
        discord.Time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal("""{"op":1,"d":1}""", (await beat).ToJsonString());
    }

    [Fact]
    public async Task The_first_heartbeat_before_any_event_carries_null()
    {
        await using var discord = await ScriptedDiscord.ConnectAsync();
        var peer = await discord.NextConnectionNowAsync();

        await peer.SayAsync("""{"op":1,"d":null}""");

        Assert.Equal("""{"op":1,"d":null}""", (await peer.HearAsync()).ToJsonString());
    }

    [Fact]
    public async Task A_heartbeat_without_an_answer_drops_the_wire_and_resumes_at_the_resume_address()
    {
        await using var discord = await ScriptedDiscord.ConnectAsync();
        var first = await discord.NextConnectionNowAsync();
        await first.WelcomeAsync();
        await first.SayAsync("""{"op":0,"s":7,"t":"GUILD_CREATE","d":{"id":"5"}}""");
        await first.SettleAsync();

        var second = await discord.NextConnectionAsync();
        await second.HelloAsync();
        var resume = await second.ExpectAsync(6);

        Assert.Equal("/resume/?v=10&encoding=json", second.Path);
        Assert.Equal("S1", (string)resume["d"]!["session_id"]!);
        Assert.Equal(7, (int)resume["d"]!["seq"]!);
        Assert.Equal(ScriptedDiscord.Token, (string)resume["d"]!["token"]!);
    }

    [Fact]
    public async Task An_answered_heartbeat_keeps_the_connection()
    {
        await using var discord = await ScriptedDiscord.ConnectAsync();
        var peer = await discord.NextConnectionNowAsync();
        await peer.WelcomeAsync();

        for (var beats = 0; beats < 3; beats++)
        {
            var beat = peer.HearAsync();
            for (var second = 0; second < 60 && !beat.IsCompleted; second++)
            {
                discord.Time.Advance(TimeSpan.FromSeconds(5));
                await Task.WhenAny(beat, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken));
            }

            Assert.Equal(1, (int)(await beat)["op"]!);
            await peer.SayAsync("""{"op":11}""");
            await peer.SettleAsync();
        }

        Assert.Equal(1, discord.ConnectionCount);
    }

    [Fact]
    public async Task An_invalid_session_that_cannot_be_resumed_leads_to_a_new_identify_at_the_listed_address()
    {
        await using var discord = await ScriptedDiscord.ConnectAsync();
        var first = await discord.NextConnectionNowAsync();
        await first.WelcomeAsync();
        await first.SayAsync("""{"op":9,"d":false}""");
        Assert.Equal(4000, (int)(await first.HearAsync())["closed"]!);

        var second = await discord.NextConnectionAsync();
        await second.HelloAsync();
        await second.ExpectAsync(2);

        Assert.Equal("/?v=10&encoding=json", second.Path);
    }

    [Fact]
    public async Task A_request_to_reconnect_is_followed_at_once_with_a_resume()
    {
        await using var discord = await ScriptedDiscord.ConnectAsync();
        var first = await discord.NextConnectionNowAsync();
        await first.WelcomeAsync();
        await first.SayAsync("""{"op":7,"d":null}""");
        Assert.Equal(4000, (int)(await first.HearAsync())["closed"]!);

        var second = await discord.NextConnectionNowAsync();
        await second.HelloAsync();

        await second.ExpectAsync(6);
    }

    [Fact]
    public async Task A_refused_token_stops_the_platform_and_no_further_connection_is_made()
    {
        await using var discord = await ScriptedDiscord.ConnectAsync();
        var peer = await discord.NextConnectionNowAsync();
        await peer.HelloAsync();
        await peer.ExpectAsync(2);
        await peer.CloseAsync(4004);
        await discord.UntilAsync(() => discord.Platform.State is PlatformState.Refused, "The refusal was not noticed.");

        discord.Time.Advance(TimeSpan.FromHours(1));

        var refused = Assert.IsType<PlatformState.Refused>(discord.Platform.State);
        Assert.Contains("Discord__Token", refused.Remedy, StringComparison.Ordinal);
        Assert.Equal(1, discord.ConnectionCount);
        Assert.Single(discord.RequestsTo("GET", "/api/v10/gateway/bot"));
        Assert.Single(discord.Logs.Lines, line => line.Level == LogLevel.Error);
    }

    [Fact]
    public async Task A_token_that_REST_refuses_is_never_tried_at_the_gateway()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.GatewayBot(status: 401);

        await discord.Host.StartAsync(TestContext.Current.CancellationToken);
        await discord.UntilAsync(() => discord.Platform.State is PlatformState.Refused, "The refusal was not noticed.");
        discord.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(0, discord.ConnectionCount);
        Assert.Single(discord.RequestsTo("GET", "/api/v10/gateway/bot"));
    }

    [Fact]
    public async Task A_message_in_many_frames_is_read_as_one()
    {
        await using var discord = await ScriptedDiscord.ConnectAsync();
        var peer = await discord.NextConnectionNowAsync();
        await peer.WelcomeAsync();
        discord.NoContent("POST", "/api/v10/interactions/31/tok/callback");

        await peer.SayInFramesAsync(Said.Command("31", "next", extra: new string('あ', 9000)), size: 1000);

        var body = await discord.BodyOfAsync("POST", "/api/v10/interactions/31/tok/callback");
        Assert.Equal("Hello", (string)body["data"]!["content"]!);
    }

    [Fact]
    public async Task Shutdown_says_goodbye_with_1000()
    {
        await using var discord = await ScriptedDiscord.ConnectAsync();
        var peer = await discord.NextConnectionNowAsync();
        await peer.WelcomeAsync();

        var stopping = discord.Host.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1000, (int)(await peer.HearAsync())["closed"]!);
        await peer.CloseAsync(1000);
        await stopping.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Used_up_session_starts_are_waited_for()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.GatewayBot(remaining: 0, resetAfter: 90_000);
        await discord.Host.StartAsync(TestContext.Current.CancellationToken);
        await discord.UntilAsync(() => discord.Logs.All.Contains("used up", StringComparison.Ordinal), "No word of the quota.");
        discord.Time.Advance(TimeSpan.FromSeconds(89));
        Assert.Equal(0, discord.ConnectionCount);
        discord.GatewayBot(remaining: 1000);

        var peer = await discord.NextConnectionAsync();

        await peer.WelcomeAsync();
    }

    [Fact]
    public async Task A_restart_within_five_seconds_waits_before_it_identifies_again()
    {
        var notebook = new MemoryNotebook();
        await using (var earlier = await ScriptedDiscord.ConnectAsync(notebook))
        {
            await (await earlier.NextConnectionNowAsync()).WelcomeAsync();
        }

        var before = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        var noted = notebook.Notes["discord/last-identify"];
        notebook.Notes["discord/last-identify"] = $"{before - 1000} 0";
        await using var after = await ScriptedDiscord.ConnectAsync(notebook);
        await after.Time.WhenArmedAsync(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
        Assert.Equal(0, after.ConnectionCount);

        var peer = await after.NextConnectionAsync();
        await peer.WelcomeAsync();

        Assert.EndsWith(" 0", noted, StringComparison.Ordinal);
        Assert.EndsWith(" 1", notebook.Notes["discord/last-identify"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiet_connection_logs_no_warning()
    {
        await using (var discord = await ScriptedDiscord.ConnectAsync())
        {
            var peer = await discord.NextConnectionNowAsync();
            await peer.WelcomeAsync();
            await peer.SayAsync("""{"op":7,"d":null}""");
            await (await discord.NextConnectionNowAsync()).HelloAsync();
            await discord.UntilAsync(() => discord.RequestsTo("PUT", "/api/v10/applications/900/commands").Count == 1, "The commands were not registered.");

            Assert.DoesNotContain(discord.Logs.Lines, line => line.Level >= LogLevel.Warning);
            Assert.Empty(discord.Server.Unexpected);
        }
    }
}
