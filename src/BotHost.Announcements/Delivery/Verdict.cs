using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>What becomes of a planned post that has no row in the ledger.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    public sealed record Send : Verdict;

    /// <summary>Not yet: look again at the instant.</summary>
    public sealed record Wait(Instant Until, string Reason) : Verdict;

    /// <summary>It does not go out; computed anew each time, so nothing is stored.</summary>
    public sealed record Skip(string Reason) : Verdict;

    /// <summary>It was wanted in time and its time has run out; that is stored, so that nothing is lost without a line.</summary>
    public sealed record Expire(string Reason) : Verdict;

    /// <summary>A person decides; that is stored.</summary>
    public sealed record Hold(string Reason) : Verdict;
}
