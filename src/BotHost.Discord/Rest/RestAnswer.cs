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
    }

    /// <summary>No connection stood, so not a byte of the request left.</summary>
    public sealed record NotSent(string Reason) : RestAnswer;

    /// <summary>The request left, at least in part, and no answer came.</summary>
    public sealed record Unheard(string Reason) : RestAnswer;
}
