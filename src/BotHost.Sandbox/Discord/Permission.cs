namespace BotHost.Sandbox.Discord;

/// <summary>The permission bits that the sandbox looks at, as Discord numbers them.</summary>
internal static class Permission
{
    public const ulong Administrator = 1UL << 3;
    public const ulong AddReactions = 1UL << 6;
    public const ulong ViewChannel = 1UL << 10;
    public const ulong SendMessages = 1UL << 11;
    public const ulong ManageMessages = 1UL << 13;
    public const ulong EmbedLinks = 1UL << 14;
    public const ulong AttachFiles = 1UL << 15;
    public const ulong ReadMessageHistory = 1UL << 16;
    public const ulong MentionEveryone = 1UL << 17;
    public const ulong UseApplicationCommands = 1UL << 31;
    public const ulong ManageEvents = 1UL << 33;
    public const ulong ManageThreads = 1UL << 34;
    public const ulong CreatePublicThreads = 1UL << 35;
    public const ulong SendMessagesInThreads = 1UL << 38;
    public const ulong CreateEvents = 1UL << 44;
    public const ulong PinMessages = 1UL << 51;

    /// <summary>The types of channels that are threads.</summary>
    private const int FirstThread = 10;
    private const int LastThread = 12;

    /// <summary>Every bit that exists today.</summary>
    public const ulong All = (1UL << 53) - 1;

    public static ulong InGuild(DiscordGuild guild, string userId)
    {
        var member = guild.Members.FirstOrDefault(one => one.UserId == userId);
        if (member is null)
        {
            return 0;
        }

        if (guild.OwnerId == userId)
        {
            return All;
        }

        var bits = guild.Roles
            .Where(role => role.Id == guild.Id || member.RoleIds.Contains(role.Id))
            .Aggregate(0UL, (sum, role) => sum | role.Permissions);
        return (bits & Administrator) != 0 ? All : bits;
    }

    public static ulong InChannel(DiscordGuild guild, DiscordChannel channel, string userId)
    {
        var bits = InGuild(guild, userId);
        if (bits is 0 or All)
        {
            return bits;
        }

        var roles = guild.Members.First(one => one.UserId == userId).RoleIds;
        bits = Apply(bits, channel.Overwrites.Where(one => one.Type == 0 && one.Id == guild.Id));
        bits = Apply(bits, channel.Overwrites.Where(one => one.Type == 0 && roles.Contains(one.Id)));
        bits = Apply(bits, channel.Overwrites.Where(one => one.Type == 1 && one.Id == userId));
        if (channel.Type is >= FirstThread and <= LastThread)
        {
            bits = (bits & SendMessagesInThreads) != 0 ? bits | SendMessages : bits & ~SendMessages;
        }

        return (bits & ViewChannel) == 0 ? 0 : bits;
    }

    private static ulong Apply(ulong bits, IEnumerable<DiscordOverwrite> overwrites)
    {
        var list = overwrites.ToList();
        var deny = list.Aggregate(0UL, (sum, one) => sum | one.Deny);
        var allow = list.Aggregate(0UL, (sum, one) => sum | one.Allow);
        return (bits & ~deny) | allow;
    }
}
