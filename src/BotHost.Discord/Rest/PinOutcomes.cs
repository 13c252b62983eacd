using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rest;

/// <summary>The answers to a pin or an unpin. None of them says anything of posting in the channel, so a refusal reaches no further than the message.</summary>
internal static class PinOutcomes
{
    private const int UnknownMessage = 10008;

    /// <param name="answer">What came of the request.</param>
    /// <param name="call">The request.</param>
    /// <param name="receipt">The message's id.</param>
    public static Outcome Classify(RestAnswer answer, RestCall call, string receipt)
    {
        if (answer is not RestAnswer.Replied replied || (!replied.IsSuccess && !replied.IsPlatforms))
        {
            return CreateOutcomes.Classify(answer, call.Major);
        }

        if (replied.IsSuccess)
        {
            // The platform confirms with an empty answer; a page of something in the way is none.
            return replied.Body.Length == 0 || replied.Status == 204 ? new Outcome.Sent(receipt) : new Outcome.Unknown($"Discord answered {replied.Status} with a text");
        }

        var error = ApiError.Parse(replied.Body);
        var words = ReplyWords.Of(replied);
        return (error?.Code, replied.Status) switch
        {
            (UnknownMessage, _) when call.Method == HttpMethod.Delete => new Outcome.Sent(receipt),
            (UnknownMessage, _) => Refused(words, "the message was deleted: nothing is left to pin"),
            (30003, _) => Refused(words, $"channel {call.Major} has as many pinned messages as Discord allows (250): unpin one of them"),
            (50013 or 50001, _) => Refused(words, $"give the bot Pin Messages (PIN_MESSAGES), View Channel and Read Message History in channel {call.Major}"),
            (50014 or 40001, _) or (_, 401) => CreateOutcomes.Classify(answer, call.Major),
            (null or 0, 403) => Refused(words, $"give the bot Pin Messages (PIN_MESSAGES), View Channel and Read Message History in channel {call.Major}"),
            (50083 or 160005, _) => Refused(words, $"the thread {call.Major} is archived or locked: its messages stay as they are"),
            _ when CreateOutcomes.Classify(answer, call.Major) is var outcome => outcome is Outcome.Rejected rejected ? rejected with { Scope = RejectionScope.Message } : outcome,
            _ => throw new InvalidOperationException("Every answer has an outcome."),
        };
    }

    private static Outcome.Rejected Refused(string reason, string remedy) => new(RejectionScope.Message, reason, remedy);
}
