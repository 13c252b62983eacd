using System.Net;
using System.Net.Http.Headers;

namespace BotHost.Telegram.BotApi;

/// <summary>A JSON body that knows whether any of it was given to a connection.</summary>
/// <remarks>While nothing of it was, the platform cannot have acted on the request, whatever failed: name, connection, TLS or a proxy.</remarks>
internal sealed class TrackedContent : HttpContent
{
    private readonly byte[] _json;
    private volatile bool _started;

    public TrackedContent(byte[] json)
    {
        _json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public bool Started => _started;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _started = true;
        await stream.WriteAsync(_json, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
