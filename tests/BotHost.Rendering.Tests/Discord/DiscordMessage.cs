using System.Text.Json;

namespace BotHost.Rendering.Tests.Discord;

/// <summary>A payload, read as the platform would.</summary>
internal sealed class DiscordMessage
{
    private readonly JsonElement _json;

    public DiscordMessage(string payload)
    {
        using var document = JsonDocument.Parse(payload);
        _json = document.RootElement.Clone();
        Content = Text(_json, "content") ?? "";
        Embeds = [.. Array(_json, "embeds")];
        Rows = [.. Array(_json, "components")];
        Attachments = [.. Array(_json, "attachments")];
    }

    public string Content { get; }

    public IReadOnlyList<JsonElement> Embeds { get; }

    public IReadOnlyList<JsonElement> Rows { get; }

    public IReadOnlyList<JsonElement> Attachments { get; }

    public JsonElement? AllowedMentions => _json.TryGetProperty("allowed_mentions", out var allowed) ? allowed : null;

    public int Flags => _json.TryGetProperty("flags", out var flags) && flags.ValueKind is JsonValueKind.Number ? flags.GetInt32() : 0;

    public IEnumerable<JsonElement> Buttons => Rows.SelectMany(row => Array(row, "components"));

    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    public static IEnumerable<JsonElement> Array(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [];

    public static string? Text(JsonElement element, string name, string inner) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Object ? Text(value, inner) : null;
}
