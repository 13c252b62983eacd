using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.Discord.Rendering;

/// <summary>Reads from recorded payloads how the messages that a post is to replace are set. Pure.</summary>
internal static class StandingMessages
{
    /// <summary>Their layout, whatever the channel's is by now; null where there are none, or where nobody can read it from them.</summary>
    public static string? LayoutOf(ImmutableArray<string> payloads)
    {
        var messages = payloads.IsDefaultOrEmpty ? [] : payloads.Select(Read).OfType<JsonObject>().ToList();
        return messages.Count == 0 ? null
            : messages.Exists(message => message["embeds"] is JsonArray { Count: > 0 }) ? Layouts.Embed
            : Layouts.Plain;
    }

    private static JsonObject? Read(string payload)
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
