using BotHost.Announcements.Platforms;

namespace BotHost.Telegram.BotApi;

/// <summary>Asks whether a person has ever opened a private chat with the bot, which a bot cannot do by itself.</summary>
internal sealed class PrivateChatLookup(BotApiClient api, BotStanding standing)
{
    /// <summary>The private chat has the person's own number. That it is known does not say that the person has not blocked the bot since.</summary>
    public async Task<PrivateChat> FindAsync(string userId, CancellationToken cancellationToken)
    {
        if (!TelegramAddress.IsUser(userId))
        {
            return new PrivateChat.Closed($"'{userId}' is not the number of a person on Telegram");
        }

        var result = await api.CallAsync("getChat", new GetChat(new ChatRef(userId)), TelegramJson.Wire.GetChat, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return result switch
        {
            ApiResult.Answered { IsOk: true } => new PrivateChat.Open(new ChannelAddress(TelegramPlatform.PlatformId, userId)),
            ApiResult.Answered { Code: 400 or 403 } => new PrivateChat.Closed($"user {userId} has not started a chat with the bot"),
            _ => new PrivateChat.Closed($"whether user {userId} has a chat with the bot cannot be told now: {ReasonOf(result)}"),
        };
    }

    private string ReasonOf(ApiResult result)
    {
        switch (OutcomeTable.Classify(result))
        {
            case Outcome.Rejected rejected:
                if (rejected.Scope is RejectionScope.Bot)
                {
                    standing.Refuse(rejected.Reason, rejected.Remedy);
                }

                return rejected.Reason;
            case Outcome.NotSent notSent:
                return notSent.Reason;
            case Outcome.Deferred deferred:
                return deferred.Reason;
            case Outcome.Unknown unknown:
                return unknown.Reason;
            default:
                return "no reason given";
        }
    }
}
