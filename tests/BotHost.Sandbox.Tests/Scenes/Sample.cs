namespace BotHost.Sandbox.Tests.Scenes;

/// <summary>A small world: one guild with the bot, one without; a group, a channel.</summary>
internal static class Sample
{
    public const string DiscordToken = "discord-secret-token";
    public const string TelegramToken = "700100:telegram-secret-token-of-the-test";

    public const string Application = "900000000000000001";
    public const string Guild = "100000000000000001";
    public const string ForeignGuild = "100000000000000002";
    public const string Text = "200000000000000001";
    public const string News = "200000000000000002";
    public const string Hidden = "200000000000000003";
    public const string ReadOnly = "200000000000000004";
    public const string ForeignChannel = "200000000000000009";
    public const string Moderator = "300000000000000001";
    public const string Member = "300000000000000002";
    public const string Reminders = "400000000000000001";

    public const long Group = -1001000000001;
    public const long Channel = -1001000000002;
    public const long ForeignGroup = -1001000000003;
    public const long ForeignChannelId = -1001000000004;
    public const long Ann = 51;
    public const long Ben = 52;
    public const long Cleo = 53;

    private const ulong Ordinary = (1UL << 10) | (1UL << 11) | (1UL << 14) | (1UL << 15) | (1UL << 16) | (1UL << 31);

    public static SandboxWorld World => new()
    {
        Discord = new DiscordWorld
        {
            Tokens = [DiscordToken],
            ApplicationId = Application,
            Bot = new DiscordUser { Id = Application, Name = "Talk bot", Username = "talkbot" },
            Users =
            [
                new DiscordUser { Id = Moderator, Name = "Mia", Username = "mia" },
                new DiscordUser { Id = Member, Name = "Noor", Username = "noor", Locale = "de" },
            ],
            Guilds =
            [
                new DiscordGuild
                {
                    Id = Guild,
                    Name = "Talks",
                    OwnerId = Moderator,
                    Roles =
                    [
                        new DiscordRole { Id = Guild, Name = "@everyone", Permissions = Ordinary },
                        new DiscordRole { Id = Reminders, Name = "reminders", Mentionable = true },
                        new DiscordRole { Id = "400000000000000002", Name = "bot", Permissions = (1UL << 51) | (1UL << 35) | (1UL << 38) | (1UL << 44) },
                    ],
                    Members =
                    [
                        new DiscordMember { UserId = Application, RoleIds = ["400000000000000002"] },
                        new DiscordMember { UserId = Moderator },
                        new DiscordMember { UserId = Member, RoleIds = [Reminders] },
                    ],
                    Channels =
                    [
                        new DiscordChannel { Id = Text, Name = "talks" },
                        new DiscordChannel { Id = News, Name = "news", Type = 5 },
                        new DiscordChannel { Id = Hidden, Name = "staff", Overwrites = [new DiscordOverwrite { Id = Guild, Deny = 1UL << 10 }] },
                        new DiscordChannel { Id = ReadOnly, Name = "rules", Overwrites = [new DiscordOverwrite { Id = Guild, Deny = 1UL << 11 }] },
                    ],
                },
                new DiscordGuild
                {
                    Id = ForeignGuild,
                    Name = "Elsewhere",
                    OwnerId = Member,
                    Roles = [new DiscordRole { Id = ForeignGuild, Name = "@everyone", Permissions = Ordinary }],
                    Members = [new DiscordMember { UserId = Member }],
                    Channels = [new DiscordChannel { Id = ForeignChannel, Name = "lobby" }],
                },
            ],
        },
        Telegram = new TelegramWorld
        {
            Tokens = [TelegramToken],
            Bot = new TelegramUser { Id = 700100, Name = "Talk bot", Username = "talk_bot" },
            Users =
            [
                new TelegramUser { Id = Ann, Name = "Ann", Username = "ann_user" },
                new TelegramUser { Id = Ben, Name = "Ben" },
                new TelegramUser { Id = Cleo, Name = "Cleo", LanguageCode = "de" },
            ],
            Chats =
            [
                new TelegramChat
                {
                    Id = Group, Title = "Talks", Type = "supergroup", Members = [700100, Ann, Ben],
                    Administrators = [new TelegramAdministrator { UserId = Ann, IsCreator = true }],
                },
                new TelegramChat
                {
                    Id = Channel, Title = "Talk news", Username = "talk_news", Type = "channel",
                    Administrators = [new TelegramAdministrator { UserId = 700100 }, new TelegramAdministrator { UserId = Ann, IsCreator = true }],
                },
                new TelegramChat { Id = ForeignGroup, Title = "Elsewhere", Type = "supergroup", Members = [Cleo] },
                new TelegramChat { Id = ForeignChannelId, Title = "Readers", Type = "channel", Members = [700100] },
                new TelegramChat { Id = Ann, Type = "private" },
            ],
        },
    };
}
