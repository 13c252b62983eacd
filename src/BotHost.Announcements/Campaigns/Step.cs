using NodaTime;

namespace BotHost.Announcements.Campaigns;

/// <summary>One post of a campaign: when it is due, what it says, how late it may go out.</summary>
/// <param name="Id">Part of the ledger's key: a renamed step is a new one.</param>
/// <param name="Kind">What the post is for; chooses the built-in template and the lateness rule.</param>
/// <param name="When">When it is due.</param>
/// <param name="Mentions">Whether the channel's mention goes with it.</param>
public sealed record Step(StepId Id, StepKind Kind, StepTime When, bool Mentions = false)
{
    /// <summary>The words of another kind of step; null: those of its own.</summary>
    public StepKind? Template { get; init; }

    /// <summary>How late it may still go out after it was due; null: the rule of its kind.</summary>
    public Duration? Lateness { get; init; }

    /// <summary>It waits for a moderator's release.</summary>
    public bool NeedsApproval { get; init; }
}
