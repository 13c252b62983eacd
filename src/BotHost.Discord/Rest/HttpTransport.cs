using System.Net;
using System.Net.Sockets;

namespace BotHost.Discord.Rest;

/// <summary>The handler below the HTTP client.</summary>
internal static class HttpTransport
{
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // The shorter a connection lies idle, the less often a post meets one that the other side is just closing.
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(20);

    public static string UserAgent { get; } =
        $"DiscordBot (https://github.com/bothost/bothost, {typeof(HttpTransport).Assembly.GetName().Version?.ToString(3) ?? "0"})";

    /// <param name="baseUrl">Where it will connect: what is on this machine is never reached through a proxy.</param>
    /// <param name="time">For the connect timeout.</param>
    public static SocketsHttpHandler CreateHandler(Uri baseUrl, TimeProvider time) => new()
    {
        UseProxy = !baseUrl.IsLoopback,
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = ConnectionLifetime,
        PooledConnectionIdleTimeout = IdleTimeout,
        // Traces would carry paths, and the paths of interactions carry their tokens.
        ActivityHeadersPropagator = null,
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, time, cancellationToken),
    };

    // The handler's own connect timeout cannot be told from a lost answer. Connecting by hand makes it a connection error,
    // which says for certain that nothing was sent.
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, TimeProvider time, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, either.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new TimeoutException($"No connection to {endPoint.Host}:{endPoint.Port} within {ConnectTimeout.TotalSeconds:0} s.");
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
