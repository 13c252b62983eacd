using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rest;

/// <summary>
/// The frame for the answers to whatever follows a post: pins, publishings, threads, events. None of them says anything of posting in the channel,
/// so a refusal reaches no further than the one thing, except for one of the bot itself. Each of them has a table for the rest.
/// </summary>
internal static class FollowUpOutcomes
{
    /// <param name="answer">What came of the request.</param>
    /// <param name="place">The id of the channel or the server, for the words of a refusal.</param>
    /// <param name="table">What the platform's own refusals mean; null for one that means the same as for a post.</param>
    public static Outcome Classify(RestAnswer answer, string place, Func<Refusal, Outcome?> table)
    {
        if (answer is not RestAnswer.Replied { IsSuccess: false, IsPlatforms: true } replied)
        {
            return CreateOutcomes.Classify(answer, place);
        }

        var refusal = new Refusal(replied.Status, ApiError.Parse(replied.Body), ReplyWords.Of(replied));
        return (refusal.Status, refusal.Error?.Code) switch
        {
            (429 or >= 500, _) => CreateOutcomes.Classify(answer, place),
            (_, 20016 or 20028 or 20029 or 40062) => new Outcome.Deferred(CreateOutcomes.ToldWaitOrUnnamed(replied, refusal.Error), refusal.Words),
            _ => table(refusal) ?? OfThisAlone(CreateOutcomes.Classify(answer, place)),
        };
    }

    private static Outcome OfThisAlone(Outcome outcome) =>
        outcome is Outcome.Rejected { Scope: not RejectionScope.Bot } rejected ? rejected with { Scope = RejectionScope.Message } : outcome;
}
