namespace BotHost.Announcements.Platforms;

/// <summary>What became of one attempt, classified once at the platform's edge.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>The platform took it.</summary>
    /// <param name="Receipt">The platform's message id.</param>
    public sealed record Sent(string Receipt) : Outcome;

    /// <summary>It surely did not reach the platform (name, connect, TLS); the claim is given back.</summary>
    public sealed record NotSent(string Reason) : Outcome;

    /// <summary>The platform said no.</summary>
    public sealed record Rejected(RejectionScope Scope, string Reason, string Remedy) : Outcome;

    /// <summary>The platform said not now; come back after this stretch of machine time.</summary>
    public sealed record Deferred(TimeSpan After, string Reason) : Outcome;

    /// <summary>We never heard back: it may or may not have been taken.</summary>
    public sealed record Unknown(string Reason) : Outcome;
}
