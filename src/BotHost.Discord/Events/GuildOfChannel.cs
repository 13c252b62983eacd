using System.Collections.Concurrent;
using System.Text.Json;
using BotHost.Announcements.Platforms;
using BotHost.Discord.Rest;

namespace BotHost.Discord.Events;

/// <summary>Finds the server that a channel belongs to. A channel never moves to another one, so it is asked for once.</summary>
internal sealed class GuildOfChannel(EventWire wire)
{
    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>The server's id; or why there is none, or why that cannot be found out now.</summary>
    public async Task<(string? Guild, Outcome? Failure)> FindAsync(string channel, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(channel, out var known))
        {
            return (known, null);
        }

        if (!Snowflake.IsValid(channel))
        {
            return (null, new Outcome.Rejected(RejectionScope.Message, $"'{channel}' is no Discord channel id", "correct the channel's address in the config"));
        }

        var call = new RestCall(HttpMethod.Get, "/channels/{channel}", $"/channels/{channel}", channel, Body: null);
        var (answer, failure) = await wire.AskAsync(call, JsonValueKind.Object, cancellationToken);
        if (answer is null)
        {
            return (null, failure);
        }

        var guild = answer.Value.Text("guild_id");
        return Snowflake.IsValid(guild)
            ? (_known.GetOrAdd(channel, guild), null)
            : (null, new Outcome.Rejected(RejectionScope.Message, $"channel {channel} is in no server, and only a server has events", "take 'event' out of the channel in the config"));
    }
}
