using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotHost.TestKit.Wires;

/// <summary>A real HTTP and WebSocket server on loopback that knows only what a test scripted, and refuses the rest with 599.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<HttpContext, WireRequest, Task>> _routes = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<WireRequest> _requests = new();
    private readonly WebApplication _app;

    private ScriptedServer(WebApplication app) => _app = app;

    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Everything received so far, in order.</summary>
    public IReadOnlyList<WireRequest> Requests => [.. _requests];

    /// <summary>Requests that no script knew; a test should find this empty.</summary>
    public ConcurrentQueue<WireRequest> Unexpected { get; } = new();

    public static async Task<ScriptedServer> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.UseWebSockets();
        var server = new ScriptedServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync(cancellationToken);
        server.BaseUrl = new Uri(app.Urls.First());
        return server;
    }

    /// <summary>Answers <c>METHOD /path</c> (query left out); the newest script for a route wins.</summary>
    public void On(string method, string path, Func<HttpContext, WireRequest, Task> answer) => _routes[$"{method} {path}"] = answer;

    /// <summary>Answers a route with JSON.</summary>
    public void On(string method, string path, int status, string json, params (string Name, string Value)[] headers) =>
        On(method, path, async (context, _) =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            await context.Response.WriteAsync(json, context.RequestAborted);
        });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }

        var bytes = body.ToArray();
        var request = new WireRequest(
            context.Request.Method,
            context.Request.Path + context.Request.QueryString,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Encoding.UTF8.GetString(bytes)) { Bytes = bytes };
        _requests.Enqueue(request);
        if (_routes.TryGetValue($"{request.Method} {context.Request.Path}", out var answer))
        {
            await answer(context, request);
            return;
        }

        Unexpected.Enqueue(request);
        context.Response.StatusCode = 599;
        await context.Response.WriteAsync($"No script for {request.Method} {context.Request.Path}");
    }
}
