using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.Telegram.BotApi;

/// <summary>A payload of the renderer's, read again: the parameters of a <c>sendMessage</c> or of a <c>sendPhoto</c>.</summary>
internal sealed record RecordedMessage(JsonObject Parameters)
{
    /// <summary>The name of the picture that it shows; null in a message of text.</summary>
    public string? Picture => AttachedPicture.NameIn(Text("photo"));

    public string? Text(string parameter) =>
        Parameters[parameter] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>Null where the payload is not this platform's.</summary>
    public static RecordedMessage? TryRead(string payload)
    {
        try
        {
            return JsonNode.Parse(payload) is JsonObject parameters ? new RecordedMessage(parameters) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
