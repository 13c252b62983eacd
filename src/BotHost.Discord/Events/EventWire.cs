using System.Text.Json;
using BotHost.Announcements.Platforms;
using BotHost.Discord.Rest;

namespace BotHost.Discord.Events;

/// <summary>Sends the requests about a server's events, each in its turn.</summary>
internal sealed class EventWire(DiscordClient client, RateGate gate)
{
    /// <summary>The answer, of the wanted kind; or what that means for what it was asked for.</summary>
    public async Task<(JsonElement? Answer, Outcome? Failure)> AskAsync(RestCall call, JsonValueKind kind, CancellationToken cancellationToken)
    {
        var (answer, later) = await SendAsync(call, cancellationToken);
        return answer is null ? (null, later)
            : answer is RestAnswer.Replied { IsSuccess: true } replied && Parse(replied.Body) is { } json && json.ValueKind == kind ? (json, null)
            : (null, EventOutcomes.OfQuestion(answer, call.Major));
    }

    /// <summary>What came of it; or how long it has to wait.</summary>
    public async Task<(RestAnswer? Answer, Outcome.Deferred? Later)> SendAsync(RestCall call, CancellationToken cancellationToken) =>
        await gate.WaitAsync(call.RouteKey, call.Major, cancellationToken) is Turn.ComeBack back
            ? (null, new Outcome.Deferred(back.After, "the rate limit of events in this server"))
            : (await client.SendAsync(call, cancellationToken), null);

    private static JsonElement? Parse(string body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
