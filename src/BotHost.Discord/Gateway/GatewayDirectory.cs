using System.Text.Json;
using BotHost.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BotHost.Discord.Gateway;

/// <summary>Asks where the gateway stands and whether the bot may still identify.</summary>
internal sealed partial class GatewayDirectory(DiscordClient client, RateGate gate, TimeProvider time, ILogger<GatewayDirectory> logger)
{
    private static readonly RestCall Call = new(HttpMethod.Get, "/gateway/bot", "/gateway/bot", "", Body: null);

    /// <summary>The directory's entry with at least one identify left; it waits for the quota where it is used up.</summary>
    public async Task<DirectoryAnswer> FindAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await gate.WaitAsync(Call.RouteKey, Call.Major, cancellationToken);
            var answer = await client.SendAsync(Call, cancellationToken);
            if (answer is not RestAnswer.Replied replied)
            {
                return new DirectoryAnswer.Failed(answer is RestAnswer.NotSent notSent ? notSent.Reason : ((RestAnswer.Unheard)answer).Reason, TimeSpan.Zero);
            }

            if (replied is { Status: 401, IsPlatforms: true })
            {
                return new DirectoryAnswer.TokenRefused($"Discord answered 401: {ApiError.Parse(replied.Body)?.ToString() ?? "no words"}");
            }

            if (replied.Status == 429)
            {
                return new DirectoryAnswer.Failed("Discord asks to wait (429)", TooManyRequests.Read(replied.Rate, ApiError.Parse(replied.Body)).Wait);
            }

            if (!replied.IsSuccess || Read(replied.Body) is not { } entry)
            {
                return new DirectoryAnswer.Failed(ReplyWords.Of(replied), TimeSpan.Zero);
            }

            if (entry.SessionStartLimit is not { Remaining: <= 0 } limit)
            {
                return new DirectoryAnswer.Found(entry.Url, entry.SessionStartLimit?.MaxConcurrency ?? 1);
            }

            var wait = TimeSpan.FromMilliseconds(Math.Clamp(limit.ResetAfter, 1_000, (long)TimeSpan.FromDays(1).TotalMilliseconds));
            Log.IdentifiesUsedUp(logger, limit.Total, wait);
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private static GatewayBotPayload? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DiscordJson.Shared.GatewayBotPayload);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "All {Total} session starts of the day are used up. The bot connects again in {Wait}; posts go out meanwhile.")]
        public static partial void IdentifiesUsedUp(ILogger logger, int total, TimeSpan wait);
    }
}
