using BotHost.Announcements.Platforms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace BotHost.Telegram.Tests.BotApi;

public class ServerTimeTests
{
    private const string Header = "Tue, 04 Mar 2031 05:06:07 GMT";

    private static readonly Instant Said = Instant.FromUtc(2031, 3, 4, 5, 6, 7);

    private static readonly PlatformId Telegram = new("telegram");

    [Fact]
    public async Task Every_reply_says_the_time_and_the_machines_clock_stands_beside_it()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.On("sendMessage", (context, _) => AnswerAsync(context, 200, """{"ok":true,"result":{"message_id":12}}"""));

        await SendAsync(stage.Platform);

        var noted = Assert.Single(NotedIn(stage.Host));
        Assert.Equal((Telegram, Said, Instant.FromUtc(2027, 1, 1, 0, 0)), (noted.Platform, noted.Said, noted.Wall));
    }

    [Fact]
    public async Task A_long_poll_says_the_time_too()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.On("getUpdates", async (context, _) =>
        {
            if (stage.CountOf("getUpdates") == 1)
            {
                await AnswerAsync(context, 502, "<html>Bad Gateway</html>");
                return;
            }

            await BotStage.UntilGoneAsync(context);
        });
        await stage.StartAsync();
        await stage.NextAsync("getUpdates");
        await stage.PassAsync(TimeSpan.FromSeconds(1));
        await stage.NextAsync("getUpdates");

        Assert.Equal(Said, Assert.Single(NotedIn(stage.Host)).Said);
    }

    [Theory]
    [InlineData("Date: Tue, 04 Mar 2031 05:06:07 GMT\r\n", true)]
    [InlineData("Date: yesterday\r\n", false)]
    [InlineData("Date: \r\n", false)]
    [InlineData("Date: Tue, 04 Mar 2031 25:06:07 GMT\r\n", false)]
    [InlineData("", false)]
    public async Task Only_a_date_that_can_be_read_counts(string line, bool counts)
    {
        await using var stage = await BotStage.OpenAsync();
        await using var door = new RawDoor($"HTTP/1.1 403 Forbidden\r\n{line}Content-Length: 5\r\n\r\nsorry");
        using var host = stage.Build(door.Address, BotStage.Token);
        var platform = host.Services.GetRequiredService<IChatPlatform>();

        var answer = await platform.AskTimeAsync(TestContext.Current.CancellationToken);

        Assert.Equal(counts ? Said : null, answer);
        Assert.Equal(counts ? [Said] : [], NotedIn(host).Select(noted => noted.Said));
    }

    [Fact]
    public async Task The_head_of_a_reply_says_the_time_before_its_rest_is_there()
    {
        await using var stage = await BotStage.OpenAsync();
        await using var door = new RawDoor($"HTTP/1.1 200 OK\r\nDate: {Header}\r\nContent-Length: 500\r\n\r\n");
        using var host = stage.Build(door.Address, BotStage.Token);
        var platform = host.Services.GetRequiredService<IChatPlatform>();

        var sending = SendAsync(platform);
        await UntilAsync(() => NotedIn(host).Count > 0);
        Assert.False(sending.IsCompleted);
        stage.Time.Advance(TimeSpan.FromSeconds(25));

        Assert.Equal(new Outcome.Unknown("no answer within 25 s"), await sending.WaitAsync(BotStage.Patience, TestContext.Current.CancellationToken));
        Assert.Equal(Said, Assert.Single(NotedIn(host)).Said);
    }

    [Theory]
    [InlineData(200, """{"ok":true,"result":{"id":987654321,"is_bot":true,"first_name":"Harbour","username":"HarbourBot"}}""")]
    [InlineData(401, """{"ok":false,"error_code":401,"description":"Unauthorized"}""")]
    [InlineData(429, "slow down")]
    [InlineData(502, "<html>Bad Gateway</html>")]
    public async Task Whatever_answers_says_the_time_when_it_is_asked(int status, string body)
    {
        await using var stage = await BotStage.OpenAsync();
        stage.On("getMe", (context, _) => AnswerAsync(context, status, body));

        var time = await stage.Platform.AskTimeAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Said, time);
        Assert.Equal(["getMe"], stage.Calls.Select(call => call.Method));
        Assert.Equal("{}", stage.Server.Requests.Single().Body);
    }

    [Fact]
    public async Task Ten_seconds_of_silence_and_a_closed_door_say_no_time()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.On("getMe", (context, _) => BotStage.UntilGoneAsync(context));
        using var closed = stage.Build("http://127.0.0.1:1", BotStage.Token);

        var asking = stage.Platform.AskTimeAsync(TestContext.Current.CancellationToken);
        await stage.NextAsync("getMe");
        await stage.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Null(await asking.WaitAsync(BotStage.Patience, TestContext.Current.CancellationToken));
        Assert.Null(await closed.Services.GetRequiredService<IChatPlatform>().AskTimeAsync(TestContext.Current.CancellationToken));
        Assert.Empty(NotedIn(stage.Host));
        Assert.DoesNotContain(BotStage.Token.Split(':')[1], string.Join('\n', stage.Logs.Lines.Select(line => line.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_nobody_is_asked()
    {
        await using var stage = await BotStage.OpenAsync();
        using var host = stage.Build(stage.Server.BaseUrl.ToString(), token: null);

        Assert.Null(await host.Services.GetRequiredService<IChatPlatform>().AskTimeAsync(TestContext.Current.CancellationToken));
        Assert.Empty(stage.Server.Requests);
    }

    private static IReadOnlyCollection<ServerTime> NotedIn(IHost host) => host.Services.GetRequiredService<ServerTimes>().Latest;

    private static async Task UntilAsync(Func<bool> happened)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(BotStage.Patience);
        while (!happened())
        {
            deadline.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static Task<Outcome> SendAsync(IChatPlatform platform) => platform.SendAsync(
        new SendOrder(new ChannelAddress(Telegram, "-100"), """{"chat_id":-100,"text":"Talk"}""", "ABC"), TestContext.Current.CancellationToken);

    private static Task AnswerAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Date = Header;
        return context.Response.WriteAsync(body);
    }
}
