using System.Globalization;
using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Controls;

/// <summary>The JSON that a control was sent; a missing field is named in the refusal.</summary>
internal sealed class ControlRequest(JsonObject json)
{
    public string Text(string name) =>
        Optional(name) ?? throw new ControlRefusedException($"The request needs \"{name}\".");

    public string? Optional(string name) => json[name]?.ToString();

    public long Number(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ControlRefusedException($"\"{name}\" must be a number.");

    public IReadOnlyList<string> List(string name) => [.. (json[name] as JsonArray ?? []).Select(item => item?.ToString() ?? "")];

    public IReadOnlyDictionary<string, string> Map(string name) =>
        (json[name] as JsonObject ?? []).ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "");

    /// <summary>A command as it is typed: the text itself, or a name with options.</summary>
    public string CommandText()
    {
        if (Optional("text") is { } text)
        {
            return text;
        }

        var options = (json["options"] as JsonObject ?? []).Select(pair => $" {pair.Key}:{pair.Value}");
        return "/" + Text("name") + string.Concat(options);
    }
}
