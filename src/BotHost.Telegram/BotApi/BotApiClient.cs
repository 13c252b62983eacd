using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using BotHost.Announcements.Platforms;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.Telegram.BotApi;

/// <summary>Speaks HTTP to the Bot API: one try for each call, and a value for whatever comes of it. No address ever leaves this class.</summary>
internal sealed class BotApiClient(IHttpClientFactory clients, BotToken token, IOptions<TelegramOptions> options, ServerTimes serverTimes, TimeProvider time)
{
    public const string SendingClient = "telegram-sending";

    public const string PollingClient = "telegram-polling";

    /// <summary>Long enough for answers that the platform holds back in large channels, and short of half a minute.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(25);

    /// <summary>Whoever asks for the time wants it now.</summary>
    public static readonly TimeSpan TimeTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The slowest line, in bytes a second, on which a picture still arrives in time.</summary>
    public const int SlowestUpload = 64 * 1024;

    /// <summary>What a long poll may take beyond its own timeout before the connection counts as dead.</summary>
    public static readonly TimeSpan PollGrace = TimeSpan.FromSeconds(15);

    public Task<ApiResult> CallAsync<T>(string method, T parameters, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        PostAsync(SendingClient, method, JsonOf(JsonSerializer.SerializeToUtf8Bytes(parameters, type)), CallTimeout, cancellationToken);

    /// <summary>Sends a body that was made earlier, byte for byte.</summary>
    public Task<ApiResult> CallAsync(string method, string json, CancellationToken cancellationToken) =>
        PostAsync(SendingClient, method, JsonOf(Encoding.UTF8.GetBytes(json)), CallTimeout, cancellationToken);

    /// <summary>Sends a form: the parameters, and the picture that one of them refers to.</summary>
    public Task<ApiResult> UploadAsync(string method, JsonObject parameters, AttachedPicture picture, CancellationToken cancellationToken) =>
        PostAsync(SendingClient, method, UploadForm.Of(parameters, picture), UploadTimeout(picture.Bytes.Length), cancellationToken);

    /// <summary>The <c>Date</c> of whatever answers, well or badly; null where nothing does.</summary>
    public async Task<Instant?> AskTimeAsync(CancellationToken cancellationToken)
    {
        var body = JsonOf(JsonSerializer.SerializeToUtf8Bytes(new NoParameters(), TelegramJson.Wire.NoParameters));
        return (await PostAsync(SendingClient, "getMe", body, TimeTimeout, cancellationToken)).Date;
    }

    public static TimeSpan UploadTimeout(int bytes) => CallTimeout + TimeSpan.FromSeconds(bytes / SlowestUpload);

    public Task<ApiResult> PollAsync(GetUpdates parameters, CancellationToken cancellationToken)
    {
        var body = JsonOf(JsonSerializer.SerializeToUtf8Bytes(parameters, TelegramJson.Wire.GetUpdates));
        return PostAsync(PollingClient, "getUpdates", body, TimeSpan.FromSeconds(parameters.Timeout) + PollGrace, cancellationToken);
    }

    private static ByteArrayContent JsonOf(byte[] json) =>
        new(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private async Task<ApiResult> PostAsync(string client, string method, HttpContent body, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var expiry = new CancellationTokenSource(timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, cancellationToken);
        using var content = new TrackedContent(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, token.AddressOf(options.Value.ApiBaseUrl, method)) { Content = content };
        Instant? date = null;
        try
        {
            using var http = clients.CreateClient(client);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, linked.Token);

            // Before the rest is read: a rest that is slow to come would make the date look late.
            date = NoteDate(response.Headers);
            await response.Content.LoadIntoBufferAsync(http.MaxResponseContentBufferSize, linked.Token);
            var answer = await response.Content.ReadAsByteArrayAsync(linked.Token);
            return Read((int)response.StatusCode, answer, WaitIn(response.Headers)) with { Date = date };
        }
        catch (OperationCanceledException)
        {
            return Failed(
                content,
                cancellationToken.IsCancellationRequested ? "stopped while waiting"
                : expiry.IsCancellationRequested ? $"no answer within {timeout.TotalSeconds:0} s"
                : "no connection in time") with { Date = date };
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return Failed(content, Describe(error)) with { Date = date };
        }
    }

    private Instant? NoteDate(HttpResponseHeaders headers)
    {
        if (headers.Date?.ToInstant() is not { } date)
        {
            return null;
        }

        serverTimes.Note(TelegramPlatform.PlatformId, date);
        return date;
    }

    /// <summary>A moment, where one is named in place of a stretch, is counted from the sender's own clock, because ours may be wrong.</summary>
    private static TimeSpan? WaitIn(HttpResponseHeaders headers) => headers.RetryAfter switch
    {
        { Delta: { } stretch } => stretch,
        { Date: { } moment } when headers.Date is { } now => moment > now ? moment - now : TimeSpan.Zero,
        _ => null,
    };

    private static ApiResult Failed(TrackedContent content, string reason) =>
        content.Started ? new ApiResult.Lost(reason) : new ApiResult.Unreached(reason);

    private ApiResult Read(int status, byte[] body, TimeSpan? retryAfter)
    {
        try
        {
            var envelope = JsonSerializer.Deserialize(body, TelegramJson.Wire.ApiEnvelope);
            if (envelope is not ({ Ok: true } or { Ok: false, Description: not null }))
            {
                return new ApiResult.Garbled(status, retryAfter);
            }

            var description = envelope.Description is null ? null : token.Scrub(envelope.Description);
            return new ApiResult.Answered(status, envelope with { Description = description }, retryAfter);
        }
        catch (JsonException)
        {
            return new ApiResult.Garbled(status, retryAfter);
        }
    }

    /// <summary>Kinds of failure in place of the exception's own text, which may quote an address.</summary>
    private static string Describe(Exception error)
    {
        var kind = error is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http
            ? http.HttpRequestError.ToString()
            : "connection broken";
        for (var inner = error.InnerException; inner is not null; inner = inner.InnerException)
        {
            if (inner is SocketException socket)
            {
                return $"{kind}: {socket.SocketErrorCode}";
            }
        }

        return kind;
    }
}
