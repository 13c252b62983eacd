namespace BotHost.Discord.Gateway;

/// <summary>The one table that turns the end of a connection into the next step.</summary>
internal static class AfterEnd
{
    /// <summary>The wait after the gateway found us too fast.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ShortestAfterInvalid = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan SpreadAfterInvalid = TimeSpan.FromSeconds(4);

    public static NextStep Decide(ConnectionEnd end, Jitter jitter) => end switch
    {
        ConnectionEnd.Closed(var code) => DecideClosed(code),
        ConnectionEnd.InvalidSession { CanResume: true } => new NextStep.Resume(TimeSpan.Zero),
        ConnectionEnd.InvalidSession => new NextStep.Identify(ShortestAfterInvalid + (SpreadAfterInvalid * jitter())),
        _ => new NextStep.Resume(TimeSpan.Zero),
    };

    private static NextStep DecideClosed(int? code) => code switch
    {
        1000 or 1001 or 4003 or 4005 or 4007 or 4009 => new NextStep.Identify(TimeSpan.Zero),
        4004 => new NextStep.Stop("the gateway does not accept the token (4004)", "reset the bot's token in the developer portal and set it as Discord__Token"),
        4008 => new NextStep.Resume(Calm),
        4010 => new NextStep.Stop("the gateway does not accept the shard (4010)", "report this as a fault of the bot"),
        4011 => new NextStep.Stop("the bot is in too many servers for one connection (4011)", "remove it from servers that do not need it"),
        4012 => new NextStep.Stop("the gateway no longer speaks this version of the protocol (4012)", "install a newer version of the bot"),
        4013 => new NextStep.Stop("the gateway does not know the intents (4013)", "install a newer version of the bot"),
        4014 => new NextStep.Stop("the gateway does not allow the intents (4014)", "in the developer portal, under Bot, check the switches of Privileged Gateway Intents"),
        _ => new NextStep.Resume(TimeSpan.Zero),
    };
}
