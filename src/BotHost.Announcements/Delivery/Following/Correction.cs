using BotHost.Announcements.Campaigns;

namespace BotHost.Announcements.Delivery.Following;

/// <summary>What becomes of a sent post now that the catalogue says what it says.</summary>
public abstract record Correction
{
    private Correction()
    {
    }

    /// <summary>It stays as it is.</summary>
    public sealed record Leave(string Reason) : Correction;

    /// <summary>It stays as it is, and what the catalogue says now counts as told.</summary>
    public sealed record Adopt : Correction;

    /// <summary>It is edited in place.</summary>
    /// <param name="Step">The step whose words are still true of the talk.</param>
    public sealed record Edit(Step Step) : Correction;
}
