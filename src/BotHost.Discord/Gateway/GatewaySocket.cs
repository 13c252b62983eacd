using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BotHost.Discord.Rest;

namespace BotHost.Discord.Gateway;

/// <summary>The wire below a connection: whole messages in, one message at a time out, and a deadline on every goodbye.</summary>
internal sealed class GatewaySocket : IDisposable
{
    public static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private const int FrameSize = 16 * 1024;

    private const int LargestMessage = 32 * 1024 * 1024;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly DiscordToken _token;
    private readonly TimeProvider _time;

    public GatewaySocket(DiscordToken token, TimeProvider time)
    {
        _token = token;
        _time = time;

        // The gateway has a heartbeat of its own, and frames of the protocol below once upset it.
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        _socket.Options.SetRequestHeader("User-Agent", HttpTransport.UserAgent);
    }

    /// <summary>The code with which the other side closed, where it gave one.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    /// <summary>Null when the connection stands, else why it does not.</summary>
    public async Task<ConnectionEnd?> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(ConnectTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        if (address.IsLoopback)
        {
            // What is on this machine is never reached through a proxy.
            _socket.Options.Proxy = null;
        }

        try
        {
            await _socket.ConnectAsync(address, either.Token);
            return null;
        }
        catch (OperationCanceledException)
        {
            return new ConnectionEnd.ConnectFailed($"no connection within {ConnectTimeout.TotalSeconds:0} s");
        }
        catch (Exception exception) when (exception is WebSocketException or HttpRequestException or IOException)
        {
            return new ConnectionEnd.ConnectFailed(_token.Redact(exception.Message));
        }
    }

    /// <summary>The next whole message, which may have come in many frames; null when the other side closed.</summary>
    /// <exception cref="InvalidDataException">The message is larger than any that the gateway sends.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var whole = new ArrayBufferWriter<byte>(FrameSize);
        while (true)
        {
            var frame = await _socket.ReceiveAsync(whole.GetMemory(FrameSize), cancellationToken);
            if (frame.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            whole.Advance(frame.Count);
            if (whole.WrittenCount > LargestMessage)
            {
                throw new InvalidDataException($"A gateway message is larger than {LargestMessage} bytes.");
            }

            if (frame.EndOfMessage)
            {
                return whole.WrittenMemory;
            }
        }
    }

    public async Task SendAsync<T>(T command, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(command, type);
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says goodbye, and drops the wire where that takes too long.</summary>
    public async Task CloseAsync(WebSocketCloseStatus status)
    {
        if (_socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        using var deadline = new CancellationTokenSource(CloseTimeout, _time);
        try
        {
            await _sending.WaitAsync(deadline.Token);
            try
            {
                await _socket.CloseOutputAsync(status, statusDescription: null, deadline.Token);
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            _socket.Abort();
        }
    }

    public void Abort() => _socket.Abort();

    public void Dispose()
    {
        _socket.Dispose();
        _sending.Dispose();
    }
}
