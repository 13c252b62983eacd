using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace BotHost.Discord.Tests.Rig;

/// <summary>The server's end of one gateway connection.</summary>
internal sealed class GatewayPeer(WebSocket socket, string path, CancellationToken cancellationToken)
{
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Path => path;

    public Task SayAsync(string json) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, true, cancellationToken);

    public async Task SayInFramesAsync(string json, int size)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        for (var start = 0; start < bytes.Length; start += size)
        {
            var end = Math.Min(start + size, bytes.Length);
            await socket.SendAsync(bytes.AsMemory(start..end), WebSocketMessageType.Text, end == bytes.Length, cancellationToken);
        }
    }

    /// <summary>The next message, or the close code as <c>{"closed":code}</c>, 1006 for a dropped wire.</summary>
    public async Task<JsonNode> HearAsync()
    {
        var buffer = new byte[8192];
        try
        {
            var result = await socket.ReceiveAsync(buffer, cancellationToken).WaitAsync(TimeSpan.FromSeconds(10), cancellationToken);
            return result.MessageType == WebSocketMessageType.Close
                ? new JsonObject { ["closed"] = (int)result.CloseStatus! }
                : JsonNode.Parse(buffer.AsSpan(0, result.Count))!;
        }
        catch (WebSocketException)
        {
            return new JsonObject { ["closed"] = 1006 };
        }
    }

    public async Task<JsonNode> ExpectAsync(int op)
    {
        var message = await HearAsync();
        Assert.Equal(op, (int?)message["op"]);
        return message;
    }

    public Task HelloAsync() => SayAsync("""{"op":10,"d":{"heartbeat_interval":40000}}""");

    /// <summary>Asks for a heartbeat and waits for it, so that everything said before has been taken in.</summary>
    public async Task SettleAsync()
    {
        await SayAsync("""{"op":1,"d":null}""");
        await ExpectAsync(1);
    }

    /// <summary>Hello, identify, ready.</summary>
    public async Task<JsonNode> WelcomeAsync(string session = "S1")
    {
        await HelloAsync();
        var identify = await ExpectAsync(2);
        var resumeUrl = ScriptedDiscord.WebSocketUrl(Base!, "/resume/");
        await SayAsync($$"""{"op":0,"s":1,"t":"READY","d":{"v":10,"session_id":"{{session}}","resume_gateway_url":"{{resumeUrl}}","user":{"id":"901"},"guilds":[{"id":"5"}],"application":{"id":"900","flags":0} } }""");
        await SettleAsync();
        return identify;
    }

    public Uri? Base { get; init; }

    public async Task CloseAsync(int code)
    {
        await socket.CloseOutputAsync((WebSocketCloseStatus)code, "", cancellationToken);
        Done.TrySetResult();
    }

    public void Drop()
    {
        socket.Abort();
        Done.TrySetResult();
    }
}
