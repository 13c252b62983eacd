using NodaTime;

namespace BotHost.Announcements.Talks;

/// <summary>Where people join online, and from when on members may see it; null: as soon as they see the talk.</summary>
public sealed record OnlineLink(Uri Url, Instant? Reveal = null);
