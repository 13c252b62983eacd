using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Discord.Commands;
using BotHost.Sandbox.Discord.Events;
using BotHost.Sandbox.Discord.Interactions;
using BotHost.Sandbox.Discord.Messages;
using BotHost.Sandbox.Discord.Threads;
using BotHost.Sandbox.Hosting;
using Microsoft.AspNetCore.Http;

namespace BotHost.Sandbox.Discord;

/// <summary>Takes HTTP requests under <c>/discord/api/v10</c>: who asks, which route, which limit, then the handler, one at a time.</summary>
internal sealed class DiscordDoor
{
    public const string ApiPath = "/discord/api/v10";
    public const string GatewayPath = "/discord/gateway";
    private const int LargestRequest = 25 * 1024 * 1024;
    private const int LargestFile = 10 * 1024 * 1024;

    private readonly DiscordState _state;
    private readonly PlatformExchange _exchange;
    private readonly RateWindow _window;
    private readonly RateWindow _global;
    private readonly IReadOnlyList<DiscordRoute> _routes;

    public DiscordDoor(DiscordState state, PlatformExchange exchange, RateWindow window, RateWindow global)
    {
        _state = state;
        _exchange = exchange;
        _window = window;
        _global = global;
        Messages = new MessageBook(state);
        Commands = new CommandBook();
        _routes = DiscordRoutes.All(
            new InventoryEndpoints(state),
            new MessageEndpoints(state, Messages),
            new PinEndpoints(state),
            new ThreadEndpoints(state),
            new EventEndpoints(state),
            new CommandEndpoints(state, Commands),
            new CallbackEndpoint(state, Messages),
            new WebhookEndpoints(state, Messages));
    }

    public MessageBook Messages { get; }

    public CommandBook Commands { get; }

    public Task ServeAsync(HttpContext context, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var method = context.Request.Method;
        var fitting = _routes.Select(route => (Route: route, Values: route.Match(segments))).Where(one => one.Values is not null).ToList();
        var (route, values) = fitting.FirstOrDefault(one => one.Route.Method == method);
        if (route is null)
        {
            var status = fitting.Count > 0 ? 405 : 404;
            var unknown = new RequestName(DiscordState.Platform, "unknown", method + " (no such route)");
            return _exchange.RunAsync(context, unknown, _ => Task.FromResult(Plain(status, status == 405 ? "405: Method Not Allowed" : "404: Not Found")), TooMany);
        }

        var name = new RequestName(DiscordState.Platform, route.Name, method + " " + route.Template, values!.GetValueOrDefault("channel") ?? values!.GetValueOrDefault("guild"));
        return _exchange.RunAsync(context, name, token => AcceptAsync(context.Request, route, values!, token), TooMany);
    }

    private async Task<WireReply> AcceptAsync(HttpRequest http, DiscordRoute route, Dictionary<string, string> values, CancellationToken cancellationToken)
    {
        try
        {
            Authorize(http, route);
            var (body, files) = await ReadAsync(http, cancellationToken).ConfigureAwait(false);
            lock (_state.Gate)
            {
                if (route.NeedsBot && _global.Use("") is (< 0, var pause))
                {
                    return TooMany(pause.TotalSeconds, RateScope.Global);
                }

                var (remaining, headers) = Limit(route, values);
                if (remaining < 0)
                {
                    var after = double.Parse(headers.First(one => one.Key == "X-RateLimit-Reset-After").Value, CultureInfo.InvariantCulture);
                    return TooMany(after, RateScope.User) with { Headers = [.. headers, new("X-RateLimit-Scope", "user"), RetryAfter(after)] };
                }

                try
                {
                    var reply = route.Handle(new DiscordRequest(values, http.Query, body, files, HttpMethods.IsGet(http.Method)));
                    return reply with { Headers = [.. headers, .. reply.Headers] };
                }
                catch (DiscordRefusal refused)
                {
                    return new WireReply(refused.Status, refused.Body()) { Headers = headers };
                }
            }
        }
        catch (DiscordRefusal refused)
        {
            return new WireReply(refused.Status, refused.Body());
        }
    }

    private void Authorize(HttpRequest http, DiscordRoute route)
    {
        if (!http.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal))
        {
            throw new DiscordRefusal(403, 40333, "internal network error: the User-Agent must have the form DiscordBot (url, version)");
        }

