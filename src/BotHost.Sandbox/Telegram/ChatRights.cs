namespace BotHost.Sandbox.Telegram;

/// <summary>What the bot may do in a chat, and the words in which the platform says that it may not.</summary>
internal sealed class ChatRights(TelegramState state)
{
    private long Bot => state.World.Bot.Id;

    /// <exception cref="TelegramRefusal">No chat has this address, or there is no address.</exception>
    public TelegramChat Find(TelegramArguments arguments)
    {
        if (!arguments.Has("chat_id"))
        {
            throw TelegramRefusal.Bad("chat_id is empty");
        }

        return state.FindChat(arguments.Text("chat_id")!) ?? throw TelegramRefusal.Bad("chat not found");
    }

    /// <summary>A chat to be described: a stranger is no chat at all, and one who has blocked the bot still is one.</summary>
    public TelegramChat ForLooking(TelegramArguments arguments)
    {
        var chat = Find(arguments);
        if (chat.Type == "private")
        {
            return state.Started.Contains(chat.Id) ? chat : throw TelegramRefusal.Bad("chat not found");
        }

        RefuseStranger(chat);
        return chat;
    }

    public TelegramChat ForReading(TelegramArguments arguments)
    {
        var chat = Find(arguments);
        RefuseStranger(chat);
        return chat;
    }

    /// <param name="arguments">The call.</param>
    /// <param name="what">What is to be sent, in the platform's word for it.</param>
    public TelegramChat ForWriting(TelegramArguments arguments, string what)
    {
        var chat = ForReading(arguments);
        if (chat.Type != "channel" && state.Standings.In(chat.Id) is BotStanding.CannotWrite)
        {
            throw TelegramRefusal.Bad($"not enough rights to send {what} to the chat");
        }

        if (chat.Type == "channel" && TelegramState.Administrator(chat, Bot) is not ({ IsCreator: true } or { CanPostMessages: true }))
        {
            throw TelegramRefusal.Bad("need administrator rights in the channel chat");
        }

        if (arguments.Integer("message_thread_id") is { } thread && thread != 0
            && (!chat.IsForum || thread == 1 || chat.Topics.All(topic => topic.Id != thread)))
        {
            throw TelegramRefusal.Bad("message thread not found");
        }

        return chat;
    }

    public TelegramChat ForPinning(TelegramArguments arguments)
    {
        var chat = ForReading(arguments);
        var admin = TelegramState.Administrator(chat, Bot);
        var allowed = chat.Type switch
        {
            "private" => true,
            "channel" => admin is { IsCreator: true } or { CanEditMessages: true },
            _ => admin is { IsCreator: true } or { CanPinMessages: true },
        };
        return allowed ? chat : throw TelegramRefusal.Bad("not enough rights to manage pinned messages in the chat");
    }

    public bool MayDelete(TelegramChat chat, ChatMessage message)
    {
        if (state.Clock.GetUtcNow().ToUnixTimeSeconds() - (long)message.Json["date"]! > 48 * 3600)
        {
            return false;
        }

        var admin = TelegramState.Administrator(chat, Bot);
        return message.FromBot || chat.Type == "private" || admin is { IsCreator: true } or { CanDeleteMessages: true };
    }

    private void RefuseStranger(TelegramChat chat)
    {
        if (chat.Type == "private")
        {
            if (state.Standings.In(chat.Id) is BotStanding.Blocked)
            {
                throw TelegramRefusal.Forbidden("bot was blocked by the user");
            }

            if (!state.Started.Contains(chat.Id))
            {
                throw TelegramRefusal.Forbidden("bot can't initiate conversation with a user");
            }
        }
        else if (state.Standings.In(chat.Id) is BotStanding.Kicked)
        {
            throw TelegramRefusal.Forbidden($"bot was kicked from the {chat.Type} chat");
        }
        else if (!TelegramState.IsMember(chat, Bot))
        {
            throw TelegramRefusal.Forbidden($"bot is not a member of the {chat.Type} chat");
        }
    }
}
