using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Telegram;

/// <summary>The command menus, kept per scope and language.</summary>
internal sealed partial class CommandEndpoints(TelegramState state)
{
    private const int MostCommands = 100;
    private static readonly string[] Scopes =
        ["default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators", "chat_member"];

    private readonly Dictionary<(string Scope, string Language), JsonArray> _lists = [];

    public JsonNode? Set(TelegramArguments arguments)
    {
        if (arguments.Node("commands", "list of bot commands") is not JsonArray commands)
        {
            throw TelegramRefusal.Bad("expected an Array of BotCommand");
        }

        if (commands.Count > MostCommands)
        {
            throw TelegramRefusal.Bad("BOT_COMMANDS_TOO_MUCH");
        }

        JsonArray kept = [];
        foreach (var item in commands)
        {
            var name = item?["command"]?.ToString().TrimStart('/') ?? "";
            var description = item?["description"]?.ToString().Trim() ?? "";
            if (!Name().IsMatch(name))
            {
                throw TelegramRefusal.Bad("BOT_COMMAND_INVALID");
            }

            if (TextMeasure.CodePoints(description) is < 1 or > 256)
            {
                throw TelegramRefusal.Bad("BOT_COMMAND_DESCRIPTION_INVALID");
            }

            kept.Add((JsonNode)new JsonObject { ["command"] = name, ["description"] = description });
        }

        _lists[Key(arguments)] = kept;
        Note(arguments, string.Join(' ', kept.Select(command => "/" + (string?)command!["command"])));
        return true;
    }

    public JsonNode? Get(TelegramArguments arguments) => _lists.GetValueOrDefault(Key(arguments))?.DeepClone() ?? new JsonArray();

    public JsonNode? Delete(TelegramArguments arguments)
    {
        _lists.Remove(Key(arguments));
        Note(arguments, "");
        return true;
    }

    /// <summary>What the menu of a chat shows to a person: the first list that fits, own language before none.</summary>
    public JsonArray Offered(TelegramChat chat, long userId, string language)
    {
        var id = chat.Id.ToString(CultureInfo.InvariantCulture);
        var isAdmin = TelegramState.Administrator(chat, userId) is not null;
        List<string> order = chat.Type == "private"
            ? ["chat:" + id, "all_private_chats", "default"]
            :
            [
                $"chat_member:{id}:{userId.ToString(CultureInfo.InvariantCulture)}",
                .. isAdmin ? ["chat_administrators:" + id] : Array.Empty<string>(),
                "chat:" + id,
                .. isAdmin ? ["all_chat_administrators"] : Array.Empty<string>(),
                "all_group_chats",
                "default",
            ];
        foreach (var scope in order)
        {
            if ((_lists.GetValueOrDefault((scope, language)) ?? _lists.GetValueOrDefault((scope, ""))) is { } list)
            {
                return (JsonArray)list.DeepClone();
            }
        }

        return [];
    }

    private (string Scope, string Language) Key(TelegramArguments arguments)
    {
        var language = arguments.Text("language_code") ?? "";
        if (!Language().IsMatch(language))
        {
            throw TelegramRefusal.Bad("invalid language code specified");
        }

        if (arguments.Node("scope", "BotCommandScope") is not { } node)
        {
            return ("default", language);
        }

        var type = (node as JsonObject)?["type"]?.ToString();
        if (type is null || !Scopes.Contains(type))
        {
            throw TelegramRefusal.Bad("can't parse BotCommandScope: Unsupported type specified");
        }

        if (!type.StartsWith("chat", StringComparison.Ordinal))
        {
            return (type, language);
        }

        var chat = state.FindChat(node["chat_id"]?.ToString() ?? "") ?? throw TelegramRefusal.Bad("chat not found");
        if (chat.Type == "channel")
        {
            throw TelegramRefusal.Bad("can't change commands in channel chats");
        }

        var scope = type + ":" + chat.Id.ToString(CultureInfo.InvariantCulture);
        return (type == "chat_member" ? scope + ":" + (node["user_id"]?.ToString() ?? throw TelegramRefusal.Bad("can't parse BotCommandScope: Can't find field \"user_id\"")) : scope, language);
    }

    private void Note(TelegramArguments arguments, string text) =>
        state.Record.Append(new RecordEntry { Kind = RecordKinds.CommandsSet, Platform = TelegramState.Platform, Text = text }, arguments.Raw);

    [GeneratedRegex("^[a-z0-9_]{1,32}$")]
    private static partial Regex Name();

    [GeneratedRegex("^([a-z]{2})?$")]
    private static partial Regex Language();
}
