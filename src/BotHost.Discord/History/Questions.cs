using System.Text.Json;
using BotHost.Announcements.Platforms;
using BotHost.Discord.Rest;

namespace BotHost.Discord.History;

/// <summary>Asks the platform what changes nothing, each question in its turn.</summary>
internal sealed class Questions(DiscordClient client, RateGate gate)
{
    /// <summary>The answer, of the wanted kind; or why the look-up ends here.</summary>
    public async Task<(JsonElement? Answer, LookUp? Failure)> AskAsync(
        string template, string path, string major, JsonValueKind kind, CancellationToken cancellationToken)
    {
        var call = new RestCall(HttpMethod.Get, template, path, major, Body: null);
        if (await gate.WaitAsync(call.RouteKey, call.Major, cancellationToken) is Turn.ComeBack back)
        {
            return (null, new LookUp.NotNow(back.After, "Discord's rate limit of reading"));
        }

        var answer = await client.SendAsync(call, cancellationToken);
        return answer is RestAnswer.Replied { IsSuccess: true } replied && Parse(replied.Body) is { } json && json.ValueKind == kind
            ? (json, null)
            : (null, QuestionOutcomes.Classify(answer, major));
    }

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
