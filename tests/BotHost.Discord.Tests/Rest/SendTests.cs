using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;
using BotHost.Discord.Tests.Rig;
using Microsoft.AspNetCore.Http;

namespace BotHost.Discord.Tests.Rest;

public sealed class SendTests
{
    private const string Messages = "/api/v10/channels/1100/messages";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_create_carries_the_payload_the_nonce_and_who_may_be_pinged()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("POST", Messages, 200, """{"id":"42"}""");

        var outcome = await discord.Platform.SendAsync(Samples.Order(), Cancel);

        Assert.Equal(new Outcome.Sent("42"), outcome);
        var request = Assert.Single(discord.RequestsTo("POST", Messages));
        Assert.Equal(
            """{"content":"Talk today","allowed_mentions":{"parse":[]},"nonce":"ABCDEFGHIJKLMNOPQRSTUVWX2","enforce_nonce":true}""",
            JsonNode.Parse(request.Body)!.ToJsonString());
        Assert.Equal("Bot " + ScriptedDiscord.Token, request.Headers["Authorization"]);
        Assert.StartsWith("application/json", request.Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_is_the_channel_that_is_posted_to()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("POST", "/api/v10/channels/2200/messages", 200, """{"id":"43"}""");

        var outcome = await discord.Platform.SendAsync(Samples.Order() with { Target = Samples.Address with { Thread = "2200" } }, Cancel);

        Assert.Equal(new Outcome.Sent("43"), outcome);
    }

    [Theory]
    [InlineData("""{"content":"Talk today"}""")]
    [InlineData("""{"content":"Talk today","allowed_mentions":null}""")]
    [InlineData("[]")]
    [InlineData("not json")]
    public async Task A_payload_that_does_not_say_whom_it_may_ping_never_leaves(string payload)
    {
        await using var discord = await ScriptedDiscord.BuildAsync();

        var outcome = await discord.Platform.SendAsync(Samples.Order(payload), Cancel);

        Assert.Equal(RejectionScope.Message, Assert.IsType<Outcome.Rejected>(outcome).Scope);
        Assert.Empty(discord.Server.Requests);
    }

    [Fact]
    public async Task A_refused_connection_is_surely_not_sent()
    {
        using var unused = new TcpListener(IPAddress.Loopback, 0);
        unused.Start();
        var port = ((IPEndPoint)unused.LocalEndpoint).Port;
        unused.Stop();
        await using var discord = await ScriptedDiscord.BuildAsync(apiBaseUrl: $"http://127.0.0.1:{port}/api/v10");

        Assert.IsType<Outcome.NotSent>(await discord.Platform.SendAsync(Samples.Order(), Cancel));
    }

    [Fact]
    public async Task A_failed_TLS_handshake_is_surely_not_sent()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        var plain = new UriBuilder(discord.Server.BaseUrl) { Scheme = "https", Path = "/api/v10" }.Uri.ToString();
        await using var secure = await ScriptedDiscord.BuildAsync(apiBaseUrl: plain);