        var header = http.Headers.Authorization.ToString();
        var accepted = header.StartsWith("Bot ", StringComparison.Ordinal) && _state.Accepts(header[4..]);
        if (!accepted && (route.NeedsBot || header.Length > 0))
        {
            throw DiscordRefusal.Unauthorized();
        }
    }

    private static async Task<(JsonNode? Body, IReadOnlyList<UploadedFile> Files)> ReadAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsGet(http.Method))
        {
            return (null, []);
        }

        if (http.HasFormContentType && http.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            return await ReadMultipartAsync(http, cancellationToken).ConfigureAwait(false);
        }

        using var memory = new MemoryStream();
        await http.Body.CopyToAsync(memory, cancellationToken).ConfigureAwait(false);
        if (memory.Length == 0)
        {
            return (null, []);
        }

        if (memory.Length > LargestRequest)
        {
            throw new DiscordRefusal(413, 40005, "Request entity too large");
        }

        if (http.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw DiscordRefusal.InvalidForm(FormErrors.One(
                "CONTENT_TYPE_INVALID", "Expected \"Content-Type\" header to be one of {'application/json', 'multipart/form-data'}."));
        }

        return (Parse(Encoding.UTF8.GetString(memory.ToArray())), []);
    }

    private static async Task<(JsonNode? Body, IReadOnlyList<UploadedFile> Files)> ReadMultipartAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        var form = await http.ReadFormAsync(cancellationToken).ConfigureAwait(false);
        List<UploadedFile> files = [];
        JsonNode? body = null;
        if (form.TryGetValue("payload_json", out var text))
        {
            body = Parse(text.ToString());
        }

        foreach (var file in form.Files)
        {
            using var memory = new MemoryStream();
            await file.CopyToAsync(memory, cancellationToken).ConfigureAwait(false);
            if (file.Name == "payload_json")
            {
                body = Parse(Encoding.UTF8.GetString(memory.ToArray()));
                continue;
            }

            files.Add(new UploadedFile(file.Name, file.FileName, file.ContentType ?? "application/octet-stream", memory.ToArray()));
        }

        if (files.Count > 10)
        {
            throw new DiscordRefusal(400, 30015, "Maximum number of attachments in a message reached (10)");
        }

        if (files.Any(file => file.Bytes.Length > LargestFile) || files.Sum(file => (long)file.Bytes.Length) > LargestRequest)
        {
            throw new DiscordRefusal(413, 40005, "Request entity too large");
        }

        return (body ?? new JsonObject(), files);
    }

    private static JsonNode? Parse(string text)
    {
        var node = JsonText.Parse(text, out var fault);
        return fault == JsonFault.None ? node : throw DiscordRefusal.BadJson();
    }

    private (int Remaining, IReadOnlyList<KeyValuePair<string, string>> Headers) Limit(DiscordRoute route, Dictionary<string, string> values)
    {
        if (route.Name == "interaction-callback")
        {
            return (0, []);
        }

        var major = values.GetValueOrDefault("channel") ?? values.GetValueOrDefault("guild") ?? values.GetValueOrDefault("token") ?? "";
        var (remaining, resetAfter) = _window.Use(route.Name + " " + major);
        var seconds = Math.Max(0, resetAfter.TotalSeconds);
        var reset = (_state.Clock.GetUtcNow() + resetAfter).ToUnixTimeMilliseconds() / 1000.0;
        var bucket = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(route.Name)))[..32];
        return (remaining,
        [
            new("X-RateLimit-Limit", _window.Size.ToString(CultureInfo.InvariantCulture)),
            new("X-RateLimit-Remaining", Math.Max(0, remaining).ToString(CultureInfo.InvariantCulture)),
            new("X-RateLimit-Reset", reset.ToString("0.000", CultureInfo.InvariantCulture)),
            new("X-RateLimit-Reset-After", seconds.ToString("0.000", CultureInfo.InvariantCulture)),
            new("X-RateLimit-Bucket", bucket),
        ]);
    }

    public static WireReply TooMany(double seconds, RateScope scope)
    {
        var body = new JsonObject { ["message"] = "You are being rate limited.", ["retry_after"] = seconds, ["global"] = scope is RateScope.Global };
        KeyValuePair<string, string>[] headers = scope is RateScope.Global
            ? [new("X-RateLimit-Global", "true"), new("X-RateLimit-Scope", "global"), RetryAfter(seconds)]
            :
            [
                new("X-RateLimit-Limit", "5"),
                new("X-RateLimit-Remaining", "0"),
                new("X-RateLimit-Reset-After", seconds.ToString("0.000", CultureInfo.InvariantCulture)),
                new("X-RateLimit-Scope", scope is RateScope.Shared ? "shared" : "user"),
                RetryAfter(seconds),
            ];
        return new WireReply(429, body) { Headers = headers };
    }

    private static KeyValuePair<string, string> RetryAfter(double seconds) =>
        new("Retry-After", Math.Ceiling(seconds).ToString("0", CultureInfo.InvariantCulture));

    private static WireReply Plain(int status, string message) => new(status, new JsonObject { ["message"] = message, ["code"] = 0 });
}
