using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Commands;

/// <summary>
/// The places that the sample config names, and beside them a server and a group that it does not name: the bot was invited there, too, and
/// each has an owner of its own.
/// </summary>
internal static class WireWorld
{
    /// <summary>A busy machine must not make the platform give up on an answer.</summary>
    public static readonly SandboxOptions Patient = new() { DiscordFirstReply = TimeSpan.FromMinutes(1) };

    public const string DiscordToken = "wires.discord-token-of-the-tests";
    public const string TelegramToken = "7000000001:telegram-token-of-the-tests";

    public const string Guild = "900000000000000001";
    public const string Channel = Sample.DiscordChannel;
    public const string ForeignGuild = "900000000000000009";
    public const string ForeignChannel = "910000000000000009";

    public const string Owner = "920000000000000001";

    /// <summary>Named by the config; a moderator of the foreign server as well, where that counts for nothing.</summary>
    public const string Moderator = "920000000000000002";
    public const string Member = "920000000000000003";

    /// <summary>Not named by the config, but may manage its server.</summary>
    public const string Manager = "920000000000000004";
    public const string ForeignOwner = "920000000000000009";

    public const long Group = -1002000000001;
    public const long ForeignGroup = -1002000000009;

    /// <summary>Named by the config; an administrator of the foreign group as well.</summary>
    public const long TelegramModerator = 2002;
    public const long TelegramMember = 2003;

    /// <summary>An administrator of the config's group who never opened a private chat with the bot.</summary>
    public const long TelegramAdmin = 2004;
    public const long TelegramForeignOwner = 2009;

    private const string Bot = "940000000000000001";
    private const long TelegramBot = 7000000001;

    private const ulong Ordinary = (1UL << 10) | (1UL << 11) | (1UL << 14) | (1UL << 15) | (1UL << 16) | (1UL << 31);
    private const ulong ManageGuild = 1UL << 5;

    public static SandboxWorld Make() => new() { Discord = Discord(), Telegram = Telegram() };

    private static DiscordWorld Discord() => new()
    {
        Tokens = [DiscordToken],
        ApplicationId = Bot,
        Bot = new DiscordUser { Id = Bot, Name = "BotHost", Username = "bothost" },
        Users =
        [
            new DiscordUser { Id = Owner, Name = "Olga", Username = "olga" },
            new DiscordUser { Id = Moderator, Name = "Noor", Username = "noor" },
            new DiscordUser { Id = Member, Name = "Mei", Username = "mei" },
            new DiscordUser { Id = Manager, Name = "Mara", Username = "mara" },
            new DiscordUser { Id = ForeignOwner, Name = "Finn", Username = "finn" },
        ],
        Guilds =
        [
            GuildOf(Guild, "Asian Talk", Owner, Channel, "announcements", managers: [Moderator, Manager], others: [Member]),
            GuildOf(ForeignGuild, "Elsewhere", ForeignOwner, ForeignChannel, "lobby", managers: [Moderator], others: []),
        ],
    };

    private static DiscordGuild GuildOf(string id, string name, string owner, string channel, string channelName, string[] managers, string[] others)
    {
        var manage = $"{id[..^4]}2{id[^3..]}";
        return new DiscordGuild
        {
            Id = id,
            Name = name,
            OwnerId = owner,
            Roles =
            [
                new DiscordRole { Id = id, Name = "@everyone", Permissions = Ordinary },
                new DiscordRole { Id = manage, Name = "managers", Permissions = Ordinary | ManageGuild },
            ],
            Members =
            [
                new DiscordMember { UserId = Bot },
                new DiscordMember { UserId = owner },
                .. managers.Select(user => new DiscordMember { UserId = user, RoleIds = [manage] }),
                .. others.Select(user => new DiscordMember { UserId = user }),
            ],
            Channels = [new DiscordChannel { Id = channel, Name = channelName }],
        };
    }

    private static TelegramWorld Telegram() => new()
    {
        Tokens = [TelegramToken],
        Bot = new TelegramUser { Id = TelegramBot, Name = "BotHost", Username = "bothost_bot" },
        Users =
        [
            new TelegramUser { Id = TelegramModerator, Name = "Noor" },
            new TelegramUser { Id = TelegramMember, Name = "Mei" },
            new TelegramUser { Id = TelegramAdmin, Name = "Mara" },
            new TelegramUser { Id = TelegramForeignOwner, Name = "Finn" },
        ],
        Chats =
        [
            new TelegramChat
            {
                Id = Group,
                Title = "Asian Talk",
                Type = "supergroup",
                Members = [TelegramBot, TelegramModerator, TelegramMember, TelegramAdmin],
                Administrators = [new TelegramAdministrator { UserId = TelegramAdmin }],
            },
            new TelegramChat
            {
                Id = ForeignGroup,
                Title = "Elsewhere",
                Type = "supergroup",
                Members = [TelegramBot, TelegramForeignOwner, TelegramModerator, TelegramMember],
                Administrators =
                [
                    new TelegramAdministrator { UserId = TelegramForeignOwner, IsCreator = true },
                    new TelegramAdministrator { UserId = TelegramModerator },
                ],
            },
            new TelegramChat { Id = TelegramModerator, Type = "private" },
            new TelegramChat { Id = TelegramMember, Type = "private" },
            new TelegramChat { Id = TelegramForeignOwner, Type = "private" },
        ],
    };
}
