using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Telegram.Updates;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Wires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Channel = System.Threading.Channels.Channel;

namespace BotHost.Telegram.Tests;

/// <summary>The real room in a real host, opposite a scripted Bot API on loopback.</summary>
internal sealed class BotStage : IAsyncDisposable
{
    public const string Token = "987654321:AAfake_token-for-tests-0123456789abcd";

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Channel<(int Status, string Json)> _polls = Channel.CreateUnbounded<(int, string)>();
    private readonly ConcurrentDictionary<string, Channel<JsonNode>> _calls = new();
    private IHost? _host;

    public required ScriptedServer Server { get; init; }

    public ManualTimeProvider Time { get; } = new();

    public MemoryNotebook Notebook { get; init; } = new();

    public ScriptedRouter Router { get; } = new();

    public LogBook Logs { get; } = new();

    public MemoryPictures Pictures { get; } = new();

    /// <summary>The files that came with forms, by name.</summary>
    public ConcurrentDictionary<string, (string? MediaType, byte[] Bytes)> Files { get; } = new();

    public ConcurrentQueue<(string Method, JsonNode Body)> Calls { get; } = new();

    public IHost Host => _host ??= Build(Server.BaseUrl.ToString(), Token);

    public IChatPlatform Platform => Host.Services.GetRequiredService<IChatPlatform>();

    public static async Task<BotStage> OpenAsync(MemoryNotebook? notebook = null)
    {
        var stage = new BotStage
        {
            Server = await ScriptedServer.StartAsync(TestContext.Current.CancellationToken),
            Notebook = notebook ?? new MemoryNotebook(),
        };
        stage.Answer("getMe", """{"ok":true,"result":{"id":987654321,"is_bot":true,"first_name":"Harbour","username":"HarbourBot"}}""");
        stage.Answer("setMyCommands", """{"ok":true,"result":true}""");
        stage.Answer("answerCallbackQuery", """{"ok":true,"result":true}""");
        stage.Answer("sendMessage", """{"ok":true,"result":{"message_id":77,"date":1,"chat":{"id":1,"type":"private"}}}""");
        stage.Answer("editMessageText", """{"ok":true,"result":{"message_id":78,"date":1,"chat":{"id":1,"type":"private"}}}""");
        stage.Answer("sendPhoto", """{"ok":true,"result":{"message_id":79,"date":1,"chat":{"id":1,"type":"private"}}}""");
        stage.Answer("editMessageCaption", """{"ok":true,"result":{"message_id":78,"date":1,"chat":{"id":1,"type":"private"}}}""");
        stage.Answer("editMessageMedia", """{"ok":true,"result":{"message_id":78,"date":1,"chat":{"id":1,"type":"private"}}}""");
        stage.Answer("pinChatMessage", """{"ok":true,"result":true}""");
        stage.Answer("unpinChatMessage", """{"ok":true,"result":true}""");
        stage.On("getUpdates", async (context, body) =>
        {
            if (body["timeout"]!.GetValue<int>() == 0)
            {
                await WriteAsync(context, 200, """{"ok":true,"result":[]}""");
                return;
            }

            var (status, json) = await stage._polls.Reader.ReadAsync(context.RequestAborted);
            await WriteAsync(context, status, json);
        });
        return stage;
    }

