using BotHost.Announcements.Platforms;
using BotHost.Discord.Rest;

namespace BotHost.Discord.Events;

/// <summary>The answers to requests about a server's events.</summary>
internal static class EventOutcomes
{
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

    private static Outcome OfRefusal(RestAnswer answer, string place) => FollowUpOutcomes.Classify(answer, place, refusal => refusal.Error?.Code switch
    {
        Unknown => refusal.Because("somebody deleted the event: nothing is left to correct; make it by hand where it is still wanted"),
        Finished => refusal.Because("the event is over or was cancelled on Discord, which lets nobody change it any more: make a new one by hand where it is still wanted"),
        30038 => refusal.Because($"server {place} has as many events to come as Discord allows (100): delete some of them"),
        10003 => refusal.Because($"channel {place} does not exist or the bot is not in its server: correct the address, or invite the bot"),
        10004 => refusal.Because($"server {place} is gone or the bot is not in it: invite the bot again"),
        50035 when refusal.Error!.Details.Any(detail => detail.Contains("SCHEDULE_PAST", StringComparison.Ordinal)) =>
            refusal.Because("the start has passed, and Discord takes only events that are still to come"),
        _ when refusal.IsMissingRights => refusal.Because($"give the bot Create Events (and View Channel in the channel of its posts) in server {place}"),
        _ => null,
    });
}
