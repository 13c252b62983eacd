namespace BotHost.Discord.Gateway;

/// <summary>Waits between attempts that fail in a row: 1, 2, 4 up to 60 s, each up to half longer by chance.</summary>
internal static class Backoff
{
    private const int MostDoublings = 6;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static TimeSpan After(int failures, Jitter jitter)
    {
        if (failures <= 0)
        {
            return TimeSpan.Zero;
        }

        var wait = TimeSpan.FromSeconds(1 << Math.Min(failures - 1, MostDoublings));
        return (wait < Longest ? wait : Longest) * (1 + (jitter() / 2));
    }
}
