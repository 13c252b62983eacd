namespace BotHost.Announcements.Reports;

/// <summary>What became of a report.</summary>
/// <param name="IsTold">Whether at least one moderators' chat, or one moderator, has it.</param>
/// <param name="IsSettled">Whether it is of no use to try again: everybody who should have it has it, or never will.</param>
public readonly record struct Telling(bool IsTold, bool IsSettled);
