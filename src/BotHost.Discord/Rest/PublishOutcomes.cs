using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rest;

/// <summary>The answers to a publishing. None of them says anything of posting in the channel, so a refusal reaches no further than the message.</summary>
internal static class PublishOutcomes
{
    /// <summary>Used where the platform names no time: it lets ten messages of a channel through in an hour.</summary>
    public static readonly TimeSpan UnnamedWait = TimeSpan.FromMinutes(10);

    private const int AlreadyPublished = 40033;

    /// <param name="answer">What came of the request.</param>
    /// <param name="target">The channel's id.</param>
    /// <param name="receipt">The message's id.</param>
    public static Outcome Classify(RestAnswer answer, string target, string receipt)
    {
        if (answer is not RestAnswer.Replied { IsSuccess: false, IsPlatforms: true } replied)
        {
            return CreateOutcomes.Classify(answer, target);
        }

        var error = ApiError.Parse(replied.Body);
        var words = ReplyWords.Of(replied);
        return (replied.Status, error?.Code) switch
        {
            (429 or 401 or >= 500, _) => CreateOutcomes.Classify(answer, target),
            (_, AlreadyPublished) => new Outcome.Sent(receipt),
            (_, 20016 or 20028 or 20029 or 40062) => new Outcome.Deferred(WaitOf(replied, error), words),
            (_, 10008) => Refused(words, "the message was deleted: nothing is left to publish"),
            (_, 50008 or 50024 or 50068) => Refused(words, $"channel {target} is no announcement channel: make it one in its settings on Discord, or take 'publish' out of the config"),
            (_, 50001 or 50013) or (403, null or 0) => Refused(words, $"give the bot View Channel and Send Messages in channel {target}; publishing needs both"),
            _ when CreateOutcomes.Classify(answer, target) is var outcome =>
                outcome is Outcome.Rejected { Scope: not RejectionScope.Bot } rejected ? rejected with { Scope = RejectionScope.Message } : outcome,
            _ => throw new InvalidOperationException("Every answer has an outcome."),
        };
    }

    private static TimeSpan WaitOf(RestAnswer.Replied replied, ApiError? error) =>
        CreateOutcomes.ToldWait(replied, error) is var told && told > TimeSpan.Zero ? told : UnnamedWait;

    private static Outcome.Rejected Refused(string reason, string remedy) => new(RejectionScope.Message, reason, remedy);
}
