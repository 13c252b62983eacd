using System.Globalization;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Sandbox;

namespace BotHost.Rehearsal;

/// <summary>
/// Makes the sandbox's world from a catalogue: every channel that the config names exists there, the bot may post in it,
/// and a member and a moderator stand ready to speak.
/// </summary>
internal static class WorldOfCatalogue
{
    private const string SpareGuild = "900000000000000001";
    private const string Owner = "920000000000000001";
    private const string SpareModerator = "920000000000000002";
    private const string Member = "920000000000000003";
    private const string BotRole = "930000000000000001";
    private const string ModeratorRole = "930000000000000002";
    private const string BotUser = "940000000000000001";

    private const int TextChannel = 0;
    private const int NewsChannel = 5;

    private const long TelegramOwner = 2001;
    private const long SpareTelegramModerator = 2002;
    private const long TelegramMember = 2003;

    // View, send, embed, attach, read history, threads, use commands, pins: what the README asks an organiser to grant, and events.
    private const ulong BotPermissions = 2269701237492736UL | (1UL << 31);
    private const ulong MemberPermissions = (1UL << 10) | (1UL << 11) | (1UL << 16) | (1UL << 31);
    private const ulong ModeratorPermissions = MemberPermissions | (1UL << 5) | (1UL << 13);

    public static SandboxWorld Make(TalkCatalogue catalogue) => new()
    {
        Discord = MakeDiscord(catalogue),
        Telegram = MakeTelegram(catalogue),
    };

    private static DiscordWorld MakeDiscord(TalkCatalogue catalogue)
    {
        var rules = catalogue.ModeratorsOn(new PlatformId("discord"));
        var moderators = rules.Users.DefaultIfEmpty(SpareModerator).Distinct().ToList();
        var guilds = rules.Places.Select(place => place.Id).DefaultIfEmpty(SpareGuild).ToList();
        return new DiscordWorld
        {
            Tokens = [NewTokens.ForDiscord()],
            ApplicationId = BotUser,
            Bot = new DiscordUser { Id = BotUser, Name = "BotHost", Username = "bothost" },
            Users =
            [
                new DiscordUser { Id = Member, Name = "Mei", Username = "mei" },
                .. moderators.Select((id, index) => new DiscordUser { Id = id, Name = Numbered("Noor", index), Username = Numbered("noor", index) }),
                new DiscordUser { Id = Owner, Name = "Olga", Username = "olga" },
            ],
            Guilds =
            [
                .. guilds.Select((id, index) => new DiscordGuild
                {
                    Id = id,
                    Name = catalogue.Community.Name,
                    OwnerId = Owner,
                    Roles =
                    [
                        new DiscordRole { Id = id, Name = "@everyone", Permissions = MemberPermissions },
                        new DiscordRole { Id = $"{BotRole[..^1]}{index}", Name = "BotHost", Permissions = BotPermissions },
                        new DiscordRole { Id = $"{ModeratorRole[..^2]}2{index}", Name = "Moderators", Permissions = ModeratorPermissions },
                    ],
                    Members =
                    [
                        new DiscordMember { UserId = BotUser, RoleIds = [$"{BotRole[..^1]}{index}"] },
                        .. moderators.Select(id => new DiscordMember { UserId = id, RoleIds = [$"{ModeratorRole[..^2]}2{index}"] }),
                        new DiscordMember { UserId = Member },
                        new DiscordMember { UserId = Owner },
                    ],
                    // A config names channels without their server; the first server holds them all.
                    Channels = index > 0 ? [] :
                    [
                        .. ChannelsOn(catalogue, "discord").Select(channel => new DiscordChannel
                        {
                            Id = channel.Address.Id,
                            Name = channel.Id.Value,
                            Type = channel.Publish ? NewsChannel : TextChannel,
                        }),
                    ],
                }),
            ],
        };
    }

    private static TelegramWorld MakeTelegram(TalkCatalogue catalogue)
    {
        var bot = new TelegramUser { Id = 7000000001, Name = "BotHost", Username = "bothost_bot" };
        var rules = catalogue.ModeratorsOn(new PlatformId("telegram"));
        var moderators = rules.Users.Select(Number).DefaultIfEmpty(SpareTelegramModerator).Distinct().ToList();
        var named = ChannelsOn(catalogue, "telegram").Select(channel => (channel.Address.Id, Title: channel.Id.Value))
            .Concat(rules.Places.Select(place => (place.Id, Title: $"{catalogue.Community.Name} moderators")))
            .DistinctBy(chat => chat.Id);
        return new TelegramWorld
        {
            Tokens = [NewTokens.ForTelegram(bot.Id)],
            Bot = bot,
            Users =
            [
                new TelegramUser { Id = TelegramMember, Name = "Mei", Username = "mei_member" },
                .. moderators.Select((id, index) => new TelegramUser { Id = id, Name = Numbered("Noor", index), Username = Numbered("noor_moderator", index) }),
                new TelegramUser { Id = TelegramOwner, Name = "Olga", Username = "olga_owner" },
            ],
            Chats =
            [
                .. named.Select((chat, index) => new TelegramChat
                {
                    Id = long.TryParse(chat.Id, CultureInfo.InvariantCulture, out var id) ? id : -1009999999000 - index,
                    Username = chat.Id.StartsWith('@') ? chat.Id[1..] : null,
                    Title = chat.Title,
                    Type = "supergroup",
                    Members = [TelegramMember, .. moderators, TelegramOwner, bot.Id],
                    Administrators =
                    [
                        new TelegramAdministrator { UserId = TelegramOwner, IsCreator = true },
                        .. moderators.Select(id => new TelegramAdministrator { UserId = id }),
                        new TelegramAdministrator { UserId = bot.Id },
                    ],
                }),
                Private(TelegramMember),
                .. moderators.Select(Private),
            ],
        };

        static TelegramChat Private(long user) => new() { Id = user, Type = "private", Members = [user] };
    }

    private static string Numbered(string name, int index) =>
        index == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}{index + 1}");

    private static IEnumerable<Channel> ChannelsOn(TalkCatalogue catalogue, string platform) =>
        catalogue.Channels
            .Concat(catalogue.Moderators.Select(rules => rules.ReportTo).OfType<ChannelAddress>().Select(ModeratorsChannel))
            .Where(channel => channel.Platform.Value == platform)
            .DistinctBy(channel => channel.Address.Id);

    private static Channel ModeratorsChannel(ChannelAddress address) =>
        new() { Id = new ChannelId("moderators"), Address = address, Languages = [] };

    private static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);
}
