namespace BotHost.Discord.Rest;

/// <summary>The smallest request that is answered with a time, whether or not the platform takes the bot.</summary>
internal static class AskTime
{
    public static RestCall Call { get; } = new(HttpMethod.Get, "/gateway", "/gateway", "", Body: null)
    {
        IsAnonymous = true,
        Timeout = TimeSpan.FromSeconds(10),
    };
}
