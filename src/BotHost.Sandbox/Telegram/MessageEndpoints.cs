using System.Globalization;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;
using BotHost.Sandbox.Telegram.Texts;

namespace BotHost.Sandbox.Telegram;

/// <summary>Sending and editing.</summary>
internal sealed class MessageEndpoints(TelegramState state, ChatRights rights, RateWindow window)
{
    private readonly MessageWords _words = new(state);

    public JsonNode? SendMessage(TelegramArguments arguments)
    {
        var chat = rights.ForWriting(arguments, "text messages");
        var text = FormattedText.OfMessage(arguments);
        return Send(chat, arguments, text, json =>
        {
            json["text"] = text.Text;
            _words.SetEntities(json, "entities", text);
            MessageWords.SetPreview(json, arguments);
        });
    }

    public JsonNode? SendPhoto(TelegramArguments arguments)
    {
        var chat = rights.ForWriting(arguments, "photos");
        var caption = FormattedText.OfCaption(arguments);
        var sizes = state.Files.Take(arguments, "photo");
        return Send(chat, arguments, caption, json =>
        {
            json["photo"] = sizes;
            _words.SetCaption(json, caption, arguments);
        });
    }

    public JsonNode? EditText(TelegramArguments arguments)
    {
        var (message, markup) = ForEdit(arguments);
        var text = FormattedText.OfMessage(arguments);
        if (!message.Json.ContainsKey("text"))
        {
            throw TelegramRefusal.Bad("there is no text in the message to edit");
        }

        return Edit(message, arguments, markup, text, json =>
        {
            json["text"] = text.Text;
            _words.SetEntities(json, "entities", text);
            MessageWords.SetPreview(json, arguments);
        });
    }

    public JsonNode? EditCaption(TelegramArguments arguments)
    {
        var (message, markup) = ForEdit(arguments);
        var caption = FormattedText.OfCaption(arguments);
        if (!message.Json.ContainsKey("photo"))
        {
            throw TelegramRefusal.Bad("there is no caption in the message to edit");
        }

        return Edit(message, arguments, markup, caption, json => _words.SetCaption(json, caption, arguments));
    }

    /// <summary>Another photo and caption; a message of text alone becomes one with a photo.</summary>
    public JsonNode? EditMedia(TelegramArguments arguments)
    {
        var (message, markup) = ForEdit(arguments);
        var media = arguments.Node("media", "InputMedia") as JsonObject ?? throw TelegramRefusal.Bad("there is no media in the request");
        if ((string?)media["type"] != "photo")
        {
            throw TelegramRefusal.Bad("can't parse InputMedia: the sandbox knows the type \"photo\" alone");
        }

        var inner = TelegramArguments.Of(media, arguments.Files);
        var caption = FormattedText.OfCaption(inner);
        var sizes = state.Files.Take(inner, "media");
        return Edit(message, arguments, markup, caption, json =>
        {
            string[] gone = ["text", "entities", "link_preview_options"];
            foreach (var field in gone)
            {
                json.Remove(field);
            }

            json["photo"] = sizes;
            _words.SetCaption(json, caption, inner);
        });
    }

    public JsonNode? EditMarkup(TelegramArguments arguments)
    {
        var (message, markup) = ForEdit(arguments);
        return Edit(message, arguments, markup, null, _ => { });
    }

    private JsonObject Send(TelegramChat chat, TelegramArguments arguments, FormattedText words, Action<JsonObject> fill)
    {
        var markup = KeyboardCheck.Read(arguments);
        var replyTo = ReadReply(chat, arguments);
        Throttle(chat);

        var json = new JsonObject
        {
            ["message_id"] = state.NextId(chat.Id),
            ["date"] = state.Clock.GetUtcNow().ToUnixTimeSeconds(),
            ["chat"] = TelegramShapes.Chat(state, chat),
        };
        json[chat.Type == "channel" ? "sender_chat" : "from"] = chat.Type == "channel" ? TelegramShapes.Chat(state, chat) : TelegramShapes.User(state, state.World.Bot.Id);
        if (arguments.Integer("message_thread_id") is { } thread && thread != 0)
        {
            json["message_thread_id"] = thread;
            json["is_topic_message"] = true;
        }

        if (replyTo is not null)
        {
            var quoted = (JsonObject)replyTo.Json.DeepClone();
            quoted.Remove("reply_to_message");
            json["reply_to_message"] = quoted;
        }

        if (arguments.Flag("protect_content"))
        {
            json["has_protected_content"] = true;
        }

        fill(json);
        if (markup is not null)
        {
            json["reply_markup"] = markup;
        }

        var message = new ChatMessage { Id = (int)json["message_id"]!, ChatId = chat.Id, Json = json, FromBot = true, CampaignTime = state.Record.CampaignTime };
        state.MessagesOf(chat.Id).Add(message);
        state.Note(RecordKinds.MessageCreated, message, arguments.Raw, _words.Pings(words));
        return (JsonObject)json.DeepClone();
    }

    private JsonObject Edit(ChatMessage message, TelegramArguments arguments, JsonObject? markup, FormattedText? words, Action<JsonObject> fill)
    {
        var changed = (JsonObject)message.Json.DeepClone();
        fill(changed);
        changed.Remove("reply_markup");
        if (markup is not null)
        {
            changed["reply_markup"] = markup;
        }

        if (JsonNode.DeepEquals(changed, message.Json))
        {
            throw TelegramRefusal.Bad(
                "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        }

        changed["edit_date"] = state.Clock.GetUtcNow().ToUnixTimeSeconds();
        message.Json.Clear();
        foreach (var (field, value) in changed)
        {
            message.Json[field] = value?.DeepClone();
        }

        state.Note(RecordKinds.MessageEdited, message, arguments.Raw, words is null ? [] : _words.Pings(words));
        return (JsonObject)message.Json.DeepClone();
    }

    private (ChatMessage Message, JsonObject? Markup) ForEdit(TelegramArguments arguments)
    {
        var chat = rights.ForReading(arguments);
        var message = state.FindMessage(chat.Id, arguments.Integer("message_id") ?? 0) ?? throw TelegramRefusal.Bad("message to edit not found");
        if (!message.FromBot)
        {
            throw TelegramRefusal.Bad("message can't be edited");
        }

        var markup = KeyboardCheck.Read(arguments);
        Throttle(chat);
        return (message, markup);
    }

    private void Throttle(TelegramChat chat)
    {
        var (remaining, resetAfter) = window.Use(chat.Id.ToString(CultureInfo.InvariantCulture));
        if (remaining < 0)
        {
            throw TelegramRefusal.Flood(Math.Max(1, (int)Math.Ceiling(resetAfter.TotalSeconds)));
        }
    }

    private ChatMessage? ReadReply(TelegramChat chat, TelegramArguments arguments)
    {
        if (arguments.Node("reply_parameters", "reply parameters") is not JsonObject reply)
        {
            return null;
        }

        var id = reply["message_id"] is JsonValue value && value.TryGetValue<long>(out var number) ? number : 0;
        var found = state.FindMessage(chat.Id, id);
        var optional = reply["allow_sending_without_reply"] is JsonValue flag && flag.TryGetValue<bool>(out var may) && may;
        return found is null && !optional ? throw TelegramRefusal.Bad("message to be replied not found") : found;
    }
}
