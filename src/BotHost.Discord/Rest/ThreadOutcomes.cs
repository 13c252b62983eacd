using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rest;

/// <summary>The answers to the opening or the renaming of a thread. None of them says anything of posting in the channel, so a refusal reaches no further than the message.</summary>
internal static class ThreadOutcomes
{
    /// <summary>Used where the platform names no time: it takes two names of a thread in ten minutes.</summary>
    public static readonly TimeSpan UnnamedWait = TimeSpan.FromMinutes(10);

    private const int ExistsAlready = 160004;

    /// <param name="answer">What came of the request.</param>
    /// <param name="channel">The id of the channel in which the message stands.</param>
    /// <param name="thread">The thread's id, which is that of its message.</param>
    /// <param name="isNew">Whether it was to be opened; else it was to be renamed.</param>
    public static Outcome Classify(RestAnswer answer, string channel, string thread, bool isNew)
    {
        if (answer is not RestAnswer.Replied replied || (!replied.IsSuccess && !replied.IsPlatforms))
        {
            return CreateOutcomes.Classify(answer, channel);
        }

        if (replied.IsSuccess)
        {
            return CreateOutcomes.Classify(answer, channel) is Outcome.Sent ? new Outcome.Sent(thread) : new Outcome.Unknown($"Discord answered {replied.Status} without a thread");
        }

        var error = ApiError.Parse(replied.Body);
        var words = ReplyWords.Of(replied);
        return (replied.Status, error?.Code) switch
        {
            (429 or 401 or >= 500, _) or (_, 50014 or 40001) => CreateOutcomes.Classify(answer, channel),
            (_, ExistsAlready) when isNew => new Outcome.Sent(thread),
            (_, 20016 or 20028 or 20029 or 40062) => new Outcome.Deferred(WaitOf(replied, error), words),
            (_, 10008) => Refused(words, "the message was deleted: nothing is left to talk about in a thread"),
            (_, 10003) when !isNew => Refused(words, "somebody deleted the thread: nothing is left to rename"),
            (_, 50083) => Refused(words, $"the thread {thread} is archived: write something in it to open it, or leave it its old name"),
            (_, 160005) => Refused(words, $"the thread {thread} is locked: unlock it, or leave it its old name"),
            (_, 160006 or 160007) => Refused(words, "the server has as many open threads as Discord allows: close or delete some of them"),
            (_, 50008 or 50024 or 50068 or 40058) => Refused(words, $"channel {channel} opens no threads under messages: use a text or announcement channel, or take 'discussion_thread' out of the config"),
            (_, 50001 or 50013) or (403, null or 0) when isNew => Refused(words, $"give the bot Create Public Threads and View Channel in channel {channel}"),
            (_, 50001 or 50013) or (403, null or 0) => Refused(words, $"give the bot View Channel and Send Messages in Threads in channel {channel}, or rename the thread {thread} yourself"),
            _ when CreateOutcomes.Classify(answer, channel) is var outcome =>
                outcome is Outcome.Rejected { Scope: not RejectionScope.Bot } rejected ? rejected with { Scope = RejectionScope.Message } : outcome,
            _ => throw new InvalidOperationException("Every answer has an outcome."),
        };
    }

    private static TimeSpan WaitOf(RestAnswer.Replied replied, ApiError? error) =>
        CreateOutcomes.ToldWait(replied, error) is var told && told > TimeSpan.Zero ? told : UnnamedWait;

    private static Outcome.Rejected Refused(string reason, string remedy) => new(RejectionScope.Message, reason, remedy);
}
