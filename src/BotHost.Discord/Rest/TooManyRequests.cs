namespace BotHost.Discord.Rest;

/// <summary>What a reply with status 429 asks for.</summary>
/// <param name="Wait">The larger of what header and body say; they are known to differ.</param>
/// <param name="Reach">How far the wait reaches.</param>
internal sealed record TooManyRequests(TimeSpan Wait, HoldReach Reach)
{
    /// <summary>How long everything pauses when a block in front of the platform names no time.</summary>
    public static readonly TimeSpan DefaultPause = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    public static TooManyRequests Read(RateReport rate, ApiError? error)
    {
        var told = Waits.Larger(rate.RetryAfter ?? TimeSpan.Zero, error?.RetryAfter ?? TimeSpan.Zero);
        if (!rate.HasLimits && (error is null || error.Code == 0 || error.RetryAfter is null))
        {
            return new TooManyRequests(told > TimeSpan.Zero ? told : DefaultPause, HoldReach.Blocked);
        }

        var wait = told > TimeSpan.Zero ? told : Waits.Larger(rate.ResetAfter ?? TimeSpan.Zero, Shortest);
        return new TooManyRequests(wait, rate.Global || error is { Global: true } ? HoldReach.Global : HoldReach.Bucket);
    }
}
