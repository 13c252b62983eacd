namespace BotHost.Announcements.Talks;

/// <summary>A person and their part in a talk.</summary>
public sealed record PublicPart(Person Person, string Role);
