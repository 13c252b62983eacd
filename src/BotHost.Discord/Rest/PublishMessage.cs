using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rest;

/// <summary>Makes the request that hands a message of an announcement channel on to the channels that follow it.</summary>
internal static class PublishMessage
{
    public const string Template = "/channels/{channel}/messages/{message}/crosspost";

    /// <summary>The request, or the reason why it must not leave.</summary>
    /// <remarks>It has no body, so the HTTP client may repeat it on a connection that just died; the platform says no more to that than that it is done.</remarks>
    public static RestCall? TryBuild(ChannelAddress target, string receipt, out Outcome.Rejected? refusal)
    {
        var channel = CreateMessage.ChannelOf(target);
        refusal = Snowflake.IsValid(channel) && Snowflake.IsValid(receipt)
            ? null
            : new Outcome.Rejected(RejectionScope.Message, $"'{channel}' and '{receipt}' name no Discord message", "correct the channel's address in the config");
        return refusal is null
            ? new RestCall(HttpMethod.Post, Template, $"/channels/{channel}/messages/{receipt}/crosspost", channel, Body: null)
            : null;
    }
}
