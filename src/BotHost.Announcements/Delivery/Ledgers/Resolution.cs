namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>What ends the doubt about an attempt whose outcome is unknown.</summary>
public abstract record Resolution
{
    private Resolution()
    {
    }

    /// <summary>The platform shows it: it was taken.</summary>
    /// <param name="Receipt">The platform's id of what stands there.</param>
    public sealed record Found(string Receipt) : Resolution;

    /// <summary>The platform shows that it is not there, and can no longer take it: the claim is given back, and the repeat key stays.</summary>
    /// <param name="Reason">How that is known, for people.</param>
    public sealed record Absent(string Reason) : Resolution;

    /// <summary>A person looked and says that it is there; nobody knows its receipt.</summary>
    /// <param name="By"><c>platform:user</c>.</param>
    public sealed record Confirmed(string By) : Resolution;

    /// <summary>A person orders another attempt whatever became of the first: the generation is raised, and with it the repeat key.</summary>
    /// <param name="By"><c>platform:user</c>.</param>
    public sealed record Again(string By) : Resolution;
}
