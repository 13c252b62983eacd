using System.Globalization;
using System.Text.Json;
using BotHost.Announcements.Platforms;

namespace BotHost.Telegram.BotApi;

/// <summary>The one table from the Bot API's answers to outcomes. Codes count first; texts, which may change, only within a code.</summary>
internal static class OutcomeTable
{
    /// <summary>Used where a 429 names no time.</summary>
    public static readonly TimeSpan UnnamedWait = TimeSpan.FromSeconds(30);

    private const int RequestTimeout = 408;

    private const string TokenRemedy = "ask @BotFather for the bot's token and set it as Telegram__Token or in Telegram__TokenFile";

    private const string AddressRemedy = "check Telegram__Token and Telegram__ApiBaseUrl";

    private const string JoinRemedy = "add the bot to the chat again, with the right to post, or take the channel out of the config";

    private const string RightsRemedy = "give the bot the right to post in that chat";

    private const string PicturesRemedy = "allow the bot to post pictures in that chat, or give the channel the layout text";

    /// <summary>Refusals with code 400 of chats that take texts from the bot and no pictures.</summary>
    private static readonly string[] NoPicturesHere = ["not enough rights to send photos", "chat_send_photos_forbidden", "chat_send_media_forbidden"];

    /// <summary>Refusals with code 400 that mean the target, not the message.</summary>
    private static readonly (string Text, string Remedy)[] TargetRefusals =
    [
        ("upgraded to a supergroup", "the chat has a new id: write it into the channel's address"),
        ("chat not found", "check the channel's address, and that the bot is a member of the chat"),
        ("chat_id is empty", "give the channel an address"),
        ("message thread not found", "the topic is gone: correct or remove the channel's thread"),
        ("topic_closed", "open the topic again, or correct the channel's thread"),
        ("not enough rights", RightsRemedy),
        ("have no write access to the chat", RightsRemedy),
        ("need administrator rights in the channel chat", "make the bot an administrator of the channel who may post"),
        ("chat_write_forbidden", RightsRemedy),
    ];

