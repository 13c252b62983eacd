using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Telegram;

/// <summary>Deleting and pinning.</summary>
internal sealed class HousekeepingEndpoints(TelegramState state, ChatRights rights)
{
    public JsonNode? Delete(TelegramArguments arguments)
    {
        var chat = rights.ForReading(arguments);
        var message = state.FindMessage(chat.Id, arguments.Integer("message_id") ?? 0) ?? throw TelegramRefusal.Bad("message to delete not found");
        if (!rights.MayDelete(chat, message))
        {
            throw TelegramRefusal.Bad("message can't be deleted");
        }

        state.MessagesOf(chat.Id).Remove(message);
        state.Note(RecordKinds.MessageDeleted, message);
        return true;
    }

    public JsonNode? Pin(TelegramArguments arguments)
    {
        var chat = rights.ForPinning(arguments);
        var message = state.FindMessage(chat.Id, arguments.Integer("message_id") ?? 0) ?? throw TelegramRefusal.Bad("message to pin not found");
        if (!message.Pinned)
        {
            message.Pinned = true;
            state.Note(RecordKinds.MessagePinned, message, arguments.Raw);
        }

        return true;
    }

    public JsonNode? Unpin(TelegramArguments arguments)
    {
        var chat = rights.ForPinning(arguments);
        var message = arguments.Integer("message_id") is { } id
            ? state.FindMessage(chat.Id, id)
            : state.MessagesOf(chat.Id).LastOrDefault(one => one.Pinned);
        if (message is null)
        {
            throw TelegramRefusal.Bad("message to unpin not found");
        }

        if (message.Pinned)
        {
            message.Pinned = false;
            state.Note(RecordKinds.MessageUnpinned, message);
        }

        return true;
    }
}
