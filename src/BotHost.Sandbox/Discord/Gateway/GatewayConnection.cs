using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace BotHost.Sandbox.Discord.Gateway;

/// <summary>One socket: a writer that keeps the order of what is sent, and a reader that hands payloads to its owner.</summary>
internal sealed class GatewayConnection(WebSocket socket, bool compressed, Action abort)
{
    private const int LargestPayload = 4096;
    private readonly Channel<Outgoing> _outgoing = Channel.CreateUnbounded<Outgoing>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>The session that this socket speaks for, once identified or resumed.</summary>
    public GatewaySession? Session { get; set; }

    /// <summary>The code of a close that we asked for.</summary>
    public int? ClosedByUs { get; private set; }

    public void Send(string json) => _outgoing.Writer.TryWrite(new Outgoing(json, 0, ""));

    public void Send(int opcode, JsonNode? data) =>
        Send(new JsonObject { ["op"] = opcode, ["d"] = data, ["s"] = null, ["t"] = null }.ToJsonString());

    /// <summary>Closes with a code after everything that is queued has left.</summary>
    public void Close(int code, string reason)
    {
        ClosedByUs ??= code;
        _outgoing.Writer.TryWrite(new Outgoing(null, code, reason));
        _outgoing.Writer.TryComplete();
    }

    /// <summary>Cuts the connection without a word.</summary>
    public void Drop()
    {
        _outgoing.Writer.TryComplete();
        abort();
    }

    public async Task WriteAllAsync(CancellationToken cancellationToken)
    {
        // One stream for the life of the socket: later messages refer back to earlier ones.
        using var deflated = new MemoryStream();
        await using var deflater = new ZLibStream(deflated, CompressionLevel.Fastest, leaveOpen: true);
        try
        {
            await foreach (var item in _outgoing.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                if (item.Json is null)
                {
                    await socket.CloseOutputAsync((WebSocketCloseStatus)item.Code, item.Reason, cancellationToken).ConfigureAwait(false);
                    return;
                }

                var bytes = Encoding.UTF8.GetBytes(item.Json);
                if (compressed)
                {
                    bytes = await DeflateAsync(deflater, deflated, bytes, cancellationToken).ConfigureAwait(false);
                }

                await socket.SendAsync(bytes, compressed ? WebSocketMessageType.Binary : WebSocketMessageType.Text, true, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            // The other side went away; the reader notices as well and ends the session's use of this socket.
            _outgoing.Writer.TryComplete();
        }
    }

    /// <summary>Reads until the socket ends; returns the client's close code, or null when it just went away.</summary>
    public async Task<int?> ReadAllAsync(Action<string?> receive, CancellationToken cancellationToken)
    {
        var buffer = new byte[LargestPayload + 1];
        var filled = 0;
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(filled), cancellationToken).ConfigureAwait(false);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return (int?)socket.CloseStatus;
                }

                filled += part.Count;
                if (filled > LargestPayload)
                {
                    receive(null);
                    filled = 0;
                    continue;
                }

                if (part.EndOfMessage)
                {
                    receive(Encoding.UTF8.GetString(buffer, 0, filled));
                    filled = 0;
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            return null;
        }
    }

    private static async Task<byte[]> DeflateAsync(ZLibStream deflater, MemoryStream deflated, byte[] bytes, CancellationToken cancellationToken)
    {
        deflated.SetLength(0);
        await deflater.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        await deflater.FlushAsync(cancellationToken).ConfigureAwait(false);
        return deflated.ToArray();
    }

    private sealed record Outgoing(string? Json, int Code, string Reason);
}
