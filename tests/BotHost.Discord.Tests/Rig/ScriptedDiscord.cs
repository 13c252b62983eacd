using System.Text.Json.Nodes;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Wires;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BotHost.Discord.Tests.Rig;

/// <summary>The room behind its door, with a scripted platform on loopback and a machine clock that stands still.</summary>
internal sealed class ScriptedDiscord : IAsyncDisposable
{
    public const string Token = "MTIz.secret-of-the-bot.abcdef";

    private readonly System.Threading.Channels.Channel<GatewayPeer> _peers = System.Threading.Channels.Channel.CreateUnbounded<GatewayPeer>();
    private readonly List<GatewayPeer> _all = [];

    public required ScriptedServer Server { get; init; }

    public ManualTimeProvider Time { get; } = new();

    public MemoryNotebook Notebook { get; init; } = new();

    public MemoryPictures Pictures { get; } = new();

    public StubRouter Router { get; } = new();

    public RecordingLogs Logs { get; } = new();

    public IHost Host { get; private set; } = null!;

    public IChatPlatform Platform => Host.Services.GetRequiredService<IChatPlatform>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ScriptedDiscord> BuildAsync(string? token = Token, MemoryNotebook? notebook = null, string? apiBaseUrl = null)
    {
        var discord = new ScriptedDiscord { Server = await ScriptedServer.StartAsync(Cancel), Notebook = notebook ?? new MemoryNotebook() };
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:Token"] = token,
            ["Discord:ApiBaseUrl"] = apiBaseUrl ?? new Uri(discord.Server.BaseUrl, "/api/v10").ToString(),
        });
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(discord.Logs);
        builder.Services.AddSingleton<TimeProvider>(discord.Time);
        builder.Services.AddSingleton<Jitter>(() => 0.5);
        builder.Services.AddSingleton<ICommandRouter>(discord.Router);
        builder.Services.AddSingleton<INotebook>(discord.Notebook);
        builder.Services.AddSingleton<IPictureStore>(discord.Pictures);
        builder.AddDiscord();
        discord.Host = builder.Build();
        discord.ScriptGateway();
        discord.Server.On("PUT", "/api/v10/applications/900/commands", 200, "[]");
        return discord;
    }

    public static async Task<ScriptedDiscord> ConnectAsync(MemoryNotebook? notebook = null)
    {
        var discord = await BuildAsync(notebook: notebook);
        await discord.Host.StartAsync(Cancel);
        return discord;
    }

    public static string WebSocketUrl(Uri server, string path) => $"ws://{server.Authority}{path}";

    /// <summary>The bot's next gateway connection; the clock moves on in small steps until it comes.</summary>
    public async Task<GatewayPeer> NextConnectionAsync()
    {
        var next = _peers.Reader.ReadAsync(Cancel).AsTask();
        for (var step = 0; step < 400 && !next.IsCompleted; step++)
        {
            await Task.WhenAny(next, Pause());
            if (!next.IsCompleted)
            {
                Time.Advance(TimeSpan.FromSeconds(1));
            }
        }

        Assert.True(next.IsCompleted, $"No gateway connection came.\n{Logs.All}");
        return await next;
    }

    /// <summary>The next connection without any help of the clock.</summary>
    public async Task<GatewayPeer> NextConnectionNowAsync() => await _peers.Reader.ReadAsync(Cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(10), Cancel);

    public int ConnectionCount => _all.Count;

    /// <summary>Waits for something that other threads bring about.</summary>
    public async Task UntilAsync(Func<bool> condition, string what)
    {
        for (var step = 0; step < 500 && !condition(); step++)
        {
            await Pause();
        }

        Assert.True(condition(), $"{what}\n{Logs.All}");
    }

    public IReadOnlyList<WireRequest> RequestsTo(string method, string path) =>
        [.. Server.Requests.Where(request => request.Method == method && request.PathAndQuery.Split('?')[0] == path)];

    public async Task<JsonNode> BodyOfAsync(string method, string path)
    {
        await UntilAsync(() => RequestsTo(method, path).Count > 0, $"No {method} {path} came.");
        return JsonNode.Parse(RequestsTo(method, path)[0].Body)!;
    }

    /// <summary>Answers 204 without touching the body, which the server would punish by closing the connection.</summary>
    public void NoContent(string method, string path) => Server.On(method, path, (context, _) =>
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    });

    public void GatewayBot(int remaining = 1000, long resetAfter = 1000, int status = 200) =>
        Server.On("GET", "/api/v10/gateway/bot", status, status == 200
            ? $$"""{"url":"{{WebSocketUrl(Server.BaseUrl, "/")}}","shards":1,"session_start_limit":{"total":1000,"remaining":{{remaining}},"reset_after":{{resetAfter}},"max_concurrency":1} }"""
            : """{"message":"401: Unauthorized","code":0}""");

    public async ValueTask DisposeAsync()
    {
        var started = Host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.IsCancellationRequested;
        var stopping = started ? Host.StopAsync(CancellationToken.None) : Task.CompletedTask;
        foreach (var peer in _all)
        {
            peer.Drop();
        }

        for (var step = 0; step < 100 && !stopping.IsCompleted; step++)
        {
            await Task.WhenAny(stopping, Pause());
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        await stopping;
        Host.Dispose();
        await Server.DisposeAsync();
    }

    private static Task Pause() => Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, CancellationToken.None);

    private void ScriptGateway()
    {
        GatewayBot();
        Server.On("GET", "/", AcceptAsync);
        Server.On("GET", "/resume/", AcceptAsync);
    }

    private async Task AcceptAsync(HttpContext context, WireRequest request)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var peer = new GatewayPeer(socket, request.PathAndQuery, Cancel) { Base = Server.BaseUrl };
        _all.Add(peer);
        await _peers.Writer.WriteAsync(peer, Cancel);
        await Task.WhenAny(peer.Done.Task, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
    }
}
