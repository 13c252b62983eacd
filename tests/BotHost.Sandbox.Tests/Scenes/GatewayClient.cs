using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Tests.Scenes;

/// <summary>A bare gateway client: it sends what the test says and returns payloads one by one.</summary>
internal sealed class GatewayClient : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly MemoryStream _compressed = new();
    private ZLibStream? _inflater;
    private long _read;

    public int? CloseCode => (int?)_socket.CloseStatus;

    public static async Task<GatewayClient> OpenAsync(SandboxServer server, string query)
    {
        var client = new GatewayClient();
        client._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await client._socket.ConnectAsync(new Uri($"ws://127.0.0.1:{server.PageUrl.Port}/discord/gateway/{query}"), Scene.Stop);
        return client;
    }

    public Task SendAsync(string json) => _socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, true, Scene.Stop);

    public async Task<JsonObject> IdentifyAsync(long intents = 1)
    {
        Assert.Equal(10, (int)(await NextAsync())!["op"]!);
        await SendAsync(Identify(intents));
        return (await NextAsync())!;
    }

    public static string Identify(long intents, string token = Sample.DiscordToken) =>
        $$"""{"op":2,"d":{"token":"{{token}}","intents":{{intents}},"properties":{"os":"linux","browser":"test","device":"test"} } }""";

    /// <summary>The next payload; null when the server has closed.</summary>
    public async Task<JsonObject?> NextAsync()
    {
        var (bytes, _) = await ReadAsync();
        return bytes is null ? null : JsonNode.Parse(Encoding.UTF8.GetString(bytes))!.AsObject();
    }

    public async Task<JsonObject> NextInflatedAsync()
    {
        var (bytes, _) = await ReadAsync();
        Assert.Equal([0x00, 0x00, 0xFF, 0xFF], bytes![^4..]);
        _compressed.Position = _compressed.Length;
        await _compressed.WriteAsync(bytes, Scene.Stop);
        _compressed.Position = _read;
        _inflater ??= new ZLibStream(_compressed, CompressionMode.Decompress);
        var buffer = new byte[256 * 1024];
        var filled = 0;
        while (true)
        {
            filled += await _inflater.ReadAsync(buffer.AsMemory(filled), Scene.Stop);
            _read = _compressed.Position;
            try
            {
                return JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, filled))!.AsObject();
            }
            catch (System.Text.Json.JsonException)
            {
                // More of the message is still to be inflated.
            }
        }
    }

    /// <summary>Skips to the next dispatch of a kind.</summary>
    public async Task<JsonObject> DispatchAsync(string kind)
    {
        while (true)
        {
            var payload = await NextAsync() ?? throw new InvalidOperationException($"Closed with {CloseCode} before {kind} came.");
            if ((string?)payload["t"] == kind)
            {
                return payload;
            }
        }
    }

    public Task CloseAsync(int code) => _socket.CloseOutputAsync((WebSocketCloseStatus)code, "", Scene.Stop);

    public void Abort() => _socket.Abort();

    public ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<(byte[]? Bytes, WebSocketMessageType Type)> ReadAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Scene.Stop);
        deadline.CancelAfter(TimeSpan.FromSeconds(10));
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, deadline.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return (null, part.MessageType);
            }

            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return (message.ToArray(), part.MessageType);
            }
        }
    }
}
