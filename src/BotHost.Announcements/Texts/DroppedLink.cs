namespace BotHost.Announcements.Texts;

/// <summary>A link in a text that became plain words, because it leads to no page and no mailbox.</summary>
/// <param name="Index">Where it begins in the text.</param>
/// <param name="Target">Where it was to lead.</param>
public sealed record DroppedLink(int Index, string Target);
