using BotHost.Announcements.Platforms;

namespace BotHost.Telegram.BotApi;

/// <summary>The table from answers to outcomes for pins, which may be repeated and of which none stands in the way of posts.</summary>
internal static class PinOutcomes
{
    private const string RightsRemedy = "give the bot the right to pin messages in that group (in a channel: to edit messages), or take pin out of the config";

    private static readonly string[] DoneAlready = ["CHAT_NOT_MODIFIED", "message is not modified", "already pinned"];

    private static readonly string[] NoSuchMessage = ["message to pin not found", "message to unpin not found", "message not found", "MESSAGE_ID_INVALID"];

    private static readonly string[] NoRight =
        ["not enough rights", "CHAT_ADMIN_REQUIRED", "need administrator rights", "RIGHT_FORBIDDEN"];

    public static Outcome OfPin(ApiResult result, string receipt) => result switch
    {
        ApiResult.Answered { IsOk: false } answered when SaysOneOf(answered, NoSuchMessage) => new Outcome.Rejected(
            RejectionScope.Message, $"{answered.Code} {answered.Description}", "the message was deleted: nothing is left to pin"),
        _ => Of(result, receipt),
    };

    public static Outcome OfUnpin(ApiResult result, string receipt) => result switch
    {
        ApiResult.Answered { IsOk: false } answered when SaysOneOf(answered, NoSuchMessage) => new Outcome.Sent(receipt),
        _ => Of(result, receipt),
    };

    private static Outcome Of(ApiResult result, string receipt) => result switch
    {
        ApiResult.Answered { IsOk: true } => new Outcome.Sent(receipt),
        ApiResult.Answered answered when SaysOneOf(answered, DoneAlready) => new Outcome.Sent(receipt),

        // The message, not the target: a bot without this right may still post.
        ApiResult.Answered answered when SaysOneOf(answered, NoRight) => new Outcome.Rejected(
            RejectionScope.Message, $"{answered.Code} {answered.Description}", RightsRemedy),
        _ => OutcomeTable.Classify(result),
    };

    private static bool SaysOneOf(ApiResult.Answered answered, string[] texts) =>
        answered.Code == 400 && texts.Any(text => answered.Description.Contains(text, StringComparison.OrdinalIgnoreCase));
}
