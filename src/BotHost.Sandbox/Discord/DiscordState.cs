using BotHost.Sandbox.Discord.Gateway;
using BotHost.Sandbox.Discord.Interactions;
using BotHost.Sandbox.Discord.Messages;

namespace BotHost.Sandbox.Discord;

/// <summary>Everything that Discord knows. Every reader and writer holds <see cref="Gate"/>.</summary>
internal sealed class DiscordState(DiscordWorld world, SandboxRecord record, TimeProvider clock, TimeSpan firstReply)
{
    public const string Platform = "discord";

    public Lock Gate { get; } = new();

    public DiscordWorld World => world;

    public SandboxRecord Record => record;

    public TimeProvider Clock => clock;

    public Snowflakes Ids { get; } = new(clock);

    public GatewayHub Gateway { get; } = new(world, record, clock);

    public InteractionBook Interactions { get; } = new(clock, firstReply);

    /// <summary>The server's own address, known once it listens.</summary>
    public string Origin { get; set; } = "";

    public Dictionary<string, List<StoredMessage>> Messages { get; } = [];

    /// <summary>Direct channels by id; the value is the other person.</summary>
    public Dictionary<string, string> DirectChannels { get; } = [];

    public Dictionary<(string Channel, string Nonce), (string Message, long At)> Nonces { get; } = [];

    public Dictionary<string, UploadedFile> Files { get; } = [];

    public string BotId => world.Bot.Id;

    public bool Accepts(string token) => world.Tokens.Contains(token, StringComparer.Ordinal);

    public IEnumerable<DiscordGuild> BotGuilds => world.Guilds.Where(guild => guild.Members.Any(member => member.UserId == BotId));

    public DiscordUser? FindUser(string id) =>
        id == BotId ? world.Bot : world.Users.FirstOrDefault(user => user.Id == id);

    /// <summary>A guild that the bot is in.</summary>
    public DiscordGuild GuildForBot(string id)
    {
        var guild = world.Guilds.FirstOrDefault(one => one.Id == id) ?? throw DiscordRefusal.UnknownGuild();
        return guild.Members.Any(member => member.UserId == BotId) ? guild : throw DiscordRefusal.MissingAccess();
    }

    public (DiscordGuild Guild, DiscordChannel Channel)? FindChannel(string id)
    {
        foreach (var guild in world.Guilds)
        {
            if (guild.Channels.FirstOrDefault(one => one.Id == id) is { } channel)
            {
                return (guild, channel);
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
        record.Append(
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
