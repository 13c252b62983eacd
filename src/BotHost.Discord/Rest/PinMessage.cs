using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rest;

/// <summary>Makes the request that pins a message of the bot's, or unpins it.</summary>
internal static class PinMessage
{
    public const string Template = "/channels/{channel}/messages/pins/{message}";

    /// <summary>The request, or the reason why it must not leave.</summary>
    public static RestCall? TryBuild(HttpMethod method, ChannelAddress target, string receipt, out Outcome.Rejected? refusal)
    {
        var channel = CreateMessage.ChannelOf(target);
        refusal = Snowflake.IsValid(channel) && Snowflake.IsValid(receipt)
            ? null
            : new Outcome.Rejected(RejectionScope.Message, $"'{channel}' and '{receipt}' name no Discord message", "correct the channel's address in the config");
        return refusal is null ? new RestCall(method, Template, $"/channels/{channel}/messages/pins/{receipt}", channel, Body: null) : null;
    }
}