    public static Outcome Classify(ApiResult result) => result switch
    {
        ApiResult.Unreached unreached => new Outcome.NotSent(unreached.Reason),
        ApiResult.Lost lost => new Outcome.Unknown(lost.Reason),
        ApiResult.Garbled { Status: 429 } garbled => Defer(garbled.RetryAfter, "429"),

        // Who refused it was on the way to the platform, so it never arrived; a time-out on the way says nothing about that.
        ApiResult.Garbled { Status: >= 400 and < 500 and not RequestTimeout } garbled => new Outcome.NotSent(
            $"a proxy between the bot and Telegram answered {garbled.Status}: check it, and Telegram__ApiBaseUrl"),
        ApiResult.Garbled garbled => new Outcome.Unknown($"{garbled.Status} with an answer that is not the Bot API's"),
        ApiResult.Answered { IsOk: true } answered => Taken(answered),
        ApiResult.Answered { Envelope.Ok: true } answered => new Outcome.Unknown($"{answered.Status} with an answer that says yes"),
        ApiResult.Answered answered => Refused(answered),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    /// <summary>For an edit, which may be repeated and whose receipt is known.</summary>
    public static Outcome ClassifyEdit(ApiResult result, string receipt) => result switch
    {
        ApiResult.Answered { IsOk: true } => new Outcome.Sent(receipt),
        // The message says so already, for example because an edit whose answer was lost had arrived.
        ApiResult.Answered { Code: 400 } answered when Says(answered, "message is not modified") => new Outcome.Sent(receipt),
        ApiResult.Answered { Code: 400 } answered when Says(answered, "message to edit not found") => Unchangeable(
            answered, "the message was deleted: nothing is left to correct"),
        ApiResult.Answered { Code: 400 } answered when Says(answered, "message can't be edited") => Unchangeable(
            answered, "the message stays as it is: post a correction by hand where it matters"),
        _ => Classify(result),
    };

    /// <summary>How long to stay away after a 429: what it says and a second more, because coming early prolongs it.</summary>
    public static TimeSpan WaitOf(ApiResult.Answered answered) => Stretch(
        answered.Envelope.Parameters?.RetryAfter is { } seconds and >= 0 ? TimeSpan.FromSeconds(seconds) : answered.RetryAfter);

    /// <summary>Whether it is a refusal of the request with these words.</summary>
    public static bool Says(ApiResult result, string words) =>
        result is ApiResult.Answered { Code: 400 } answered && answered.Description.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static Outcome.Rejected Unchangeable(ApiResult.Answered answered, string remedy) =>
        new(RejectionScope.Message, $"{answered.Code} {answered.Description}", remedy);

    private static Outcome Taken(ApiResult.Answered answered)
    {
        if (answered.Envelope.Result is { ValueKind: JsonValueKind.Object } message
            && message.TryGetProperty("message_id", out var id)
            && id.ValueKind == JsonValueKind.Number
            && id.TryGetInt64(out var number))
        {
            return new Outcome.Sent(number.ToString(CultureInfo.InvariantCulture));
        }

        return new Outcome.Unknown("the platform said yes without naming the message");
    }

    private static Outcome Refused(ApiResult.Answered answered)
    {
        var reason = $"{answered.Code} {answered.Description}";
        return answered.Code switch
        {
            RequestTimeout or >= 500 => new Outcome.Unknown(reason),
            429 => Defer(WaitOf(answered) - TimeSpan.FromSeconds(1), reason),
            401 => new Outcome.Rejected(RejectionScope.Bot, reason, TokenRemedy),
            404 or 421 => new Outcome.Rejected(RejectionScope.Bot, reason, AddressRemedy),
            403 => new Outcome.Rejected(RejectionScope.Target, reason, Forbidden(answered.Description)),
            400 => BadRequest(answered, reason),
            >= 400 => new Outcome.Rejected(RejectionScope.Message, reason, "see the reason"),
            _ => new Outcome.Unknown(reason),
        };
    }

    private static Outcome.Rejected BadRequest(ApiResult.Answered answered, string reason)
    {
        if (answered.Envelope.Parameters?.MigrateToChatId is { } newId)
        {
            return new Outcome.Rejected(
                RejectionScope.Target,
                string.Create(CultureInfo.InvariantCulture, $"{reason}; its new id is {newId}"),
                string.Create(CultureInfo.InvariantCulture, $"write {newId} as the channel's address"));
        }

        if (NoPicturesHere.Any(text => answered.Description.Contains(text, StringComparison.OrdinalIgnoreCase)))
        {
            return new Outcome.Rejected(RejectionScope.Picture, reason, PicturesRemedy);
        }

        foreach (var (text, remedy) in TargetRefusals)
        {
            if (answered.Description.Contains(text, StringComparison.OrdinalIgnoreCase))
            {
                return new Outcome.Rejected(RejectionScope.Target, reason, remedy);
            }
        }

        return new Outcome.Rejected(RejectionScope.Message, reason, "the platform does not take this message as it is: change its text or links");
    }

    private static string Forbidden(string description)
    {
        if (description.Contains("blocked by the user", StringComparison.OrdinalIgnoreCase)
            || description.Contains("initiate conversation", StringComparison.OrdinalIgnoreCase))
        {
            return "that person must open a private chat with the bot and press Start";
        }

        return description.Contains("deactivated", StringComparison.OrdinalIgnoreCase) || description.Contains("was deleted", StringComparison.OrdinalIgnoreCase)
            ? "that chat exists no longer: take the channel out of the config"
            : JoinRemedy;
    }

    private static Outcome.Deferred Defer(TimeSpan? wait, string reason) => new(Stretch(wait), reason);

    private static TimeSpan Stretch(TimeSpan? wait) => (wait ?? UnnamedWait) + TimeSpan.FromSeconds(1);
}
