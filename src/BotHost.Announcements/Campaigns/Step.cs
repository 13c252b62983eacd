namespace BotHost.Announcements.Campaigns;

/// <summary>One post of a campaign: when it is due, what it says, how late it may go out.</summary>
/// <param name="Id">Part of the ledger's key: a renamed step is a new one.</param>
/// <param name="Kind">What the post is for; chooses the built-in template and the lateness rule.</param>
/// <param name="When">When it is due.</param>
/// <param name="Mentions">Whether the channel's mention goes with it.</param>
public sealed record Step(StepId Id, StepKind Kind, StepTime When, bool Mentions = false);
