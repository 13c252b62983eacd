using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rest;

/// <summary>The answers to the opening or the renaming of a thread.</summary>
internal static class ThreadOutcomes
{
    private const int ExistsAlready = 160004;

    /// <param name="answer">What came of the request.</param>
    /// <param name="channel">The id of the channel in which the message stands.</param>
    /// <param name="thread">The thread's id, which is that of its message.</param>
    /// <param name="isNew">Whether it was to be opened; else it was to be renamed.</param>
    public static Outcome Classify(RestAnswer answer, string channel, string thread, bool isNew) => answer is RestAnswer.Replied { IsSuccess: true } replied
        ? CreateOutcomes.Classify(answer, channel) is Outcome.Sent ? new Outcome.Sent(thread) : new Outcome.Unknown($"Discord answered {replied.Status} without a thread")
        : FollowUpOutcomes.Classify(answer, channel, refusal => refusal.Error?.Code switch
        {
            ExistsAlready when isNew => new Outcome.Sent(thread),
            10008 => refusal.Because("the message was deleted: nothing is left to talk about in a thread"),
            10003 when !isNew => refusal.Because("somebody deleted the thread: nothing is left to rename"),
            50083 => refusal.Because($"the thread {thread} is archived: write something in it to open it, or leave it its old name"),
            160005 => refusal.Because($"the thread {thread} is locked: unlock it, or leave it its old name"),
            160006 or 160007 => refusal.Because("the server has as many open threads as Discord allows: close or delete some of them"),
            50008 or 50024 or 50068 or 40058 => refusal.Because($"channel {channel} opens no threads under messages: use a text or announcement channel, or take 'discussion_thread' out of the config"),
            _ when refusal.IsMissingRights => refusal.Because(isNew
                ? $"give the bot Create Public Threads and View Channel in channel {channel}"
                : $"give the bot View Channel and Send Messages in Threads in channel {channel}, or rename the thread {thread} yourself"),
            _ => null,
        });
}
