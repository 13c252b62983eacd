using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rest;

/// <summary>The one table that turns the answer to a create into an outcome.</summary>
internal static class CreateOutcomes
{
    /// <summary>Used where the platform names no time. It publishes ten messages of a channel in an hour, and takes two names of a thread in ten minutes; of its other limits there are no figures.</summary>
    public static readonly TimeSpan UnnamedWait = TimeSpan.FromMinutes(10);

    private const string TokenRemedy = "reset the bot's token in the developer portal and set it as Discord__Token";

    /// <param name="answer">What came of the request.</param>
    /// <param name="target">The channel's id, for the words of a refusal.</param>
    /// <param name="pictures">The pictures that went along, for the same words.</param>
    public static Outcome Classify(RestAnswer answer, string target, ImmutableArray<PictureBytes> pictures = default) => answer switch
    {
        RestAnswer.NotSent failed => new Outcome.NotSent(failed.Reason),
        RestAnswer.Unheard failed => new Outcome.Unknown(failed.Reason),
        RestAnswer.Replied replied => Classify(replied, target, pictures.IsDefault ? [] : pictures),
        _ => throw new InvalidOperationException($"Unknown answer {answer.GetType().Name}."),
    };

    private static Outcome Classify(RestAnswer.Replied replied, string target, ImmutableArray<PictureBytes> pictures)
    {
        if (replied.IsSuccess)
        {
            // A portal in the way can answer 200 with a page of its own.
            return MessageId(replied.Body) is { } id ? new Outcome.Sent(id) : new Outcome.Unknown($"Discord answered {replied.Status} without a message");
        }

        var error = ApiError.Parse(replied.Body);
        var words = ReplyWords.Of(replied);
        return (replied.Status, error?.Code) switch
        {
            (429, _) => Deferred(replied, error, words),
            (>= 500, _) or (< 400, _) or (408, _) => new Outcome.Unknown(words),
            // Whoever said so, without the pictures it is short enough.
            (413, _) when !pictures.IsEmpty => new Outcome.Rejected(RejectionScope.Picture, words, PictureRemedy(pictures)),
            _ when !replied.IsPlatforms => new Outcome.NotSent(words),
            (_, 40333) => new Outcome.NotSent($"the shield in front of Discord stopped the request: {words}"),
            (_, 20016 or 20028 or 20029 or 40062) when ToldWait(replied, error) is var wait && wait > TimeSpan.Zero => new Outcome.Deferred(wait, words),
            (401, _) or (_, 50014 or 40001) => new Outcome.Rejected(RejectionScope.Bot, words, TokenRemedy),
            (413, _) or (_, 40005 or 50045 or 50046) => pictures.IsEmpty
                ? new Outcome.Rejected(RejectionScope.Message, words, "shorten the text of this post")
                : new Outcome.Rejected(RejectionScope.Picture, words, PictureRemedy(pictures)),
            (_, 50001) => Target(words, $"let the bot see channel {target}: it lacks View Channel there"),
            // The platform does not say which permission: without a file it may be taken, and if it is not, the target is at fault.
            (_, 50013) when !pictures.IsEmpty => new Outcome.Rejected(RejectionScope.Picture, words, $"give the bot Attach Files, beside View Channel, Send Messages and Embed Links, in channel {target}"),
            (_, 50013) => Target(words, $"give the bot View Channel, Send Messages and Embed Links (in threads also Send Messages in Threads) in channel {target}"),
            (_, 10003) => Target(words, $"channel {target} does not exist or the bot is not in its server: correct the address, or invite the bot"),
            (_, 10004) => Target(words, $"the server of channel {target} is gone or the bot is not in it: invite the bot again"),
            (_, 50008 or 50024) => Target(words, $"channel {target} takes no text messages: give the id of a text or announcement channel, or of a thread"),
            (_, 50007 or 50278) => Target(words, "this person takes no messages from the bot: they must allow direct messages from members of a shared server"),
            (_, 40058 or 40066 or 40067) => Target(words, $"channel {target} is a forum, which takes only threads: give the id of one of its threads"),
            (_, 50083 or 160005) => Target(words, $"the thread {target} is archived or locked: open it again"),
            (_, 10008) => new Outcome.Rejected(RejectionScope.Message, words, "an earlier message with the same key was deleted: send it again as a new one"),
            (_, 200000 or 200001 or 240000) => new Outcome.Rejected(RejectionScope.Message, words, "the server's filter objects to the text: change the text or the filter"),
            (403, _) => Target(words, $"let the bot see and write in channel {target}: View Channel, Send Messages, Embed Links"),
            _ => new Outcome.Rejected(RejectionScope.Message, words, "correct the text or the options of this post"),
        };
    }

    /// <summary>The larger of what header and body say; zero where neither says anything.</summary>
    public static TimeSpan ToldWait(RestAnswer.Replied replied, ApiError? error) =>
        Waits.Larger(replied.Rate.RetryAfter ?? TimeSpan.Zero, error?.RetryAfter ?? TimeSpan.Zero);

    /// <summary>The same, and where neither says anything <see cref="UnnamedWait"/>.</summary>
    public static TimeSpan ToldWaitOrUnnamed(RestAnswer.Replied replied, ApiError? error) =>
        ToldWait(replied, error) is var told && told > TimeSpan.Zero ? told : UnnamedWait;

    private static string PictureRemedy(ImmutableArray<PictureBytes> pictures) =>
        $"give the talk or its people smaller pictures, as .png or .jpg of at most 8 MiB: sent were {string.Join(" and ", pictures.Select(picture => string.Create(CultureInfo.InvariantCulture, $"{picture.Name} ({picture.Bytes.Length:N0} bytes)")))}";

    private static Outcome.Rejected Target(string reason, string remedy) => new(RejectionScope.Target, reason, remedy);

    private static Outcome.Deferred Deferred(RestAnswer.Replied replied, ApiError? error, string words)
    {
        var told = TooManyRequests.Read(replied.Rate, error);
        return new Outcome.Deferred(told.Wait, told.Reach == HoldReach.Blocked ? $"{words}; this address is blocked for a while" : words);
    }

    private static string? MessageId(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String
                ? id.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
