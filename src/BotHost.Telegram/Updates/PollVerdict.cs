using System.Collections.Immutable;
using System.Text.Json;
using BotHost.Announcements.Platforms;
using BotHost.Telegram.BotApi;

namespace BotHost.Telegram.Updates;

/// <summary>What the answer to a read means for the loop.</summary>
internal abstract record PollVerdict
{
    private PollVerdict()
    {
    }

    public sealed record Fine(JsonElement Result) : PollVerdict;

    /// <summary>Somebody else fetches this bot's updates.</summary>
    public sealed record Conflict(bool ByWebhook, string Reason) : PollVerdict;

    public sealed record Flood(TimeSpan Wait, string Reason) : PollVerdict;

    public sealed record Refused(string Reason, string Remedy) : PollVerdict;

    public sealed record Trouble(string Reason) : PollVerdict;

    public static PollVerdict Of(ApiResult result) => result switch
    {
        ApiResult.Answered { IsOk: true, Envelope.Result: { } payload } => new Fine(payload),
        ApiResult.Answered { Code: 409 } answered => new Conflict(
            answered.Description.Contains("webhook", StringComparison.OrdinalIgnoreCase), $"{answered.Code} {answered.Description}"),
        ApiResult.Answered { Code: 429 } answered => new Flood(OutcomeTable.WaitOf(answered), $"{answered.Code} {answered.Description}"),
        _ => OutcomeTable.Classify(result) switch
        {
            Outcome.Rejected { Scope: RejectionScope.Bot } rejected => new Refused(rejected.Reason, rejected.Remedy),
            Outcome.Rejected rejected => new Trouble(rejected.Reason),
            Outcome.NotSent notSent => new Trouble(notSent.Reason),
            Outcome.Unknown unknown => new Trouble(unknown.Reason),
            Outcome.Deferred deferred => new Flood(deferred.After, deferred.Reason),
            _ => new Trouble("an answer without a result"),
        },
    };

    /// <summary>The updates of an answer, each still on its own, so that one bad update does not spoil the others.</summary>
    public static ImmutableArray<JsonElement> Items(JsonElement result) =>
        result.ValueKind == JsonValueKind.Array ? [.. result.EnumerateArray()] : [];
}
