using NodaTime;

namespace BotHost.Discord.Rest;

/// <summary>What came of a request: "the server said" and "we never heard back" are kept apart.</summary>
internal abstract record RestAnswer
{
    private RestAnswer()
    {
    }

    public sealed record Replied(int Status, RateReport Rate, string Body) : RestAnswer
    {
        public bool IsSuccess => Status is >= 200 and < 300;

        /// <summary>What time the reply says it is; null where it does not say.</summary>
        public Instant? Date { get; init; }

        /// <summary>
        /// Whether the platform itself refused: a proxy or a portal on the way has neither its rate headers nor its words,
        /// and knows nothing of tokens, channels and rights.
        /// </summary>
        public bool IsPlatforms => Rate.HasLimits || ApiError.Parse(Body) is { IsPlatforms: true };
    }

    /// <summary>No connection stood, so not a byte of the request left.</summary>
    public sealed record NotSent(string Reason) : RestAnswer;

    /// <summary>The request left, at least in part, and no answer came.</summary>
    public sealed record Unheard(string Reason) : RestAnswer;
}
