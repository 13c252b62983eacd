using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rest;

/// <summary>Makes the request that posts a recorded payload.</summary>
internal static class CreateMessage
{
    public const string Template = "/channels/{channel}/messages";

    public static readonly string RouteKey = $"{HttpMethod.Post} {Template}";

    public const int LongestNonce = 25;

    /// <summary>
    /// Leaves most of the minute in which the platform discards a repeat. Files add to it what they need to arrive; where that is more than
    /// the minute, the channel's history decides instead of a repeat.
    /// </summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    /// <summary>A thread is a channel of its own to the platform.</summary>
    public static string ChannelOf(ChannelAddress target) => target.Thread ?? target.Id;

    /// <summary>The request, or the reason why this payload must not leave.</summary>
    public static RestCall? TryBuild(SendOrder order, out Outcome.Rejected? refusal)
    {
        var channel = ChannelOf(order.Target);
        refusal = Check(order, channel, out var message);
        if (refusal is not null)
        {
            return null;
        }

        message!["nonce"] = order.RepeatKey;
        message["enforce_nonce"] = true;
        return new RestCall(HttpMethod.Post, Template, $"/channels/{channel}/messages", channel, message.ToJsonString(DiscordJson.Wire))
        {
            Timeout = Timeout,
        };
    }

    private static Outcome.Rejected? Check(SendOrder order, string channel, out JsonObject? message)
    {
        message = null;
        if (!Snowflake.IsValid(channel))
        {
            return new Outcome.Rejected(RejectionScope.Target, $"'{channel}' is no Discord channel id", "correct the channel's address in the config");
        }

        if (order.RepeatKey.Length is 0 or > LongestNonce)
        {
            return new Outcome.Rejected(RejectionScope.Message, $"the repeat key has {order.RepeatKey.Length} characters, 1 to {LongestNonce} are allowed", "report this as a fault of the bot");
        }

        try
        {
            message = JsonNode.Parse(order.Payload) as JsonObject;
        }
        catch (JsonException)
        {
            message = null;
        }

        if (message is null)
        {
            return new Outcome.Rejected(RejectionScope.Message, "the recorded payload is no JSON object", "send it again as a new post");
        }

        // Without this field the platform pings everybody whom the text names.
        return message["allowed_mentions"] is JsonObject
            ? null
            : new Outcome.Rejected(RejectionScope.Message, "the recorded payload does not say whom it may ping (allowed_mentions)", "send it again as a new post");
    }
}
