using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace BotHost.Telegram.BotApi;

/// <summary>Asks whether somebody administers a chat, and remembers the answer for a minute.</summary>
internal sealed partial class AdministratorLookup(BotApiClient api, BotStanding standing, TimeProvider time, ILogger<AdministratorLookup> logger)
{
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    private const int AnswersBeforeSweep = 1000;

    private readonly ConcurrentDictionary<(string Chat, string User), (bool Answer, long At)> _answers = new();

    /// <summary>False where the platform cannot or will not say.</summary>
    public async ValueTask<bool> IsAdministratorAsync(string chat, string user, CancellationToken cancellationToken)
    {
        if (!standing.IsUsable || !long.TryParse(user, NumberStyles.None, CultureInfo.InvariantCulture, out var userId))
        {
            return false;
        }

        var key = (chat.ToUpperInvariant(), user);
        if (_answers.TryGetValue(key, out var known) && IsFresh(known.At))
        {
            return known.Answer;
        }

        var result = await api.CallAsync(
            "getChatMember", new GetChatMember(new ChatRef(chat), userId), TelegramJson.Wire.GetChatMember, cancellationToken);
        if (Read(result) is not { } answer)
        {
            Log.LookupFailed(logger, user, chat, result switch
            {
                ApiResult.Answered answered => $"{answered.Code} {answered.Description}",
                ApiResult.Garbled garbled => $"{garbled.Status} with an answer that is not the Bot API's",
                ApiResult.Unreached unreached => unreached.Reason,
                ApiResult.Lost lost => lost.Reason,
                _ => "unknown",
            });
            return false;
        }

        Sweep();
        _answers[key] = (answer, time.GetTimestamp());
        return answer;
    }

    private static bool? Read(ApiResult result)
    {
        if (result is not ApiResult.Answered { IsOk: true, Envelope.Result: { ValueKind: JsonValueKind.Object } member })
        {
            return null;
        }

        try
        {
            return member.Deserialize(TelegramJson.Wire.WireMember)?.Status is "creator" or "administrator";
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsFresh(long at) => time.GetElapsedTime(at) < Memory;

    private void Sweep()
    {
        if (_answers.Count < AnswersBeforeSweep)
        {
            return;
        }

        foreach (var (key, known) in _answers)
        {
            if (!IsFresh(known.At))
            {
                _answers.TryRemove(key, out _);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Cannot tell whether user {User} administers chat {Chat}, so they do not moderate there now: {Reason}")]
        public static partial void LookupFailed(ILogger logger, string user, string chat, string reason);
    }
}
