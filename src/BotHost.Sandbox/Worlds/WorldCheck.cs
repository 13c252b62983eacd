using System.Globalization;

namespace BotHost.Sandbox;

/// <summary>Finds what in a world points nowhere or exists twice.</summary>
internal static class WorldCheck
{
    private static readonly string[] ChatTypes = ["private", "group", "supergroup", "channel"];

    public static IReadOnlyList<string> Problems(SandboxWorld world) =>
        [.. DiscordProblems(world.Discord), .. TelegramProblems(world.Telegram)];

    private static IEnumerable<string> DiscordProblems(DiscordWorld world)
    {
        var people = world.Users.Select(user => user.Id).Append(world.Bot.Id).ToHashSet();
        var ids = world.Guilds.Select(guild => guild.Id)
            .Concat(world.Guilds.SelectMany(guild => guild.Channels).Select(channel => channel.Id))
            .Concat(world.Users.Select(user => user.Id))
            .ToList();
        foreach (var id in ids.Append(world.ApplicationId).Append(world.Bot.Id).Where(id => !IsSnowflake(id)))
        {
            yield return $"Discord id \"{id}\" is no snowflake: write 1 to 20 digits in quotes.";
        }

        foreach (var twice in ids.GroupBy(id => id).Where(group => group.Count() > 1))
        {
            yield return $"Discord id \"{twice.Key}\" is used {twice.Count()} times: give each guild, channel and user its own.";
        }

        foreach (var guild in world.Guilds)
        {
            foreach (var member in guild.Members.Where(member => !people.Contains(member.UserId)))
            {
                yield return $"Discord guild \"{guild.Name}\" has a member {member.UserId} that is not under users.";
            }

            var roles = guild.Roles.Select(role => role.Id).ToHashSet();
            foreach (var role in guild.Members.SelectMany(member => member.RoleIds).Where(role => !roles.Contains(role)))
            {
                yield return $"Discord guild \"{guild.Name}\" gives a role {role} that it does not have.";
            }

            foreach (var channel in guild.Channels.Where(channel => channel.Type is not (0 or 5)))
            {
                yield return $"Discord channel \"{channel.Name}\" has type {channel.Type}: use 0 (text) or 5 (announcement).";
            }
        }
    }

    private static IEnumerable<string> TelegramProblems(TelegramWorld world)
    {
        var people = world.Users.Select(user => user.Id).Append(world.Bot.Id).ToHashSet();
        foreach (var twice in world.Chats.GroupBy(chat => chat.Id).Where(group => group.Count() > 1))
        {
            yield return $"Telegram chat {twice.Key.ToString(CultureInfo.InvariantCulture)} is listed {twice.Count()} times.";
        }

        foreach (var chat in world.Chats)
        {
            if (!ChatTypes.Contains(chat.Type))
            {
                yield return $"Telegram chat {chat.Id} has type \"{chat.Type}\": use private, group, supergroup or channel.";
            }

            if (chat.Type == "private" != chat.Id > 0)
            {
                yield return $"Telegram chat {chat.Id}: a private chat has the user's positive id, every other chat a negative one.";
            }

            if (chat.Administrators.Count(admin => admin.IsCreator) > 1)
            {
                yield return $"Telegram chat {chat.Id} has more than one creator.";
            }

            foreach (var stranger in chat.Members.Concat(chat.Administrators.Select(admin => admin.UserId)).Where(id => !people.Contains(id)))
            {
                yield return $"Telegram chat {chat.Id} has a member {stranger} that is not under users.";
            }
        }
    }

    private static bool IsSnowflake(string id) =>
        id.Length is > 0 and <= 20 && id.All(char.IsAsciiDigit) && ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
