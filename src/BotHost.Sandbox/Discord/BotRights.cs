using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Discord;

/// <summary>What the owners of the servers have taken from the bot in single channels since the world was made. The state's gate guards it.</summary>
internal sealed class BotRights(DiscordState state)
{
    private static readonly Dictionary<string, ulong> Names = new()
    {
        ["VIEW_CHANNEL"] = Permission.ViewChannel,
        ["SEND_MESSAGES"] = Permission.SendMessages,
        ["READ_MESSAGE_HISTORY"] = Permission.ReadMessageHistory,
        ["EMBED_LINKS"] = Permission.EmbedLinks,
        ["ATTACH_FILES"] = Permission.AttachFiles,
        ["MENTION_EVERYONE"] = Permission.MentionEveryone,
        ["MANAGE_MESSAGES"] = Permission.ManageMessages,
        ["PIN_MESSAGES"] = Permission.PinMessages,
        ["CREATE_PUBLIC_THREADS"] = Permission.CreatePublicThreads,
        ["SEND_MESSAGES_IN_THREADS"] = Permission.SendMessagesInThreads,
        ["MANAGE_THREADS"] = Permission.ManageThreads,
    };

    /// <summary>What only a server as a whole gives, and no channel takes.</summary>
    private static readonly Dictionary<string, ulong> NamesInGuild = new()
    {
        ["CREATE_EVENTS"] = Permission.CreateEvents,
        ["MANAGE_EVENTS"] = Permission.ManageEvents,
    };

    private readonly Dictionary<string, ulong> _taken = [];
    private readonly Dictionary<string, ulong> _takenInGuild = [];

    /// <summary>The guild with roles that no longer give the bot what was taken.</summary>
    public DiscordGuild In(DiscordGuild guild)
    {
        if (!_takenInGuild.TryGetValue(guild.Id, out var taken))
        {
            return guild;
        }

        var held = RolesOfTheBot(guild);
        return guild with { Roles = [.. guild.Roles.Select(role => held.Contains(role.Id) ? role with { Permissions = role.Permissions & ~taken } : role)] };
    }

    /// <summary>The channel with the exception that takes the bot's rights.</summary>
    public DiscordChannel In(DiscordChannel channel)
    {
        if (!_taken.TryGetValue(channel.Id, out var taken))
        {
            return channel;
        }

        var own = channel.Overwrites.FirstOrDefault(IsTheBots) ?? new DiscordOverwrite { Id = state.BotId, Type = 1 };
        return channel with
        {
            Overwrites = [.. channel.Overwrites.Where(one => !IsTheBots(one)), own with { Allow = own.Allow & ~taken, Deny = own.Deny | taken }],
        };
    }

    /// <summary>Takes exactly these rights, gives all others back, and tells the bot over the gateway.</summary>
    /// <exception cref="ControlRefusedException">There is no such channel or right, or the bot is above all rights there.</exception>
    public void Take(string channelId, IReadOnlyList<string> rights)
    {
        var (guild, _) = state.FindChannel(channelId) ?? throw new ControlRefusedException($"There is no channel {channelId}.");
        Set(_taken, channelId, guild, rights, Names);
        if (state.IsBotIn(guild))
        {
            state.Gateway.DispatchGuild("CHANNEL_UPDATE", Channel(channelId));
        }
    }

    /// <summary>Takes exactly these rights from the bot's roles in a server, gives all others back, and tells the bot over the gateway.</summary>
    /// <exception cref="ControlRefusedException">There is no such server or right, or the bot is above all rights there.</exception>
    public void TakeInGuild(string guildId, IReadOnlyList<string> rights)
    {
        var guild = state.World.Guilds.FirstOrDefault(one => one.Id == guildId) ?? throw new ControlRefusedException($"There is no server {guildId}.");
        Set(_takenInGuild, guildId, guild, rights, NamesInGuild);
        if (state.IsBotIn(guild))
        {
            var held = RolesOfTheBot(guild);
            foreach (var (role, position) in In(guild).Roles.Select((role, position) => (role, position)).Where(one => held.Contains(one.role.Id)))
            {
                state.Gateway.DispatchGuild("GUILD_ROLE_UPDATE", new JsonObject { ["guild_id"] = guildId, ["role"] = Shapes.Role(role, position) });
            }
        }
    }

    private void Set(Dictionary<string, ulong> taken, string place, DiscordGuild guild, IReadOnlyList<string> rights, Dictionary<string, ulong> names)
    {
        if (rights.FirstOrDefault(name => !names.ContainsKey(name)) is { } unknown)
        {
            throw new ControlRefusedException($"\"{unknown}\" is no right that can be taken there: use {string.Join(", ", names.Keys)}.");
        }

        if (Permission.InGuild(guild, state.BotId) == Permission.All)
        {
            throw new ControlRefusedException($"The bot owns {guild.Name} or is its administrator, so no right can be taken from it.");
        }

        taken.Remove(place);
        if (rights.Count > 0)
        {
            taken[place] = rights.Aggregate(0UL, (sum, name) => sum | names[name]);
        }

        state.Record.Append(new RecordEntry
        {
            Kind = RecordKinds.RightsChanged,
            Platform = DiscordState.Platform,
            ChatId = place,
            Text = rights.Count == 0 ? "everything given back" : "taken: " + string.Join(", ", rights),
        });
    }

    private HashSet<string> RolesOfTheBot(DiscordGuild guild) =>
        [guild.Id, .. guild.Members.Where(member => member.UserId == state.BotId).SelectMany(member => member.RoleIds)];

    private JsonObject Channel(string id)
    {
        var (guild, channel) = state.FindChannel(id)!.Value;
        return Shapes.Channel(state, guild, channel);
    }

    private bool IsTheBots(DiscordOverwrite overwrite) => overwrite.Type == 1 && overwrite.Id == state.BotId;
}
