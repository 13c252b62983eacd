using System.Net;
using System.Net.Sockets;
using BotHost.Announcements.Platforms;
using Microsoft.AspNetCore.Http;

namespace BotHost.Telegram.Tests.BotApi;

public class SendingTests
{
    private static readonly SendOrder Order = new(new ChannelAddress(new PlatformId("telegram"), "-100"), """{"chat_id":-100,"text":"Talk"}""", "ABC");

    private static Task<Outcome> SendAsync(IChatPlatform platform) => platform.SendAsync(Order, TestContext.Current.CancellationToken);

    [Fact]
    public async Task What_leaves_is_the_recorded_payload_and_the_receipt_is_the_message()
    {
        await using var stage = await BotStage.OpenAsync();

        var outcome = await SendAsync(stage.Platform);

        Assert.Equal(new Outcome.Sent("77"), outcome);
        Assert.Equal(Order.Payload, stage.Server.Requests.Single().Body);
    }

    [Fact]
    public async Task A_refused_connection_is_surely_not_sent()
    {
        await using var stage = await BotStage.OpenAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var host = stage.Build($"http://127.0.0.1:{port}", BotStage.Token);

        var outcome = await SendAsync((IChatPlatform)host.Services.GetService(typeof(IChatPlatform))!);

        Assert.Contains("ConnectionRefused", Assert.IsType<Outcome.NotSent>(outcome).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_after_the_request_was_taken_is_unknown_and_is_not_tried_again()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.On("sendMessage", (context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var outcome = await SendAsync(stage.Platform);

        Assert.IsType<Outcome.Unknown>(outcome);
        Assert.Equal(1, stage.CountOf("sendMessage"));
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_unknown()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.On("sendMessage", async (context, _) =>
        {
            context.Response.ContentLength = 500;
            await context.Response.Body.WriteAsync("""{"ok":false,"error_code":400"""u8.ToArray());
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        Assert.IsType<Outcome.Unknown>(await SendAsync(stage.Platform));
    }

    [Fact]
    public async Task Not_quite_half_a_minute_without_an_answer_is_unknown()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.On("sendMessage", (context, _) => BotStage.UntilGoneAsync(context));

        var sending = SendAsync(stage.Platform);
        await stage.NextAsync("sendMessage");
        await stage.PassAsync(TimeSpan.FromSeconds(25));

        Assert.Equal(new Outcome.Unknown("no answer within 25 s"), await sending);
        Assert.Equal(1, stage.CountOf("sendMessage"));
    }

    [Fact]
    public async Task An_answer_that_stalls_in_one_chat_holds_up_no_other_chat()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.On("sendMessage", async (context, body) =>
        {
            if (body["chat_id"]!.GetValue<long>() == -100)
            {
                await BotStage.UntilGoneAsync(context);
                return;
            }

            await context.Response.WriteAsync("""{"ok":true,"result":{"message_id":12}}""");
        });
        await stage.Platform.WaitForTurnAsync(Order.Target, TestContext.Current.CancellationToken);
        var stalled = SendAsync(stage.Platform);
        await stage.NextAsync("sendMessage");

        for (var chat = -101; chat > -111; chat--)
        {
            var order = new SendOrder(Order.Target with { Id = $"{chat}" }, $$"""{"chat_id":{{chat}},"text":"Talk"}""", $"K{chat}");
            var turn = await stage.Platform.WaitForTurnAsync(order.Target, TestContext.Current.CancellationToken);
            Assert.IsType<Turn.Granted>(turn);
            var outcome = await stage.Platform.SendAsync(order, TestContext.Current.CancellationToken)
                .WaitAsync(BotStage.Patience, TestContext.Current.CancellationToken);
            Assert.Equal(new Outcome.Sent("12"), outcome);
        }

        Assert.False(stalled.IsCompleted);
        await stage.PassAsync(TimeSpan.FromSeconds(25));
        Assert.IsType<Outcome.Unknown>(await stalled);
    }

    [Fact]
    public async Task Being_stopped_while_the_answer_is_awaited_is_unknown()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.On("sendMessage", (context, _) => BotStage.UntilGoneAsync(context));
        using var stop = new CancellationTokenSource();

        var sending = stage.Platform.SendAsync(Order, stop.Token);
        await stage.NextAsync("sendMessage");
        await stop.CancelAsync();

        Assert.IsType<Outcome.Unknown>(await sending);
    }

    public static TheoryData<string, int, string, string> Table => new()
    {
        { "the message is named", 200, """{"ok":true,"result":{"message_id":12}}""", "Sent 12" },
        { "yes, but which message?", 200, """{"ok":true,"result":true}""", "Unknown" },
        { "an unauthorised bot stops", 401, """{"ok":false,"error_code":401,"description":"Unauthorized"}""", "Rejected Bot" },
        { "a wrong address or method stops", 404, """{"ok":false,"error_code":404,"description":"Not Found"}""", "Rejected Bot" },
        { "a token that a server does not allow stops", 421, """{"ok":false,"error_code":421,"description":"Misdirected Request: unallowed token specified"}""", "Rejected Bot" },
        { "blocked by the person", 403, """{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}""", "Rejected Target" },
        { "kicked from the group", 403, """{"ok":false,"error_code":403,"description":"Forbidden: bot was kicked from the supergroup chat"}""", "Rejected Target" },
        { "a refusal of an unknown kind", 403, """{"ok":false,"error_code":403,"description":"Forbidden: something new"}""", "Rejected Target" },
        { "no such chat", 400, """{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}""", "Rejected Target" },
        { "no such topic", 400, """{"ok":false,"error_code":400,"description":"Bad Request: message thread not found"}""", "Rejected Target" },
        { "a closed topic", 400, """{"ok":false,"error_code":400,"description":"Bad Request: TOPIC_CLOSED"}""", "Rejected Target" },
        { "no right to write", 400, """{"ok":false,"error_code":400,"description":"Bad Request: not enough rights to send text messages to the chat"}""", "Rejected Target" },
        { "an upgraded group", 400, """{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1001234567890}}""", "Rejected Target -1001234567890" },
        { "an empty text", 400, """{"ok":false,"error_code":400,"description":"Bad Request: message text is empty"}""", "Rejected Message" },
        { "a text that is too long", 400, """{"ok":false,"error_code":400,"description":"Bad Request: message is too long"}""", "Rejected Message" },
        { "broken entities", 400, """{"ok":false,"error_code":400,"description":"Bad Request: can't parse MessageEntity: x"}""", "Rejected Message" },
        { "a bad button", 400, """{"ok":false,"error_code":400,"description":"Bad Request: BUTTON_DATA_INVALID"}""", "Rejected Message" },
        { "another 4xx", 413, """{"ok":false,"error_code":413,"description":"Request Entity Too Large"}""", "Rejected Message" },
        { "a proxy's own 4xx", 413, "<html>too large</html>", "NotSent" },
        { "a proxy's own 404 does not stop the bot", 404, "<html>not here</html>", "NotSent" },
        { "too many, with a time", 429, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 14","parameters":{"retry_after":14}}""", "Deferred 15" },
        { "too many, without a time", 429, """{"ok":false,"error_code":429,"description":"Too Many Requests"}""", "Deferred 31" },
        { "too many, said by a front end", 429, "slow down", "Deferred 31" },
        { "a failing server", 500, """{"ok":false,"error_code":500,"description":"Internal Server Error: restart"}""", "Unknown" },
        { "a failing front end", 502, "<html>Bad Gateway</html>", "Unknown" },
        { "a front end that gave up", 504, "", "Unknown" },
        { "a page in place of an answer", 200, "<html>Welcome to this hotel</html>", "Unknown" },
        { "a redirect is not followed", 302, "", "Unknown" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Each_answer_has_its_outcome(string row, int status, string body, string expected)
    {
        Assert.NotEmpty(row);
        await using var stage = await BotStage.OpenAsync();
        stage.Answer("sendMessage", body, status);

        var outcome = await SendAsync(stage.Platform);

        var told = outcome switch
        {
            Outcome.Sent sent => $"Sent {sent.Receipt}",
            Outcome.Rejected rejected => $"Rejected {rejected.Scope}" + (rejected.Reason.Contains("-1001234567890", StringComparison.Ordinal) ? " -1001234567890" : ""),
            Outcome.Deferred deferred => $"Deferred {deferred.After.TotalSeconds:0}",
            Outcome.Unknown => "Unknown",
            _ => "NotSent",
        };
        Assert.Equal(expected, told);
        Assert.Equal(1, stage.CountOf("sendMessage"));
        Assert.Equal(expected == "Rejected Bot", stage.Platform.State is PlatformState.Refused);
    }

    [Theory]
    [InlineData(403, """{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}""", "that person must open a private chat with the bot and press Start")]
    [InlineData(403, """{"ok":false,"error_code":403,"description":"Forbidden: bot can't initiate conversation with a user"}""", "that person must open a private chat with the bot and press Start")]
    [InlineData(400, """{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1001234567890}}""", "write -1001234567890 as the channel's address")]
    public async Task A_target_that_is_refused_comes_with_its_remedy(int status, string body, string remedy)
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Answer("sendMessage", body, status);

        var refused = Assert.IsType<Outcome.Rejected>(await SendAsync(stage.Platform));

        Assert.Equal((RejectionScope.Target, remedy), (refused.Scope, refused.Remedy));
        Assert.Equal(1, stage.CountOf("sendMessage"));
    }

    [Fact]
    public async Task A_429_closes_the_chat_for_its_time_and_no_other_chat()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Answer("sendMessage", """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 99","parameters":{"retry_after":99}}""", 429);

        await SendAsync(stage.Platform);

        var here = await stage.Platform.WaitForTurnAsync(Order.Target, TestContext.Current.CancellationToken);
        var there = await stage.Platform.WaitForTurnAsync(Order.Target with { Id = "-101" }, TestContext.Current.CancellationToken);
        Assert.Equal(new Turn.ComeBack(TimeSpan.FromSeconds(100)), here);
        Assert.IsType<Turn.Granted>(there);
    }

    [Fact]
    public async Task The_token_reaches_no_log_no_outcome_and_no_text()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Answer("sendMessage", $$"""{"ok":false,"error_code":404,"description":"Not Found: /bot{{BotStage.Token}}/sendMessage"}""", 404);
        await stage.StartAsync();
        await stage.NextAsync("getUpdates");
        stage.Poll(502, "broken");
        stage.Deliver(stage.Command(41, "/next"));
        await stage.PassAsync(TimeSpan.FromSeconds(1));
        await stage.NextAsync("sendMessage");

        var outcome = await SendAsync(stage.Platform);
        await stage.StopAsync();

        var secret = BotStage.Token.Split(':')[1];
        Assert.NotEmpty(stage.Logs.Lines);
        Assert.DoesNotContain(secret, string.Join('\n', stage.Logs.Lines.Select(line => line.Text)), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, outcome.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, stage.Platform.State.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, new TelegramOptions { Token = BotStage.Token }.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, Telegram.BotApi.BotToken.Of(new TelegramOptions { Token = BotStage.Token }).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_fails_while_polling_leaves_the_token_out_of_the_logs()
    {
        await using var stage = await BotStage.OpenAsync();
        using var host = stage.Build("http://127.0.0.1:1", BotStage.Token);

        await host.StartAsync(TestContext.Current.CancellationToken);
        await stage.PassAsync(TimeSpan.FromSeconds(1));
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(BotStage.Token.Split(':')[1], string.Join('\n', stage.Logs.Lines.Select(line => line.Text)), StringComparison.Ordinal);
    }
}
