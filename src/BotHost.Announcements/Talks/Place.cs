namespace BotHost.Announcements.Talks;

/// <summary>Where people meet in person.</summary>
public sealed record Place(string Name, string? Address = null, Uri? Map = null);