        Assert.IsType<Outcome.NotSent>(await secure.Platform.SendAsync(Samples.Order(), Cancel));
    }

    [Fact]
    public async Task A_reset_after_the_request_was_taken_is_unknown()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("POST", Messages, (context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var outcome = await discord.Platform.SendAsync(Samples.Order(), Cancel);

        Assert.IsType<Outcome.Unknown>(outcome);
        Assert.Single(discord.RequestsTo("POST", Messages));
    }

    [Fact]
    public async Task An_answer_that_breaks_off_behind_its_head_is_unknown()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("POST", Messages, async (context, _) =>
        {
            // It has taken the message, and begins to say so.
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("{\"id\":\"42\"", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        });

        Assert.IsType<Outcome.Unknown>(await discord.Platform.SendAsync(Samples.Order(), Cancel));
        Assert.Single(discord.RequestsTo("POST", Messages));
    }

    [Fact]
    public async Task An_answer_whose_alphabet_has_a_strange_name_is_read_all_the_same()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("POST", Messages, async (context, _) =>
        {
            context.Response.Headers.ContentType = "application/json; charset=no-such-letters";
            await context.Response.WriteAsync("{\"id\":\"42\"}", context.RequestAborted);
        });

        Assert.Equal("42", Assert.IsType<Outcome.Sent>(await discord.Platform.SendAsync(Samples.Order(), Cancel)).Receipt);
    }

    [Fact]
    public async Task A_reset_on_a_connection_used_before_is_unknown_and_not_repeated()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("POST", Messages, 200, """{"id":"42"}""");
        await discord.Platform.SendAsync(Samples.Order(), Cancel);
        discord.Server.On("POST", Messages, (context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var outcome = await discord.Platform.SendAsync(Samples.Order(), Cancel);

        Assert.IsType<Outcome.Unknown>(outcome);
        Assert.Equal(2, discord.RequestsTo("POST", Messages).Count);
    }

    [Fact]
    public async Task No_answer_within_twenty_seconds_is_unknown_while_a_repeat_would_still_be_discarded()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        discord.Server.On("POST", Messages, async (context, _) =>
        {
            taken.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        var sending = discord.Platform.SendAsync(Samples.Order(), Cancel);
        await taken.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        discord.Time.Advance(TimeSpan.FromSeconds(19));
        Assert.False(sending.IsCompleted);
        discord.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.IsType<Outcome.Unknown>(await sending.WaitAsync(TimeSpan.FromSeconds(10), Cancel));
        Assert.True(discord.Platform.Abilities.DiscardsRepeatsFor >= 2 * TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("POST", Messages, 307, "", ("Location", new Uri(discord.Server.BaseUrl, "/elsewhere").ToString()));

        Assert.IsType<Outcome.Unknown>(await discord.Platform.SendAsync(Samples.Order(), Cancel));
        Assert.Empty(discord.Server.Unexpected);
    }

    [Fact]
    public async Task A_refused_token_stops_the_platform_without_a_retry_loop()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("POST", Messages, 401, """{"message":"401: Unauthorized","code":0}""");
        var changes = 0;
        discord.Platform.StateChanged += () => changes++;

        var first = await discord.Platform.SendAsync(Samples.Order(), Cancel);
        var second = await discord.Platform.SendAsync(Samples.Order(), Cancel);

        Assert.Equal(RejectionScope.Bot, Assert.IsType<Outcome.Rejected>(first).Scope);
        Assert.Equal(first, second);
        Assert.IsType<PlatformState.Refused>(discord.Platform.State);
        Assert.Equal(1, changes);
        Assert.Single(discord.RequestsTo("POST", Messages));
    }

    [Fact]
    public async Task After_a_429_the_gate_holds_that_channel_and_lets_others_pass()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On(
            "POST",
            Messages,
            429,
            """{"message":"You are being rate limited.","retry_after":64.5,"global":false}""",
            ("Retry-After", "65"),
            ("X-RateLimit-Bucket", "abc"),
            ("X-RateLimit-Scope", "user"));

        var outcome = await discord.Platform.SendAsync(Samples.Order(), Cancel);
        var held = await discord.Platform.WaitForTurnAsync(Samples.Address, Cancel);
        var other = await discord.Platform.WaitForTurnAsync(Samples.Address with { Id = "1101" }, Cancel);

        Assert.Equal(TimeSpan.FromSeconds(65), Assert.IsType<Outcome.Deferred>(outcome).After);
        Assert.Equal(new Turn.ComeBack(TimeSpan.FromSeconds(65.05)), held);
        Assert.IsType<Turn.Granted>(other);
    }

    [Fact]
    public async Task A_block_in_front_of_the_platform_pauses_everything_for_ten_minutes()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("POST", Messages, (context, _) =>
        {
            context.Response.StatusCode = 429;
            return context.Response.WriteAsync("<html>error 1015</html>", Cancel);
        });

        await discord.Platform.SendAsync(Samples.Order(), Cancel);

        var other = await discord.Platform.WaitForTurnAsync(Samples.Address with { Id = "1101" }, Cancel);
        Assert.Equal(new Turn.ComeBack(TimeSpan.FromSeconds(600.05)), other);
    }

    [Fact]
    public async Task Without_a_token_nothing_connects_and_rendering_works()
    {
        await using var discord = await ScriptedDiscord.BuildAsync(token: null);
        await discord.Host.StartAsync(Cancel);

        Assert.Equal(new PlatformState.NotConfigured("Discord__Token"), discord.Platform.State);
        Assert.IsType<RenderResult.Fits>(discord.Platform.Render(Samples.Post(), Samples.Channel()));
        Assert.IsType<Outcome.NotSent>(await discord.Platform.SendAsync(Samples.Order(), Cancel));
        Assert.Empty(discord.Server.Requests);
    }
}
