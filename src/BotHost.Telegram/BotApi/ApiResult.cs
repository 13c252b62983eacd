using NodaTime;

namespace BotHost.Telegram.BotApi;

/// <summary>What one call came to. "The server said no" and "we never heard back" are different cases.</summary>
internal abstract record ApiResult
{
    private ApiResult()
    {
    }

    /// <summary>The reply's <c>Date</c>; null where none came. Also the head of a reply whose rest never came has one.</summary>
    public Instant? Date { get; init; }

    /// <summary>The Bot API answered, well or badly.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Envelope">The answer.</param>
    /// <param name="RetryAfter">The header of that name.</param>
    public sealed record Answered(int Status, ApiEnvelope Envelope, TimeSpan? RetryAfter = null) : ApiResult
    {
        public bool IsOk => Envelope.Ok == true && Status is >= 200 and < 300;

        /// <summary>The worse of the two codes counts where they differ.</summary>
        public int Code => Math.Max(Status, Envelope.ErrorCode ?? 0);

        public string Description => Envelope.Description ?? "no description";
    }

    /// <summary>Something answered, but not in the Bot API's words: a proxy, a front end, a wrong address.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="RetryAfter">The header of that name.</param>
    public sealed record Garbled(int Status, TimeSpan? RetryAfter = null) : ApiResult;

    /// <summary>Nothing of the request left.</summary>
    public sealed record Unreached(string Reason) : ApiResult;

    /// <summary>The request, or a part of it, left, and no whole answer came.</summary>
    public sealed record Lost(string Reason) : ApiResult;
}
