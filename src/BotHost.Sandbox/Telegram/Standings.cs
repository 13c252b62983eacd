using System.Globalization;
using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Telegram;

/// <summary>How people have changed the bot's standing in their chats since the world was made. The state's gate guards it.</summary>
internal sealed class Standings(TelegramState state)
{
    private readonly Dictionary<long, BotStanding> _changed = [];

    private long Bot => state.World.Bot.Id;

    public BotStanding In(long chatId) => _changed.GetValueOrDefault(chatId);

    /// <summary>The chat as it is now.</summary>
    public TelegramChat Now(TelegramChat chat)
    {
        var admin = TelegramState.Administrator(chat, Bot);
        return In(chat.Id) switch
        {
            BotStanding.Left or BotStanding.Kicked => chat with { Members = [.. chat.Members.Where(id => id != Bot)], Administrators = Without(chat) },
            BotStanding.CannotWrite when chat.Type != "channel" => chat with { Members = [.. chat.Members.Append(Bot).Distinct()], Administrators = Without(chat) },
            BotStanding.CannotWrite when admin is not null => chat with { Administrators = [.. Without(chat), admin with { IsCreator = false, CanPostMessages = false }] },
            BotStanding.CannotPin when admin is not null =>
                chat with { Administrators = [.. Without(chat), admin with { IsCreator = false, CanPinMessages = false, CanEditMessages = false }] },
            _ => chat,
        };
    }

    /// <summary>Changes the standing, and tells the bot if it listens to such updates.</summary>
    /// <exception cref="ControlRefusedException">There is no such chat, or nobody can stand so in it.</exception>
    public void Change(long chatId, BotStanding standing)
    {
        var before = state.FindChat(chatId) ?? throw new ControlRefusedException($"There is no chat {chatId}.");
        var isPrivate = before.Type == "private";
        if (standing is not BotStanding.AsBefore && isPrivate != standing is BotStanding.Blocked)
        {
            throw new ControlRefusedException(isPrivate
                ? "In a private chat the bot can only be blocked, or stand as before."
                : "Only a person can block the bot; here it can be cannot-write, cannot-pin, left, kicked or as-before.");
        }

        var old = TelegramShapes.Member(state, before, Bot);
        _changed[chatId] = standing;
        if (isPrivate)
        {
            state.Started.Add(chatId);
        }

        var now = state.FindChat(chatId)!;
        var change = new JsonObject
        {
            ["chat"] = TelegramShapes.Chat(state, now),
            ["from"] = TelegramShapes.User(state, Actor(before)),
            ["date"] = state.Clock.GetUtcNow().ToUnixTimeSeconds(),
            ["old_chat_member"] = old,
            ["new_chat_member"] = TelegramShapes.Member(state, now, Bot),
        };
        state.Record.Append(
            new RecordEntry
            {
                Kind = RecordKinds.RightsChanged,
                Platform = TelegramState.Platform,
                ChatId = chatId.ToString(CultureInfo.InvariantCulture),
                Text = standing.ToString(),
            },
            change.ToJsonString());
        state.Updates.Add("my_chat_member", change);
    }

    private long Actor(TelegramChat chat) =>
        chat.Type == "private"
            ? chat.Id
            : chat.Administrators.OrderByDescending(admin => admin.IsCreator).Select(admin => admin.UserId).Concat(chat.Members).FirstOrDefault(id => id != Bot, Bot);

    private List<TelegramAdministrator> Without(TelegramChat chat) => [.. chat.Administrators.Where(admin => admin.UserId != Bot)];
}