    public IHost Build(string baseUrl, string? token)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Telegram:Token"] = token,
            ["Telegram:ApiBaseUrl"] = baseUrl,
        });
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton<Jitter>(() => 0);
        builder.Services.AddSingleton<INotebook>(Notebook);
        builder.Services.AddSingleton<ICommandRouter>(Router);
        builder.Services.AddSingleton<IPictureStore>(Pictures);
        builder.AddTelegram();
        return builder.Build();
    }

    public Task StartAsync() => Host.StartAsync(TestContext.Current.CancellationToken);

    public Task StopAsync() => Host.StopAsync(TestContext.Current.CancellationToken);

    public void Answer(string method, string json, int status = 200) => On(method, (context, _) => WriteAsync(context, status, json));

    public void On(string method, Func<HttpContext, JsonNode, Task> answer) => Server.On("POST", $"/bot{Token}/{method}", async (context, request) =>
    {
        var body = await ReadAsync(request);
        Calls.Enqueue((method, body));
        CallsOf(method).Writer.TryWrite(body);
        await answer(context, body);
    });

    public void Deliver(params string[] updates) => Poll(200, $$"""{"ok":true,"result":[{{string.Join(',', updates)}}]}""");

    public void Poll(int status, string json) => _polls.Writer.TryWrite((status, json));

    /// <summary>The next call of this method, in the order of arrival.</summary>
    public async Task<JsonNode> NextAsync(string method)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Patience);
        return await CallsOf(method).Reader.ReadAsync(deadline.Token);
    }

    /// <summary>Lets the loop's next pause pass.</summary>
    public async Task PassAsync(TimeSpan pause)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Patience);
        await Time.WhenArmedAsync(pause, deadline.Token);
        Time.Advance(pause);
    }

    public int CountOf(string method) => Calls.Count(call => call.Method == method);

    public long Now => Time.GetUtcNow().ToUnixTimeSeconds();

    public string Command(int update, string text, long chat = 5, string type = "private", string extra = "", long? date = null, int? length = null) =>
        $$"""{"update_id":{{update}},"message":{"message_id":{{update + 1000}},"date":{{date ?? Now}},"chat":{"id":{{chat}},"type":"{{type}}"},"from":{"id":5,"is_bot":false,"first_name":"Ines","language_code":"en"},"text":"{{text}}","entities":[{"type":"bot_command","offset":0,"length":{{length ?? (text + " ").IndexOf(' ')}}}]{{extra}}} }""";

    public static string Press(int update, string data, long chat = -100, string type = "supergroup") =>
        $$"""{"update_id":{{update}},"callback_query":{"id":"q{{update}}","from":{"id":5,"is_bot":false,"first_name":"Ines"},"message":{"message_id":9,"date":0,"chat":{"id":{{chat}},"type":"{{type}}" },"sender_chat":{"id":{{chat}},"type":"{{type}}" } },"chat_instance":"1","data":"{{data}}" } }""";

    /// <summary>Answers nothing, until whoever asked hangs up.</summary>
    public static async Task UntilGoneAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(() => gone.TrySetResult());
        await gone.Task;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            // Whatever still waits for a slot or a deadline of the machine clock meets it now.
            var stopping = _host.StopAsync(CancellationToken.None);
            while (!stopping.IsCompleted)
            {
                Time.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }

            await stopping;
            _host.Dispose();
        }

        await Server.DisposeAsync();
    }

    private Channel<JsonNode> CallsOf(string method) => _calls.GetOrAdd(method, _ => Channel.CreateUnbounded<JsonNode>());

    /// <summary>A form becomes an object of its parts, each as the text that it was; its file goes to <see cref="Files"/>.</summary>
    private async Task<JsonNode> ReadAsync(WireRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.Headers["Content-Type"], out var type) || type.MediaType != "multipart/form-data")
        {
            return JsonNode.Parse(request.Body)!;
        }

        var parts = new JsonObject();
        var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), new MemoryStream(request.Bytes));
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            if (section.AsFileSection() is { FileStream: { } stream } file)
            {
                using var bytes = new MemoryStream();
                await stream.CopyToAsync(bytes);
                Files[file.Name] = (section.ContentType, bytes.ToArray());
                Assert.Equal(file.Name, file.FileName);
            }
            else if (section.AsFormDataSection() is { } field)
            {
                parts.Add(field.Name, await field.GetValueAsync());
            }
        }

        return parts;
    }

    private static async Task WriteAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json, context.RequestAborted);
    }
}
