using NodaTime;

namespace BotHost.Announcements.Platforms;

/// <summary>A further zone in which a channel's posts tell the start.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Label">What it is called there; null: its city, in the readers' language where that is known.</param>
public sealed record ExtraZone(DateTimeZone Zone, string? Label);
