using System.Net.Http.Headers;
using BotHost.Announcements.Platforms;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.Discord.Rest;

/// <summary>Speaks HTTP: one request, one answer, no repeats. What replies say of rates goes to the gate, and of the time to the guard of the clock.</summary>
internal sealed class DiscordClient(
    IHttpClientFactory http, IOptions<DiscordOptions> options, DiscordToken token, RateGate gate, ServerTimes serverTimes, TimeProvider time)
{
    public const string HttpClientName = "discord";

    private readonly string _base = options.Value.ApiBaseUrl.TrimEnd('/');

    public async Task<RestAnswer> SendAsync(RestCall call, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(call.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using var request = new HttpRequestMessage(call.Method, _base + call.Path);
        if (!call.IsInteraction && !call.IsAnonymous)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bot", token.Reveal());
        }

        request.Content = RequestContent.Of(call);

        try
        {
            using var client = http.CreateClient(HttpClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);

            // Noted before the body is read: that may take long, and the time would be stale by then.
            var date = NoteTime(response);
            if (response.Content.Headers.ContentType is { } type)
            {
                // JSON has one alphabet, whatever somebody on the way calls it; a name that nobody knows would be thrown at us after the post was taken.
                type.CharSet = "utf-8";
            }

            var body = await response.Content.ReadAsStringAsync(either.Token);
            var replied = new RestAnswer.Replied((int)response.StatusCode, RateReport.Read(response.Headers), body) { Date = date };
            Learn(call, replied);
            return replied;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new RestAnswer.Unheard($"no answer to {call} within {call.Patience.TotalSeconds:0} s");
        }
        catch (HttpRequestException exception) when (BeforeAnyByteLeft(exception))
        {
            return new RestAnswer.NotSent(token.Redact($"{call}: {exception.HttpRequestError}: {exception.Message}"));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new RestAnswer.Unheard(token.Redact($"{call}: {exception.Message}"));
        }
    }

    /// <summary>The reply's time; null where it has none, or none that can be read.</summary>
    private Instant? NoteTime(HttpResponseMessage response)
    {
        if (response.Headers.Date?.ToInstant() is not { } date)
        {
            return null;
        }

        serverTimes.Note(DiscordPlatform.PlatformId, date);
        return date;
    }

    private static bool BeforeAnyByteLeft(HttpRequestException exception) => exception.HttpRequestError
        is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    private void Learn(RestCall call, RestAnswer.Replied replied)
    {
        // The path of an interaction is used once or twice and never again, so there is nothing to learn from it but a block.
        if (!call.IsInteraction)
        {
            gate.Learn(call.RouteKey, call.Major, replied.Rate);
        }

        if (replied.Status != 429)
        {
            return;
        }

        var told = TooManyRequests.Read(replied.Rate, ApiError.Parse(replied.Body));
        if (!call.IsInteraction || told.Reach != HoldReach.Bucket)
        {
            gate.Hold(call.RouteKey, call.Major, told);
        }
    }
}
