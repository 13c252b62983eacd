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
    };

    private readonly Dictionary<string, ulong> _taken = [];

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
        if (rights.FirstOrDefault(name => !Names.ContainsKey(name)) is { } unknown)
        {
            throw new ControlRefusedException($"\"{unknown}\" is no right that can be taken: use {string.Join(", ", Names.Keys)}.");
        }

        if (Permission.InGuild(guild, state.BotId) == Permission.All)
        {
            throw new ControlRefusedException($"The bot owns {guild.Name} or is its administrator, so no channel can take a right from it.");
        }

        _taken.Remove(channelId);
        if (rights.Count > 0)
        {
            _taken[channelId] = rights.Aggregate(0UL, (sum, name) => sum | Names[name]);
        }

        state.Record.Append(new RecordEntry
        {
            Kind = RecordKinds.RightsChanged,
            Platform = DiscordState.Platform,
            ChatId = channelId,
            Text = rights.Count == 0 ? "everything given back" : "taken: " + string.Join(", ", rights),
        });
        if (state.BotGuilds.Contains(guild))
        {
            state.Gateway.DispatchGuild("CHANNEL_UPDATE", Channel(channelId));
        }
    }

    private JsonObject Channel(string id)
    {
        var (guild, channel) = state.FindChannel(id)!.Value;
        return Shapes.Channel(state, guild, channel);
    }

    private bool IsTheBots(DiscordOverwrite overwrite) => overwrite.Type == 1 && overwrite.Id == state.BotId;
}
