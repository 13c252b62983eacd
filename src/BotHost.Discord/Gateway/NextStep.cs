namespace BotHost.Discord.Gateway;

/// <summary>What to do after a connection ended.</summary>
internal abstract record NextStep
{
    private NextStep()
    {
    }

    /// <summary>Go on with the session.</summary>
    public sealed record Resume(TimeSpan AtLeast) : NextStep;

    /// <summary>Give the session up and begin another.</summary>
    public sealed record Identify(TimeSpan AtLeast) : NextStep;

    /// <summary>Nothing helps but the operator.</summary>
    public sealed record Stop(string Reason, string Remedy) : NextStep;
}
