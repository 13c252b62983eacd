using System.Net;

namespace BotHost.Telegram.BotApi;

/// <summary>A body that knows whether any of it was given to a connection.</summary>
/// <remarks>While nothing of it was, the platform cannot have acted on the request, whatever failed: name, connection, TLS or a proxy.</remarks>
internal sealed class TrackedContent : HttpContent
{
    private readonly HttpContent _body;
    private volatile bool _started;

    public TrackedContent(HttpContent body)
    {
        _body = body;
        Headers.ContentType = body.Headers.ContentType;
    }

    public bool Started => _started;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _started = true;
        return _body.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Headers.ContentLength ?? 0;
        return _body.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _body.Dispose();
        }

        base.Dispose(disposing);
    }
}
