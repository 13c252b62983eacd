using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rest;

/// <summary>The answers to a pin or an unpin.</summary>
internal static class PinOutcomes
{
    private const int UnknownMessage = 10008;

    /// <param name="answer">What came of the request.</param>
    /// <param name="call">The request.</param>
    /// <param name="receipt">The message's id.</param>
    public static Outcome Classify(RestAnswer answer, RestCall call, string receipt) => answer is RestAnswer.Replied { IsSuccess: true } replied
        // The platform confirms with an empty answer; a page of something in the way is none.
        ? replied.Body.Length == 0 || replied.Status == 204 ? new Outcome.Sent(receipt) : new Outcome.Unknown($"Discord answered {replied.Status} with a text")
        : FollowUpOutcomes.Classify(answer, call.Major, refusal => refusal.Error?.Code switch
        {
            UnknownMessage when call.Method == HttpMethod.Delete => new Outcome.Sent(receipt),
            UnknownMessage => refusal.Because("the message was deleted: nothing is left to pin"),
            30003 => refusal.Because($"channel {call.Major} has as many pinned messages as Discord allows (250): unpin one of them"),
            50083 or 160005 => refusal.Because($"the thread {call.Major} is archived or locked: its messages stay as they are"),
            _ when refusal.IsMissingRights => refusal.Because($"give the bot Pin Messages (PIN_MESSAGES), View Channel and Read Message History in channel {call.Major}"),
            _ => null,
        });
}
