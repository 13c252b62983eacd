using BotHost.Announcements.Platforms;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Telegram.Tests.BotApi;

public class PrivateChatTests
{
    private static Task<PrivateChat> OpenAsync(IChatPlatform platform, string userId = "5") =>
        platform.OpenPrivateChatAsync(userId, TestContext.Current.CancellationToken);

    [Fact]
    public async Task The_private_chat_has_the_persons_own_number()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Answer("getChat", """{"ok":true,"result":{"id":5,"type":"private","first_name":"Ines"}}""");

        var chat = await OpenAsync(stage.Platform);

        Assert.Equal(new PrivateChat.Open(new ChannelAddress(new PlatformId("telegram"), "5")), chat);
        Assert.Equal("""{"chat_id":5}""", stage.Server.Requests.Single().Body);
    }

    [Theory]
    [InlineData(400, """{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}""", "user 5 has not started a chat with the bot")]
    [InlineData(403, """{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}""", "user 5 has not started a chat with the bot")]
    [InlineData(403, "<html>Sorry</html>", "a proxy between the bot and Telegram answered 403")]
    [InlineData(429, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 9","parameters":{"retry_after":9}}""", "429 Too Many Requests")]
    [InlineData(502, "<html>Bad Gateway</html>", "502")]
    public async Task Whoever_cannot_be_reached_comes_with_a_reason(int status, string body, string reason)
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Answer("getChat", body, status);

        var closed = Assert.IsType<PrivateChat.Closed>(await OpenAsync(stage.Platform));

        Assert.Contains(reason, closed.Reason, StringComparison.Ordinal);
        Assert.IsType<PlatformState.Usable>(stage.Platform.State);
    }

    [Fact]
    public async Task A_network_that_is_down_and_a_missing_token_are_reasons_too()
    {
        await using var stage = await BotStage.OpenAsync();
        using var unreached = stage.Build("http://127.0.0.1:1", BotStage.Token);
        using var tokenless = stage.Build(stage.Server.BaseUrl.ToString(), token: null);

        var noNetwork = Assert.IsType<PrivateChat.Closed>(await OpenAsync(unreached.Services.GetRequiredService<IChatPlatform>()));
        var noToken = Assert.IsType<PrivateChat.Closed>(await OpenAsync(tokenless.Services.GetRequiredService<IChatPlatform>()));

        Assert.Contains("ConnectionRefused", noNetwork.Reason, StringComparison.Ordinal);
        Assert.Equal("Telegram__Token missing", noToken.Reason);
        Assert.Empty(stage.Server.Requests);
    }

    [Theory]
    [InlineData("-100")]
    [InlineData("@ines_faria")]
    [InlineData("")]
    public async Task What_is_no_persons_number_is_not_asked_for(string userId)
    {
        await using var stage = await BotStage.OpenAsync();

        Assert.IsType<PrivateChat.Closed>(await OpenAsync(stage.Platform, userId));
        Assert.Empty(stage.Server.Requests);
    }

    [Fact]
    public async Task A_refused_token_stops_the_platform_here_as_everywhere()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Answer("getChat", """{"ok":false,"error_code":401,"description":"Unauthorized"}""", 401);

        Assert.IsType<PrivateChat.Closed>(await OpenAsync(stage.Platform));
        Assert.IsType<PrivateChat.Closed>(await OpenAsync(stage.Platform));

        Assert.IsType<PlatformState.Refused>(stage.Platform.State);
        Assert.Equal(1, stage.CountOf("getChat"));
    }
}
