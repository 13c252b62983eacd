namespace BotHost.Discord.Rest;

/// <summary>Arithmetic of waits that somebody else told us.</summary>
internal static class Waits
{
    /// <summary>No told wait is believed beyond this; a wrong one must not silence a bot for ever.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    public static TimeSpan FromSeconds(double seconds) => seconds switch
    {
        > 0 when seconds < Longest.TotalSeconds => TimeSpan.FromSeconds(seconds),
        > 0 => Longest,
        _ => TimeSpan.Zero,
    };

    public static TimeSpan Larger(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
