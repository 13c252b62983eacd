using System.Text.Json;
using BotHost.Announcements.Platforms;

namespace BotHost.Discord.History;

/// <summary>Proves that an empty history is one that the bot may read: to a bot without the right, every history is empty.</summary>
internal sealed class HistoryRights(Questions questions)
{
    private const int LeastThread = 10;

    private const int LastThread = 12;

    /// <summary>Null where the history is readable; else why it is not, or why that cannot be found out.</summary>
    public async Task<LookUp?> FindFlawAsync(string channelId, string userId, CancellationToken cancellationToken)
    {
        var (latest, silent) = await questions.AskAsync(
            MessageHistory.Template, $"/channels/{channelId}/messages?limit=1", channelId, JsonValueKind.Array, cancellationToken);
        if (latest is null)
        {
            return silent;
        }

        // One visible message, however old, shows that the history is open.
        return latest.Value.GetArrayLength() > 0 ? null : await FindMissingRightAsync(channelId, userId, cancellationToken);
    }

    private async Task<LookUp?> FindMissingRightAsync(string channelId, string userId, CancellationToken cancellationToken)
    {
        var (answer, noChannel) = await AskForChannelAsync(channelId, cancellationToken);
        if (answer is not { } channel)
        {
            return noChannel;
        }

        var guildId = channel.Text("guild_id");
        if (guildId.Length == 0)
        {
            // A private chat belongs to both of its sides.
            return null;
        }

        if (channel.Number("type") is >= LeastThread and <= LastThread)
        {
            // A thread has the rights of the channel that it hangs on.
            var (parent, noParent) = await AskForChannelAsync(channel.Text("parent_id"), cancellationToken);
            if (parent is null)
            {
                return noParent;
            }

            channel = parent.Value;
        }

        var (guild, noGuild) = await questions.AskAsync("/guilds/{guild}", $"/guilds/{guildId}", guildId, JsonValueKind.Object, cancellationToken);
        if (guild is null)
        {
            return noGuild;
        }

        var (member, noMember) = await questions.AskAsync(
            "/guilds/{guild}/members/{user}", $"/guilds/{guildId}/members/{userId}", guildId, JsonValueKind.Object, cancellationToken);
        return member is null ? noMember : Judge(ChannelRights.Of(userId, guild.Value, member.Value, channel), channelId);
    }

    private Task<(JsonElement? Answer, LookUp? Failure)> AskForChannelAsync(string channelId, CancellationToken cancellationToken) =>
        questions.AskAsync("/channels/{channel}", $"/channels/{channelId}", channelId, JsonValueKind.Object, cancellationToken);

    private static LookUp.Unreadable? Judge(ulong rights, string channelId) =>
        Permissions.Holds(rights, Permissions.ViewChannel) && Permissions.Holds(rights, Permissions.ReadMessageHistory)
            ? null
            : new LookUp.Unreadable($"the bot may not read what stands in channel {channelId}: give it View Channel and Read Message History there");
}
