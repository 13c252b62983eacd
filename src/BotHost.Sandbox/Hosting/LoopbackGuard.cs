using Microsoft.AspNetCore.Http;

namespace BotHost.Sandbox.Hosting;

/// <summary>
/// Refuses what a page from elsewhere could make a browser send: a request under a foreign host name (DNS rebinding),
/// or one whose origin is not this very server.
/// </summary>
internal static class LoopbackGuard
{
    /// <summary>Null, or the sentence that tells why the request is refused.</summary>
    public static string? Objection(HttpRequest request, int port)
    {
        string[] hosts = [$"127.0.0.1:{port}", $"localhost:{port}", $"[::1]:{port}"];
        var host = request.Headers.Host.ToString();
        if (!hosts.Contains(host, StringComparer.OrdinalIgnoreCase))
        {
            return $"The sandbox answers only to http://127.0.0.1:{port} and http://localhost:{port}; this request was for another host.";
        }

        var origins = request.Headers.Origin;
        if (origins.Count > 0 && (origins.Count > 1 || !string.Equals(origins[0], "http://" + host, StringComparison.OrdinalIgnoreCase)))
        {
            return "The sandbox takes requests of a browser only from its own page; this one came from another origin.";
        }

        return null;
    }
}
