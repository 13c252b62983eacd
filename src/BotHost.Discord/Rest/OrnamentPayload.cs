using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rest;

/// <summary>Reads the payloads that the ledger recorded for threads and events.</summary>
internal static class OrnamentPayload
{
    /// <summary>The payload with the name that each of them has; null, and why it must not leave, for anything else.</summary>
    public static JsonObject? TryRead(string payload, out Outcome.Rejected? refusal)
    {
        var read = Parse(payload);
        refusal = read?["name"] is JsonValue name && name.TryGetValue<string>(out var text) && text.Length > 0
            ? null
            : new Outcome.Rejected(RejectionScope.Message, "the recorded payload is no JSON object with a name", "report this as a fault of the bot");
        return refusal is null ? read : null;
    }

    private static JsonObject? Parse(string payload)
    {
        try
        {
            return JsonNode.Parse(payload) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
