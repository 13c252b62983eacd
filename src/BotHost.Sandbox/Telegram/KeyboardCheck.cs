using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Telegram;

/// <summary>Checks an inline keyboard: each button has words and exactly one thing that it does.</summary>
internal static class KeyboardCheck
{
    private const int MostData = 64;
    private const int MostButtons = 100;

    private static readonly string[] Actions =
    [
        "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
    ];

    private static readonly string[] Styles = ["danger", "success", "primary"];

    /// <summary>The keyboard to store, or null for none. Other kinds of markup change nothing that the sandbox shows.</summary>
    public static JsonObject? Read(TelegramArguments arguments)
    {
        var node = arguments.Node("reply_markup", "reply keyboard markup");
        if (node is null)
        {
            return null;
        }

        if (node is not JsonObject markup)
        {
            throw TelegramRefusal.Bad("object expected as reply markup");
        }

        if (!markup.ContainsKey("inline_keyboard"))
        {
            return null;
        }

        if (markup["inline_keyboard"] is not JsonArray rows)
        {
            throw TelegramRefusal.Bad("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array");
        }

        var buttons = 0;
        JsonArray kept = [];
        foreach (var row in rows)
        {
            if (row is not JsonArray list)
            {
                throw TelegramRefusal.Bad("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
            }

            foreach (var button in list)
            {
                CheckButton(button as JsonObject ?? throw TelegramRefusal.Bad("an inline keyboard button must be an Object"));
                buttons++;
            }

            if (list.Count > 0)
            {
                kept.Add(list.DeepClone());
            }
        }

        if (buttons > MostButtons)
        {
            throw TelegramRefusal.Bad("reply markup is too long");
        }

        return kept.Count == 0 ? null : new JsonObject { ["inline_keyboard"] = kept };
    }

    private static void CheckButton(JsonObject button)
    {
        if (string.IsNullOrWhiteSpace(Text(button["text"])))
        {
            throw TelegramRefusal.Bad("inline keyboard button text must be non-empty");
        }

        var actions = Actions.Where(action => button[action] is not null).ToList();
        if (actions.Count == 0)
        {
            throw TelegramRefusal.Bad("text buttons are unallowed in the inline keyboard");
        }

        if (actions.Count > 1)
        {
            throw TelegramRefusal.Bad("BUTTON_TYPE_INVALID");
        }

        if (button["style"] is { } style && !Styles.Contains(Text(style)))
        {
            throw TelegramRefusal.Bad("invalid button style specified");
        }

        if (button["callback_data"] is { } data && (Text(data) is not { } text || TextMeasure.Utf8Bytes(text) is < 1 or > MostData))
        {
            throw TelegramRefusal.Bad("BUTTON_DATA_INVALID");
        }

        if (button["url"] is { } url
            && !(Uri.TryCreate(Text(url), UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" or "tg"))
        {
            throw TelegramRefusal.Bad("BUTTON_URL_INVALID");
        }

        if (button["copy_text"] is { } copy && TextMeasure.CodePoints(Text(copy["text"]) ?? "") is < 1 or > 256)
        {
            throw TelegramRefusal.Bad("BUTTON_COPY_TEXT_INVALID");
        }
    }

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
