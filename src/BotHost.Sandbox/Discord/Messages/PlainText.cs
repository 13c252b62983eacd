using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Discord.Messages;

/// <summary>The words of a message that a reader sees, one part per line: content, then each embed, then V2 text.</summary>
internal static class PlainText
{
    public static string Of(JsonObject message)
    {
        List<string?> lines = [(string?)message["content"]];
        foreach (var embed in (message["embeds"] as JsonArray ?? []).OfType<JsonObject>())
        {
            lines.Add((string?)embed["author"]?["name"]);
            lines.Add((string?)embed["title"]);
            lines.Add((string?)embed["description"]);
            foreach (var field in (embed["fields"] as JsonArray ?? []).OfType<JsonObject>())
            {
                lines.Add((string?)field["name"]);
                lines.Add((string?)field["value"]);
            }

            lines.Add((string?)embed["footer"]?["text"]);
        }

        AddTexts(message["components"], lines);
        return string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)));
    }

    private static void AddTexts(JsonNode? components, List<string?> lines)
    {
        foreach (var component in (components as JsonArray ?? []).OfType<JsonObject>())
        {
            if ((int?)component["type"] == 10)
            {
                lines.Add((string?)component["content"]);
            }

            AddTexts(component["components"], lines);
        }
    }
}
