using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rest;

/// <summary>Makes the request that opens a thread under a message of the bot's, or the one that gives it another name.</summary>
internal static class ThreadCall
{
    public const string OpenTemplate = "/channels/{channel}/messages/{message}/threads";

    public const string ChangeTemplate = "/channels/{channel}";

    /// <summary>The request, or the reason why it must not leave.</summary>
    public static RestCall? TryBuild(OrnamentOrder order, out Outcome.Rejected? refusal)
    {
        if (order.Target.Thread is { } thread)
        {
            refusal = Refused($"posts go to thread {thread}, and Discord opens no thread in a thread", "take 'discussion_thread' out of the channel in the config, or take out 'thread'");
            return null;
        }

        if (!Snowflake.IsValid(order.Target.Id) || !Snowflake.IsValid(order.Made ?? order.Receipt))
        {
            refusal = Refused($"'{order.Target.Id}' and '{order.Made ?? order.Receipt}' name no Discord message", "correct the channel's address in the config");
            return null;
        }

        if (OrnamentPayload.TryRead(order.Payload, out refusal) is not { } payload)
        {
            return null;
        }

        // How long the thread stays open may be people's wish by now, so only the name is changed.
        return order.Made is { } made
            ? new RestCall(HttpMethod.Patch, ChangeTemplate, $"/channels/{made}", made, new JsonObject { ["name"] = payload["name"]!.DeepClone() }.ToJsonString(DiscordJson.Wire))
            : new RestCall(HttpMethod.Post, OpenTemplate, $"/channels/{order.Target.Id}/messages/{order.Receipt}/threads", order.Target.Id, payload.ToJsonString(DiscordJson.Wire));
    }

    private static Outcome.Rejected Refused(string reason, string remedy) => new(RejectionScope.Message, reason, remedy);
}
