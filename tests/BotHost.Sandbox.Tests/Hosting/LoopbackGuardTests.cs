using System.Net.WebSockets;
using System.Text;
using BotHost.Sandbox.Tests.Scenes;

namespace BotHost.Sandbox.Tests.Hosting;

public sealed class LoopbackGuardTests
{
    public static TheoryData<string, string> Doors => new()
    {
        { "GET", "/" },
        { "GET", "/sandbox/record" },
        { "GET", "/sandbox/events" },
        { "GET", "/discord/api/v10/gateway" },
        { "GET", "/telegram/bot" + Sample.TelegramToken + "/getMe" },
        { "POST", "/sandbox/telegram/text" },
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Every_door_is_shut_to_another_host_name(string method, string path)
    {
        await using var scene = await Scene.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(scene.Server.PageUrl, path));
        request.Headers.Host = "attacker.example:" + scene.Server.PageUrl.Port;

        var answer = await scene.SendAsync(request);

        Assert.Equal(403, answer.Status);
        Assert.Contains("for another host", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://attacker.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    public async Task A_page_from_elsewhere_can_order_nothing(string origin)
    {
        await using var scene = await Scene.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(scene.Server.PageUrl, "/sandbox/telegram/text"))
        {
            Content = new StringContent($$"""{"chatId":{{Sample.Ann}},"userId":{{Sample.Ann}},"text":"x"}""", Encoding.UTF8, "text/plain"),
        };
        request.Headers.TryAddWithoutValidation("Origin", origin);

        var answer = await scene.SendAsync(request);

        Assert.Equal(403, answer.Status);
        Assert.Empty(scene.Server.Record.Entries);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task Its_own_page_is_welcome_under_both_names(string host)
    {
        await using var scene = await Scene.StartAsync();
        var port = scene.Server.PageUrl.Port;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(scene.Server.PageUrl, "/sandbox/telegram/text"))
        {
            Content = new StringContent($$"""{"chatId":{{Sample.Ann}},"userId":{{Sample.Ann}},"text":"x"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Host = $"{host}:{port}";
        request.Headers.TryAddWithoutValidation("Origin", $"http://{host}:{port}");

        Assert.Equal(200, (await scene.SendAsync(request)).Status);
    }

    [Fact]
    public async Task The_gateway_is_shut_to_a_foreign_origin()
    {
        await using var scene = await Scene.StartAsync();
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "http://attacker.example");
        socket.Options.CollectHttpResponseDetails = true;

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri($"ws://127.0.0.1:{scene.Server.PageUrl.Port}/discord/gateway?v=10"), Scene.Stop));

        Assert.Equal(403, (int)socket.HttpStatusCode);
    }
}
