using System.Globalization;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Telegram;

/// <summary>Reads of chats and members, and the answers to button presses.</summary>
internal sealed class ChatEndpoints(TelegramState state, ChatRights rights)
{
    /// <summary>How long a press may wait for its answer, in machine time; about what is observed on the real platform.</summary>
    private static readonly TimeSpan QueryLife = TimeSpan.FromSeconds(15);

    public JsonNode? Self(TelegramArguments arguments) => TelegramShapes.Self(state);

    public JsonNode? Get(TelegramArguments arguments)
    {
        var chat = rights.ForLooking(arguments);
        var json = TelegramShapes.Chat(state, chat);
        json["accent_color_id"] = 0;
        json["max_reaction_count"] = 11;
        json["accepted_gift_types"] = new JsonObject
        {
            ["unlimited_gifts"] = false,
            ["limited_gifts"] = false,
            ["unique_gifts"] = false,
            ["premium_subscription"] = false,
            ["gifts_from_channels"] = false,
        };
        if (state.MessagesOf(chat.Id).LastOrDefault(message => message.Pinned) is { } pinned)
        {
            json["pinned_message"] = pinned.Json.DeepClone();
        }

        return json;
    }

    public JsonNode? Member(TelegramArguments arguments)
    {
        var chat = rights.ForReading(arguments);
        var user = arguments.Integer("user_id") ?? throw TelegramRefusal.Bad("invalid user_id specified");
        if (state.FindUser(user) is null)
        {
            throw TelegramRefusal.Bad("PARTICIPANT_ID_INVALID");
        }

        return TelegramShapes.Member(state, chat, user);
    }

    public JsonNode? Administrators(TelegramArguments arguments)
    {
        var chat = rights.ForReading(arguments);
        if (chat.Type == "private")
        {
            throw TelegramRefusal.Bad("there are no administrators in the private chat");
        }

        return new JsonArray([.. chat.Administrators.Select(admin => (JsonNode)TelegramShapes.Member(state, chat, admin.UserId))]);
    }

    public JsonNode? MemberCount(TelegramArguments arguments)
    {
        var chat = rights.ForReading(arguments);
        return chat.Type == "private" ? 2 : chat.Members.Concat(chat.Administrators.Select(admin => admin.UserId)).Distinct().Count();
    }

    public JsonNode? AnswerCallback(TelegramArguments arguments)
    {
        var text = arguments.Text("text") ?? "";
        if (TextMeasure.CodePoints(text) > 200)
        {
            throw TelegramRefusal.Bad("MESSAGE_TOO_LONG");
        }

        if (!state.Queries.TryGetValue(arguments.Text("callback_query_id") ?? "", out var query)
            || state.Clock.GetElapsedTime(query.At) > QueryLife)
        {
            throw TelegramRefusal.Bad("query is too old and response timeout expired or query ID is invalid");
        }

        state.Record.Append(
            new RecordEntry
            {
                Kind = RecordKinds.CallbackAnswered,
                Platform = TelegramState.Platform,
                ChatId = query.ChatId.ToString(CultureInfo.InvariantCulture),
                MessageId = query.MessageId.ToString(CultureInfo.InvariantCulture),
                VisibleTo = query.UserId.ToString(CultureInfo.InvariantCulture),
                UserId = query.UserId.ToString(CultureInfo.InvariantCulture),
                Text = text,
            },
            arguments.Raw);
        return true;
    }

    public static JsonNode? Close(TelegramArguments arguments) => true;

    public JsonNode? LogOut(TelegramArguments arguments)
    {
        state.LoggedOut = true;
        return true;
    }
}
