using System.Globalization;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Telegram.Updates;

namespace BotHost.Sandbox.Telegram;

/// <summary>A message as Telegram keeps it.</summary>
internal sealed class ChatMessage
{
    public required int Id { get; init; }

    public required long ChatId { get; init; }

    /// <summary>The message object as the Bot API shows it.</summary>
    public required JsonObject Json { get; init; }

    public required bool FromBot { get; init; }

    public required DateTimeOffset CampaignTime { get; init; }

    public bool Pinned { get; set; }

    public string Words => (string?)Json["text"] ?? (string?)Json["caption"] ?? "";
}

/// <summary>Everything that Telegram knows. Every reader and writer holds <see cref="Gate"/>.</summary>
internal sealed class TelegramState
{
    public const string Platform = "telegram";
    private readonly Dictionary<long, int> _lastId = [];

    public TelegramState(TelegramWorld world, SandboxRecord record, TimeProvider clock)
    {
        World = world;
        Record = record;
        Clock = clock;
        Updates = new UpdateQueue(clock);
        Started = [.. world.Chats.Where(chat => chat.Type == "private").Select(chat => chat.Id)];
        Standings = new Standings(this);
    }

    public Lock Gate { get; } = new();

    public TelegramWorld World { get; }

    public SandboxRecord Record { get; }

    public TimeProvider Clock { get; }

    public UpdateQueue Updates { get; }

    public Standings Standings { get; }

    public Dictionary<long, List<ChatMessage>> Messages { get; } = [];

    /// <summary>Private chats that were started after the world was made.</summary>
    public HashSet<long> Started { get; }

    /// <summary>Callback queries not yet forgotten: by id, when and by whom.</summary>
    public Dictionary<string, (long At, long UserId, long ChatId, int MessageId)> Queries { get; } = [];

    public TelegramFiles Files { get; init; } = new();

    public bool LoggedOut { get; set; }

    public TelegramUser? FindUser(long id) => id == World.Bot.Id ? World.Bot : World.Users.FirstOrDefault(user => user.Id == id);

    /// <summary>A chat of the world, or the private chat with one of its people.</summary>
    public TelegramChat? FindChat(long id)
    {
        if (World.Chats.FirstOrDefault(chat => chat.Id == id) is { } chat)
        {
            return Standings.Now(chat);
        }

        return World.Users.FirstOrDefault(user => user.Id == id) is { } person
            ? new TelegramChat { Id = person.Id, Type = "private", Username = person.Username, Members = [person.Id] }
            : null;
    }

    public TelegramChat? FindChat(string address) =>
        address.StartsWith('@')
            ? World.Chats
                .Where(chat => chat.Type != "private" && string.Equals(chat.Username, address[1..], StringComparison.OrdinalIgnoreCase))
                .Select(Standings.Now).FirstOrDefault()
            : long.TryParse(address, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? FindChat(id) : null;

    public static TelegramAdministrator? Administrator(TelegramChat chat, long userId) =>
        chat.Administrators.FirstOrDefault(admin => admin.UserId == userId);

    public static bool IsMember(TelegramChat chat, long userId) =>
        chat.Members.Contains(userId) || Administrator(chat, userId) is not null || (chat.Type == "private" && chat.Id == userId);

    public List<ChatMessage> MessagesOf(long chatId)
    {
        if (!Messages.TryGetValue(chatId, out var list))
        {
            list = [];
            Messages[chatId] = list;
        }

        return list;
    }

    public ChatMessage? FindMessage(long chatId, long messageId) => MessagesOf(chatId).FirstOrDefault(message => message.Id == messageId);

    public int NextId(long chatId)
    {
        var id = _lastId.GetValueOrDefault(chatId) + 1;
        _lastId[chatId] = id;
        return id;
    }

    public void Note(string kind, ChatMessage message, string? payload = null, IReadOnlyList<string>? pings = null, long? userId = null) =>
        Record.Append(
            new RecordEntry
            {
                Kind = kind,
                Platform = Platform,
                ChatId = message.ChatId.ToString(CultureInfo.InvariantCulture),
                MessageId = message.Id.ToString(CultureInfo.InvariantCulture),
                Text = message.Words,
                UserId = userId?.ToString(CultureInfo.InvariantCulture),
                Pings = pings ?? [],
                Pictures = Files.PicturesOf(message.Json),
            },
            payload);
}
