using System.Globalization;
using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;

namespace BotHost.Telegram.BotApi;

/// <summary>Makes the calls that turn a message into what a payload of the renderer's says.</summary>
/// <remarks>Topic and sound belong to the first sending alone. Each call carries the keyboard: without it the message would lose the one it has.</remarks>
internal sealed class EditedMessage
{
    private readonly int _message;
    private readonly RecordedMessage _recorded;

    private EditedMessage(int message, RecordedMessage recorded)
    {
        _message = message;
        _recorded = recorded;
    }

    /// <summary>The name of the picture that it is to show; null for a message of text.</summary>
    public string? Picture => _recorded.Picture;

    /// <summary>The text, wherever it stands.</summary>
    public string? Words => _recorded.Text(TextField);

    private string TextField => Picture is null ? "text" : "caption";

    private string EntitiesField => Picture is null ? "entities" : "caption_entities";

    /// <summary>Null where receipt or payload are not this platform's.</summary>
    public static EditedMessage? TryRead(EditOrder order) =>
        int.TryParse(order.Receipt, NumberStyles.None, CultureInfo.InvariantCulture, out var message)
        && RecordedMessage.TryRead(order.Payload) is { } recorded
            ? new EditedMessage(message, recorded)
            : null;

    /// <summary>The body of <c>editMessageText</c>.</summary>
    public string AsText() => TelegramJson.Readable(Call(
        ("text", _recorded.Parameters[TextField]),
        ("entities", _recorded.Parameters[EntitiesField]),
        ("link_preview_options", _recorded.Parameters["link_preview_options"])));

    /// <summary>The body of <c>editMessageCaption</c>.</summary>
    public string AsCaption() => TelegramJson.Readable(Call(
        ("caption", _recorded.Parameters[TextField]),
        ("caption_entities", _recorded.Parameters[EntitiesField])));

    /// <summary>The parameters of <c>editMessageMedia</c>; the picture's file goes with them.</summary>
    public JsonObject AsMedia() => Call(("media", With(
        new JsonObject { ["type"] = "photo", ["media"] = _recorded.Text("photo") },
        ("caption", _recorded.Parameters["caption"]),
        ("caption_entities", _recorded.Parameters["caption_entities"]))));

    private JsonObject Call(params ReadOnlySpan<(string Name, JsonNode? Value)> parameters)
    {
        var call = With(new JsonObject { ["message_id"] = _message }, ("chat_id", _recorded.Parameters["chat_id"]));
        return With(With(call, parameters), ("reply_markup", _recorded.Parameters["reply_markup"]));
    }

    private static JsonObject With(JsonObject target, params ReadOnlySpan<(string Name, JsonNode? Value)> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                target[name] = value.DeepClone();
            }
        }

        return target;
    }
}
