using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rest;

/// <summary>Opens the channels in which the bot and one person are alone. One that is open stays open, so the platform is asked once.</summary>
internal sealed class PrivateChats(DiscordClient client, RateGate gate)
{
    private const string Route = "/users/@me/channels";

    private readonly ConcurrentDictionary<string, ChannelAddress> _open = new(StringComparer.Ordinal);

    public async Task<PrivateChat> OpenAsync(string userId, CancellationToken cancellationToken)
    {
        if (!Snowflake.IsValid(userId))
        {
            return new PrivateChat.Closed($"'{userId}' is no Discord user id: right-click the person in Discord, Copy User ID, and write that number");
        }

        if (_open.TryGetValue(userId, out var known))
        {
            return new PrivateChat.Open(known);
        }

        var call = new RestCall(HttpMethod.Post, Route, Route, "", new JsonObject { ["recipient_id"] = userId }.ToJsonString(DiscordJson.Wire));
        if (await gate.WaitAsync(call.RouteKey, call.Major, cancellationToken) is Turn.ComeBack)
        {
            return new PrivateChat.Closed("Discord lets the bot open no more private chats for now");
        }

        var answer = await client.SendAsync(call, cancellationToken);
        return CreateOutcomes.Classify(answer, userId) switch
        {
            Outcome.Sent opened when Snowflake.IsValid(opened.Receipt) => Remember(userId, opened.Receipt),
            Outcome.Sent => new PrivateChat.Closed("Discord named no channel for the private chat"),
            Outcome.NotSent failed => new PrivateChat.Closed(failed.Reason),
            Outcome.Unknown failed => new PrivateChat.Closed(failed.Reason),
            Outcome.Deferred limited => new PrivateChat.Closed($"Discord lets the bot open no more private chats for now: {limited.Reason}"),
            _ => new PrivateChat.Closed(Refusal((RestAnswer.Replied)answer, userId)),
        };
    }

    private PrivateChat.Open Remember(string userId, string channel) =>
        new(_open.GetOrAdd(userId, new ChannelAddress(DiscordPlatform.PlatformId, channel)));

    private static string Refusal(RestAnswer.Replied replied, string userId) => ApiError.Parse(replied.Body)?.Code switch
    {
        10013 => $"nobody on Discord has the id {userId}: correct it in the config",
        50007 or 50278 => $"person {userId} takes no messages from the bot: they must share a server with it and allow direct messages from there",
        40003 => "the bot opens private chats too fast for Discord; it tries again later",
        50033 => $"the bot cannot write to {userId}: give the id of a person, not of a bot",
        _ => ReplyWords.Of(replied),
    };
}
