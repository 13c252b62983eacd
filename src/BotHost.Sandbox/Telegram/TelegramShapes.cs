using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Telegram;

/// <summary>The objects of the Bot API.</summary>
internal static class TelegramShapes
{
    public static JsonObject User(TelegramState state, long id)
    {
        var user = state.FindUser(id) ?? new TelegramUser { Id = id, Name = "Deleted Account" };
        var json = new JsonObject { ["id"] = user.Id, ["is_bot"] = id == state.World.Bot.Id, ["first_name"] = user.Name };
        if (user.Username is not null)
        {
            json["username"] = user.Username;
        }

        if (id != state.World.Bot.Id)
        {
            json["language_code"] = user.LanguageCode;
        }

        return json;
    }

    public static JsonObject Self(TelegramState state)
    {
        var json = User(state, state.World.Bot.Id);
        json["can_join_groups"] = true;
        json["can_read_all_group_messages"] = state.World.CanReadAllGroupMessages;
        json["supports_inline_queries"] = false;
        json["supports_guest_queries"] = false;
        json["can_connect_to_business"] = false;
        json["has_main_web_app"] = false;
        json["has_topics_enabled"] = false;
        json["allows_users_to_create_topics"] = false;
        json["can_manage_bots"] = false;
        json["supports_join_request_queries"] = false;
        return json;
    }

    public static JsonObject Chat(TelegramState state, TelegramChat chat)
    {
        var json = new JsonObject { ["id"] = chat.Id, ["type"] = chat.Type };
        if (chat.Type == "private")
        {
            json["first_name"] = state.FindUser(chat.Id)?.Name ?? chat.Title ?? "";
        }
        else
        {
            json["title"] = chat.Title ?? "";
        }

        if (chat.Username is not null)
        {
            json["username"] = chat.Username;
        }

        if (chat.IsForum)
        {
            json["is_forum"] = true;
        }

        return json;
    }

    private static bool Belongs(TelegramState state, TelegramChat chat, long userId) =>
        TelegramState.IsMember(chat, userId) || (chat.Type == "private" && userId == state.World.Bot.Id && state.Started.Contains(chat.Id));

    private static void Stand(JsonObject json, BotStanding standing, bool isMember)
    {
        json["status"] = standing switch
        {
            BotStanding.Kicked or BotStanding.Blocked => "kicked",
            BotStanding.CannotWrite => "restricted",
            _ => isMember ? "member" : "left",
        };
        if (standing is BotStanding.Kicked or BotStanding.Blocked or BotStanding.CannotWrite)
        {
            json["until_date"] = 0;
        }

        if (standing is BotStanding.CannotWrite)
        {
            json["is_member"] = true;
            string[] withheld = ["can_send_messages", "can_send_photos", "can_send_polls", "can_send_other_messages", "can_add_web_page_previews", "can_pin_messages"];
            foreach (var right in withheld)
            {
                json[right] = false;
            }
        }
    }

    public static JsonObject Member(TelegramState state, TelegramChat chat, long userId)
    {
        var json = new JsonObject { ["user"] = User(state, userId) };
        if (TelegramState.Administrator(chat, userId) is not { } admin)
        {
            Stand(json, userId == state.World.Bot.Id ? state.Standings.In(chat.Id) : BotStanding.AsBefore, isMember: Belongs(state, chat, userId));
            return json;
        }

        json["is_anonymous"] = admin.IsAnonymous;
        json["status"] = admin.IsCreator ? "creator" : "administrator";
        if (admin.IsCreator)
        {
            return json;
        }

        json["can_be_edited"] = false;
        string[] granted = ["can_manage_chat", "can_manage_video_chats", "can_restrict_members", "can_change_info", "can_invite_users"];
        foreach (var right in granted)
        {
            json[right] = true;
        }

        string[] withheld = ["can_promote_members", "can_post_stories", "can_edit_stories", "can_delete_stories"];
        foreach (var right in withheld)
        {
            json[right] = false;
        }

        json["can_delete_messages"] = admin.CanDeleteMessages;
        if (chat.Type == "channel")
        {
            json["can_post_messages"] = admin.CanPostMessages;
            json["can_edit_messages"] = admin.CanEditMessages;
        }
        else
        {
            json["can_pin_messages"] = admin.CanPinMessages;
        }

        return json;
    }
}
