using System.Text.Json;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Commands;

/// <summary>Finds buttons in what the bot sent, by the words on them.</summary>
internal static class WireButtons
{
    /// <summary>What a press sends back.</summary>
    public static string Data(RecordEntry message, string label) =>
        Find(message, label) is { } button && (Text(button, "custom_id") ?? Text(button, "callback_data")) is { } data
            ? data
            : throw new InvalidOperationException($"There is no button “{label}” to press in: {message.Payload}");

    /// <summary>Where a button leads; null where there is no such button.</summary>
    public static string? Url(RecordEntry message, string label) => Find(message, label) is { } button ? Text(button, "url") : null;

    /// <summary>The labels of all buttons that send something back, in order.</summary>
    public static IReadOnlyList<string> Actions(RecordEntry message) =>
        [.. All(message).Where(button => Text(button, "custom_id") is not null || Text(button, "callback_data") is not null).Select(LabelOf).OfType<string>()];

    private static JsonElement? Find(RecordEntry message, string label)
    {
        var found = All(message).Where(button => LabelOf(button) == label).ToList();
        return found.Count == 0 ? null : found[0];
    }

    private static IEnumerable<JsonElement> All(RecordEntry message) => message.Payload is { } payload ? Objects(payload).Where(one => LabelOf(one) is not null) : [];

    // A message of Telegram has a "text", too; a button has something that happens when it is pressed.
    private static string? LabelOf(JsonElement button) =>
        Text(button, "label") ?? (Text(button, "url") ?? Text(button, "callback_data")) switch { null => null, _ => Text(button, "text") };

    private static string? Text(JsonElement one, string name) =>
        one.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<JsonElement> Objects(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(property => Objects(property.Value)).Prepend(node),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Objects),
        _ => [],
    };
}
