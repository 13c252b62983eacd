namespace BotHost.Discord.Rest;

/// <summary>Says for people who answered what, where the answer is of no use.</summary>
internal static class ReplyWords
{
    public static string Of(RestAnswer.Replied replied)
    {
        if (replied.Status is >= 400 and < 500 && !replied.IsPlatforms)
        {
            return $"a proxy between the bot and Discord answered {replied.Status}";
        }

        return !replied.IsSuccess && ApiError.Parse(replied.Body) is { } error
            ? $"Discord answered {replied.Status}: {error}"
            : $"Discord answered {replied.Status}";
    }
}
