using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;

namespace BotHost.Telegram.BotApi;

/// <summary>Makes the <c>editMessageText</c> that turns a message into what a payload of <c>sendMessage</c> says.</summary>
internal static class EditedMessage
{
    /// <summary>What both methods have; topic, sound and reply belong to the first sending alone. Without its keyboard a message would lose it.</summary>
    private static readonly string[] Shared = ["chat_id", "text", "entities", "link_preview_options", "reply_markup"];

    private static readonly JsonSerializerOptions Readable = new() { Encoder = TelegramJson.Wire.Options.Encoder };

    /// <summary>The body of the request; null where receipt or payload are not this platform's.</summary>
    public static string? TryWrite(EditOrder order)
    {
        if (!int.TryParse(order.Receipt, NumberStyles.None, CultureInfo.InvariantCulture, out var message) || Read(order.Payload) is not { } sent)
        {
            return null;
        }

        var edit = new JsonObject { ["message_id"] = message };
        foreach (var field in Shared.Where(sent.ContainsKey))
        {
            edit[field] = sent[field]!.DeepClone();
        }

        return edit.ToJsonString(Readable);
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
