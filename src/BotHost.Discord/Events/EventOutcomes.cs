using BotHost.Announcements.Platforms;
using BotHost.Discord.Rest;

namespace BotHost.Discord.Events;

/// <summary>The answers to requests about a server's events. None of them says anything of posting, so a refusal reaches no further than the message.</summary>
internal static class EventOutcomes
{
    /// <summary>Used where the platform names no time: its limits of events have no published figures.</summary>
    public static readonly TimeSpan UnnamedWait = TimeSpan.FromMinutes(10);

    private const int Unknown = 10070;

    private const int Finished = 180000;

    /// <summary>What became of an event that was to be made or changed.</summary>
    /// <param name="answer">What came of the request.</param>
    /// <param name="guild">The server's id, for the words of a refusal.</param>
    /// <param name="made">The event's id; null where it is to be made.</param>
    public static Outcome OfChange(RestAnswer answer, string guild, string? made) => answer is RestAnswer.Replied { IsSuccess: true } replied
        ? CreateOutcomes.Classify(answer, guild) is not Outcome.Sent sent ? new Outcome.Unknown($"Discord answered {replied.Status} without an event")
            : made is null ? sent : new Outcome.Sent(made)
        : OfRefusal(answer, guild);

    /// <summary>What became of an event that was to be taken away; where there is none any more, it is.</summary>
    public static Outcome OfRemoval(RestAnswer answer, string guild) => answer switch
    {
        RestAnswer.Replied { IsSuccess: true } => OfChange(answer, guild, ""),
        RestAnswer.Replied { IsPlatforms: true } replied when ApiError.Parse(replied.Body)?.Code is Unknown or Finished => new Outcome.Sent(""),
        _ => OfRefusal(answer, guild),
    };

    /// <summary>Why a question is not answered. A question changes nothing, so whatever it was asked for has surely not happened.</summary>
    public static Outcome OfQuestion(RestAnswer answer, string place) => answer is RestAnswer.Replied { IsSuccess: true } replied
        ? new Outcome.NotSent($"Discord answered {replied.Status} with something else than was asked for")
        : OfRefusal(answer, place) switch
        {
            Outcome.Unknown unknown => new Outcome.NotSent(unknown.Reason),
            var outcome => outcome,
        };

    private static Outcome OfRefusal(RestAnswer answer, string place)
    {
        if (answer is not RestAnswer.Replied { IsPlatforms: true } replied)
        {
            return CreateOutcomes.Classify(answer, place);
        }

        var error = ApiError.Parse(replied.Body);
        var words = ReplyWords.Of(replied);
        return (replied.Status, error?.Code) switch
        {
            (429 or 401 or >= 500, _) or (_, 50014 or 40001) => CreateOutcomes.Classify(answer, place),
            (_, 20016 or 20028 or 20029 or 40062) => new Outcome.Deferred(WaitOf(replied, error), words),
            (_, Unknown) => Refused(words, "somebody deleted the event: nothing is left to correct; make it by hand where it is still wanted"),
            (_, Finished) => Refused(words, "the event is over or was cancelled on Discord, which lets nobody change it any more: make a new one by hand where it is still wanted"),
            (_, 30038) => Refused(words, $"server {place} has as many events to come as Discord allows (100): delete some of them"),
            (_, 10003) => Refused(words, $"channel {place} does not exist or the bot is not in its server: correct the address, or invite the bot"),
            (_, 10004) => Refused(words, $"server {place} is gone or the bot is not in it: invite the bot again"),
            (_, 50035) when error!.Details.Any(detail => detail.Contains("SCHEDULE_PAST", StringComparison.Ordinal)) =>
                Refused(words, "the start has passed, and Discord takes only events that are still to come"),
            (_, 50001 or 50013) or (403, null or 0) => Refused(words, $"give the bot Create Events (and View Channel in the channel of its posts) in server {place}"),
            _ when CreateOutcomes.Classify(answer, place) is var outcome =>
                outcome is Outcome.Rejected { Scope: not RejectionScope.Bot } rejected ? rejected with { Scope = RejectionScope.Message } : outcome,
            _ => throw new InvalidOperationException("Every answer has an outcome."),
        };
    }

    private static TimeSpan WaitOf(RestAnswer.Replied replied, ApiError? error) =>
        CreateOutcomes.ToldWait(replied, error) is var told && told > TimeSpan.Zero ? told : UnnamedWait;

    private static Outcome.Rejected Refused(string reason, string remedy) => new(RejectionScope.Message, reason, remedy);
}
