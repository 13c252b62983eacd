using System.Text.Json;

namespace BotHost.Rendering.Tests.Telegram;

/// <summary>A payload, read as the platform would: a text, or a picture with or without one.</summary>
internal sealed class TelegramMessage
{
    public TelegramMessage(string payload)
    {
        using var document = JsonDocument.Parse(payload);
        var json = document.RootElement.Clone();
        HasPicture = json.TryGetProperty("photo", out _);
        Text = String(json, HasPicture ? "caption" : "text") ?? "";
        Entities = [.. Array(json, HasPicture ? "caption_entities" : "entities").Select(Entity)];
        Rows = json.TryGetProperty("reply_markup", out var markup) ? [.. Array(markup, "inline_keyboard")] : [];
        Json = json;
    }

    public JsonElement Json { get; }

    public bool HasPicture { get; }

    public string Text { get; }

    public IReadOnlyList<TelegramEntity> Entities { get; }

    public IReadOnlyList<JsonElement> Rows { get; }

    public IEnumerable<JsonElement> Buttons => Rows.SelectMany(row => row.EnumerateArray());

    /// <summary>Whether a page is previewed, and which.</summary>
    public string? Preview => !Json.TryGetProperty("link_preview_options", out var options)
        ? "any"
        : options.TryGetProperty("is_disabled", out var disabled) && disabled.ValueKind is JsonValueKind.True ? null : String(options, "url") ?? "any";

    public static string? String(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static List<JsonElement> Array(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray()] : [];

    private static TelegramEntity Entity(JsonElement json) => new(
        String(json, "type") ?? "",
        json.GetProperty("offset").GetInt32(),
        json.GetProperty("length").GetInt32(),
        String(json, "url"),
        json.TryGetProperty("unix_time", out var time) ? time.GetInt64() : null,
        String(json, "date_time_format"));
}
