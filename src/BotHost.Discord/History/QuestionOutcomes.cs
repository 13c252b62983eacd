using BotHost.Announcements.Platforms;
using BotHost.Discord.Rest;

namespace BotHost.Discord.History;

/// <summary>The one table that turns a useless answer to a question into what it says of the look-up.</summary>
internal static class QuestionOutcomes
{
    /// <param name="answer">What came of the request.</param>
    /// <param name="place">The id of the channel or server that was asked for, for the words of a refusal.</param>
    public static LookUp Classify(RestAnswer answer, string place) => answer switch
    {
        RestAnswer.NotSent failed => new LookUp.NotNow(null, failed.Reason),
        RestAnswer.Unheard failed => new LookUp.NotNow(null, failed.Reason),
        RestAnswer.Replied replied => Classify(replied, place),
        _ => throw new InvalidOperationException($"Unknown answer {answer.GetType().Name}."),
    };

    private static LookUp Classify(RestAnswer.Replied replied, string place)
    {
        var error = ApiError.Parse(replied.Body);
        var words = ReplyWords.Of(replied);
        return (replied.Status, error?.Code) switch
        {
            (429, _) => new LookUp.NotNow(TooManyRequests.Read(replied.Rate, error).Wait, words),
            (>= 500 or < 400 or 408 or 401, _) or (_, 40333 or 50014 or 40001) => new LookUp.NotNow(null, words),
            _ when !replied.IsPlatforms => new LookUp.NotNow(null, words),
            (_, 20016 or 20028 or 20029 or 40062) => new LookUp.NotNow(CreateOutcomes.ToldWait(replied, error), words),
            (_, 10003) => new LookUp.Unreadable($"{words}: channel {place} does not exist or the bot is not in its server; correct the address, or invite the bot"),
            (_, 10004 or 10007) => new LookUp.Unreadable($"{words}: the bot is not in server {place}; invite it again"),
            (403 or 404, _) => new LookUp.Unreadable($"{words}: give the bot View Channel and Read Message History there ({place})"),
            _ => new LookUp.Unreadable(words),
        };
    }
}
