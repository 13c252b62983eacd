using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rest;

/// <summary>The answers to a publishing.</summary>
internal static class PublishOutcomes
{
    private const int AlreadyPublished = 40033;

    /// <param name="answer">What came of the request.</param>
    /// <param name="target">The channel's id.</param>
    /// <param name="receipt">The message's id.</param>
    public static Outcome Classify(RestAnswer answer, string target, string receipt) => FollowUpOutcomes.Classify(answer, target, refusal => refusal.Error?.Code switch
    {
        AlreadyPublished => new Outcome.Sent(receipt),
        10008 => refusal.Because("the message was deleted: nothing is left to publish"),
        50008 or 50024 or 50068 => refusal.Because($"channel {target} is no announcement channel: make it one in its settings on Discord, or take 'publish' out of the config"),
        _ when refusal.IsMissingRights => refusal.Because($"give the bot View Channel and Send Messages in channel {target}; publishing needs both"),
        _ => null,
    });
}
