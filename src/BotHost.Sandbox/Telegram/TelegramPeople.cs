using System.Globalization;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;
using BotHost.Sandbox.Telegram.Texts;

namespace BotHost.Sandbox.Telegram;

/// <summary>What people do on Telegram: write and press buttons. The caller holds the gate.</summary>
internal sealed class TelegramPeople(TelegramState state)
{
    private int _queries = 40_000_000;

    public int Write(long chatId, long userId, string text)
    {
        var chat = Place(chatId, userId);
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            throw new ControlRefusedException("The text is empty.");
        }

        if (TextMeasure.CodePoints(trimmed) > FormattedText.MostText)
        {
            throw new ControlRefusedException("Telegram takes at most 4096 characters in a message.");
        }

        if (chat.Type == "channel" && TelegramState.Administrator(chat, userId) is not ({ IsCreator: true } or { CanPostMessages: true }))
        {
            throw new ControlRefusedException("Only administrators write in a channel.");
        }

        if (chat.Type == "private")
        {
            if (state.Standings.In(chat.Id) is BotStanding.Blocked)
            {
                // Writing to a bot that one has blocked lets it in again.
                state.Standings.Change(chat.Id, BotStanding.AsBefore);
            }

            state.Started.Add(chat.Id);
        }

        var entities = EntityFinder.Add(trimmed, []);
        var json = new JsonObject
        {
            ["message_id"] = state.NextId(chat.Id),
            ["date"] = state.Clock.GetUtcNow().ToUnixTimeSeconds(),
            ["chat"] = TelegramShapes.Chat(state, chat),
            ["text"] = trimmed,
        };
        if (chat.Type == "channel")
        {
            json["sender_chat"] = TelegramShapes.Chat(state, chat);
        }
        else if (TelegramState.Administrator(chat, userId) is { IsAnonymous: true })
        {
            // Anonymous administrators speak as the group, through a stand-in account of Telegram's own.
            json["from"] = new JsonObject { ["id"] = 1087968824, ["is_bot"] = true, ["first_name"] = "Group", ["username"] = "GroupAnonymousBot" };
            json["sender_chat"] = TelegramShapes.Chat(state, chat);
        }
        else
        {
            json["from"] = TelegramShapes.User(state, userId);
        }

        if (entities.Count > 0)
        {
            json["entities"] = new FormattedText(trimmed, entities).ToJson(state);
        }

        var message = new ChatMessage { Id = (int)json["message_id"]!, ChatId = chat.Id, Json = json, FromBot = false, CampaignTime = state.Record.CampaignTime };
        state.MessagesOf(chat.Id).Add(message);
        state.Note(RecordKinds.UserMessage, message, userId: userId);
        if (Hears(chat, trimmed, entities))
        {
            state.Updates.Add(chat.Type == "channel" ? "channel_post" : "message", (JsonObject)json.DeepClone());
        }

        return message.Id;
    }

    public string Press(long chatId, long messageId, string data, long userId)
    {
        var chat = Place(chatId, userId);
        var message = state.FindMessage(chatId, messageId) ?? throw new ControlRefusedException($"There is no message {messageId} in this chat.");
        var button = (message.Json["reply_markup"]?["inline_keyboard"] as JsonArray ?? [])
            .OfType<JsonArray>().SelectMany(row => row.OfType<JsonObject>())
            .FirstOrDefault(one => (string?)one["callback_data"] == data)
            ?? throw new ControlRefusedException($"The message has no button with the data \"{data}\".");

        var id = (++_queries).ToString(CultureInfo.InvariantCulture);
        state.Queries[id] = (state.Clock.GetTimestamp(), userId, chatId, message.Id);
        var query = new JsonObject
        {
            ["id"] = id,
            ["from"] = TelegramShapes.User(state, userId),
            ["message"] = message.Json.DeepClone(),
            ["chat_instance"] = (chat.Id * 7919).ToString(CultureInfo.InvariantCulture),
            ["data"] = data,
        };
        state.Record.Append(
            new RecordEntry
            {
                Kind = RecordKinds.UserPress,
                Platform = TelegramState.Platform,
                ChatId = chatId.ToString(CultureInfo.InvariantCulture),
                MessageId = message.Id.ToString(CultureInfo.InvariantCulture),
                UserId = userId.ToString(CultureInfo.InvariantCulture),
                Text = (string?)button["text"],
            },
            query.ToJsonString());
        state.Updates.Add("callback_query", query);
        return id;
    }

    private TelegramChat Place(long chatId, long userId)
    {
        var chat = state.FindChat(chatId) ?? throw new ControlRefusedException($"There is no chat {chatId}.");
        if (state.World.Users.All(user => user.Id != userId))
        {
            throw new ControlRefusedException($"There is no user {userId}.");
        }

        return TelegramState.IsMember(chat, userId) ? chat : throw new ControlRefusedException($"User {userId} is not in {chat.Title ?? "this chat"}.");
    }

    /// <summary>Privacy mode: in groups a bot that is no administrator hears commands and its own name, nothing else.</summary>
    private bool Hears(TelegramChat chat, string text, IReadOnlyList<TextEntity> entities)
    {
        var bot = state.World.Bot;
        if (chat.Type == "private")
        {
            return true;
        }

        if (TelegramState.Administrator(chat, bot.Id) is not null)
        {
            return true;
        }

        if (chat.Type == "channel" || !TelegramState.IsMember(chat, bot.Id))
        {
            return false;
        }

        return state.World.CanReadAllGroupMessages || entities.Any(entity =>
        {
            var part = text.Substring(entity.Offset, entity.Length);
            return entity.Type switch
            {
                "bot_command" => !part.Contains('@', StringComparison.Ordinal) || part.EndsWith("@" + bot.Username, StringComparison.OrdinalIgnoreCase),
                "mention" => string.Equals(part, "@" + bot.Username, StringComparison.OrdinalIgnoreCase),
                _ => false,
            };
        });
    }
}
