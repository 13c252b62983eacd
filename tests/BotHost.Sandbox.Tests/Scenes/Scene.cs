using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Tests.Scenes;

/// <summary>A running sandbox and plain HTTP clients for it; no wire type of any room is used here.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };

    private Scene(SandboxServer server) => Server = server;

    public SandboxServer Server { get; }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Scene> StartAsync(SandboxOptions? options = null, TimeProvider? clock = null, SandboxWorld? world = null) =>
        new(await SandboxServer.StartAsync(world ?? Sample.World, options ?? new SandboxOptions(), clock ?? TimeProvider.System, Stop));

    public Task<Answer> GetAsync(string path) => DiscordAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, string json) => DiscordAsync(HttpMethod.Post, path, json);

    public Task<Answer> PatchAsync(string path, string json) => DiscordAsync(HttpMethod.Patch, path, json);

    public Task<Answer> PutAsync(string path, string? json = null) => DiscordAsync(HttpMethod.Put, path, json);

    public Task<Answer> DeleteAsync(string path) => DiscordAsync(HttpMethod.Delete, path);

    public Task<Answer> DiscordAsync(
        HttpMethod method, string path, string? json = null, string? authorization = "Bot " + Sample.DiscordToken, string agent = "DiscordBot (https://example.org, 1)")
    {
        var request = new HttpRequestMessage(method, Server.DiscordApiBaseUrl + path);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        return SendAsync(request);
    }

    public Task<Answer> TelegramAsync(string method, string json = "{}", string token = Sample.TelegramToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{Server.TelegramApiBaseUrl}/bot{token}/{method}")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        });

    public Task<Answer> ControlAsync(string path, string json) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Server.PageUrl, path)) { Content = new StringContent(json, Encoding.UTF8, "application/json") });

    public Task<Answer> ReadControlAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Server.PageUrl, path)));

    public Task<Answer> DeleteControlAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Delete, new Uri(Server.PageUrl, path)));

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await _http.SendAsync(request, Stop);
            var text = await response.Content.ReadAsStringAsync(Stop);
            var isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
            return new Answer((int)response.StatusCode, isJson ? JsonNode.Parse(text) : null, text, response.Headers);
        }
    }

    public Task<GatewayClient> ConnectAsync(string query = "?v=10&encoding=json") => GatewayClient.OpenAsync(Server, query);

    public int Count(string kind) => Server.Record.OfKind(kind).Count;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }
}

internal sealed record Answer(int Status, JsonNode? Body, string Text, HttpResponseHeaders Headers)
{
    public string? this[string field] => Body?[field]?.ToString();
}
