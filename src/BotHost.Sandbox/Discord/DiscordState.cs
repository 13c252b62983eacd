using BotHost.Sandbox.Discord.Events;
using BotHost.Sandbox.Discord.Gateway;
using BotHost.Sandbox.Discord.Interactions;
using BotHost.Sandbox.Discord.Messages;
using BotHost.Sandbox.Discord.Threads;

namespace BotHost.Sandbox.Discord;

/// <summary>Everything that Discord knows. Every reader and writer holds <see cref="Gate"/>.</summary>
internal sealed class DiscordState
{
    public const string Platform = "discord";
    private readonly HashSet<string> _refusing;

    public DiscordState(DiscordWorld world, SandboxRecord record, TimeProvider clock, TimeSpan firstReply)
    {
        World = world;
        Record = record;
        Clock = clock;
        Ids = new Snowflakes(clock);
        Gateway = new GatewayHub(world, record, clock);
        Interactions = new InteractionBook(clock, firstReply);
        Rights = new BotRights(this);
        Threads = new ThreadBook(this);
        Events = new EventBook(this);
        _refusing = [.. world.Users.Where(user => user.RefusesDirectMessages).Select(user => user.Id)];
    }

    public Lock Gate { get; } = new();

    public DiscordWorld World { get; }

    public SandboxRecord Record { get; }

    public TimeProvider Clock { get; }

    public Snowflakes Ids { get; }

    public GatewayHub Gateway { get; }

    public InteractionBook Interactions { get; }

    public BotRights Rights { get; }

    public ThreadBook Threads { get; }

    public EventBook Events { get; }

    /// <summary>The server's own address, known once it listens.</summary>
    public string Origin { get; set; } = "";

    public Dictionary<string, List<StoredMessage>> Messages { get; } = [];

    /// <summary>Direct channels by id; the value is the other person.</summary>
    public Dictionary<string, string> DirectChannels { get; } = [];

    public Dictionary<(string Channel, string Nonce), (string Message, long At)> Nonces { get; } = [];

    public Dictionary<string, UploadedFile> Files { get; } = [];

    public string BotId => World.Bot.Id;

    public bool Accepts(string token) => World.Tokens.Contains(token, StringComparer.Ordinal);

    public IEnumerable<DiscordGuild> BotGuilds => World.Guilds.Where(IsBotIn).Select(Rights.In);

    public DiscordUser? FindUser(string id) =>
        id == BotId ? World.Bot : World.Users.FirstOrDefault(user => user.Id == id);

    public bool IsBotIn(DiscordGuild guild) => guild.Members.Any(member => member.UserId == BotId);

    /// <summary>A guild that the bot is in.</summary>
    public DiscordGuild GuildForBot(string id)
    {
        var guild = World.Guilds.FirstOrDefault(one => one.Id == id) ?? throw DiscordRefusal.UnknownGuild();
        return IsBotIn(guild) ? Rights.In(guild) : throw DiscordRefusal.MissingAccess();
    }

    /// <summary>A channel of a guild; a thread is one, with the exceptions of the channel that it hangs on.</summary>
    public (DiscordGuild Guild, DiscordChannel Channel)? FindChannel(string id)
    {
        if (Threads.Find(id) is { } thread)
        {
            return FindChannel(thread.ParentId) is var (home, parent) ? (home, parent with { Id = id, Name = thread.Name, Type = thread.Type }) : null;
        }

        foreach (var guild in World.Guilds)
        {
            if (guild.Channels.FirstOrDefault(one => one.Id == id) is { } channel)
            {
                return (Rights.In(guild), Rights.In(channel));
            }
        }

        return null;
    }

    /// <summary>What the bot may do in a channel; direct channels allow everything that exists there.</summary>
    public ulong BotPermissions(string channelId)
    {
        if (DirectChannels.ContainsKey(channelId))
        {
            return Permission.All & ~(Permission.Administrator | Permission.ManageMessages);
        }

        var (guild, channel) = FindChannel(channelId) ?? throw DiscordRefusal.UnknownChannel();
        return Permission.InChannel(guild, channel, BotId);
    }

    /// <exception cref="DiscordRefusal">The bot has none of these rights in the guild as a whole.</exception>
    public void DemandInGuild(DiscordGuild guild, ulong rights)
    {
        if ((Permission.InGuild(guild, BotId) & rights) == 0)
        {
            throw DiscordRefusal.MissingPermissions();
        }
    }

    /// <exception cref="DiscordRefusal">The channel does not exist, is hidden from the bot, or the bot lacks a right in it.</exception>
    public void Demand(string channelId, ulong rights)
    {
        var own = BotPermissions(channelId);
        if ((own & Permission.ViewChannel) == 0)
        {
            throw DiscordRefusal.MissingAccess();
        }

        if ((own & rights) != rights)
        {
            throw DiscordRefusal.MissingPermissions();
        }
    }

    public bool RefusesDirectMessages(string userId) => _refusing.Contains(userId);

    /// <exception cref="ControlRefusedException">There is no such user.</exception>
    public void RefuseDirectMessages(string userId, bool refused)
    {
        if (FindUser(userId) is null)
        {
            throw new ControlRefusedException($"There is no user {userId}.");
        }

        if (refused)
        {
            _refusing.Add(userId);
        }
        else
        {
            _refusing.Remove(userId);
        }
    }

    public List<StoredMessage> MessagesOf(string channelId)
    {
        if (!Messages.TryGetValue(channelId, out var list))
        {
            list = [];
            Messages[channelId] = list;
        }

        return list;
    }

    /// <summary>A message that everybody in the channel can see.</summary>
    public StoredMessage PublicMessage(string channelId, string messageId) =>
        MessagesOf(channelId).FirstOrDefault(message => message.Id == messageId && message.VisibleTo is null)
        ?? throw DiscordRefusal.UnknownMessage();

    public StoredMessage? AnyMessage(string messageId) =>
        Messages.Values.SelectMany(list => list).FirstOrDefault(message => message.Id == messageId);

    public void Note(string kind, StoredMessage message, string? payload = null, string? nonce = null, IReadOnlyList<string>? pings = null) =>
        Record.Append(
            new RecordEntry
            {
                Kind = kind,
                Platform = Platform,
                ChatId = message.ChannelId,
                MessageId = message.Id,
                VisibleTo = message.VisibleTo,
                Text = PlainText.Of(message.Json),
                Nonce = nonce,
                Pings = pings ?? [],
                Pictures = [.. message.Attachments.Select(one => RecordedPicture.Of(one.File.Bytes, one.Name, one.Description)).OfType<RecordedPicture>()],
            },
            payload);
}
